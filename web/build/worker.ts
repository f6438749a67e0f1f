// The village helper's service worker, written by the build: it knows the names of the files of this very build.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";

type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } };
const OWN = /\/src\/village\//;

/** The files the village pages need: the entry, the chunks of `src/village`, and all these import. */
export function shellFiles(bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === "chunk");
  const byFile = new Map(chunks.map((one) => [one.fileName, one]));
  const files = new Set<string>();
  const walk = (chunk: Chunk | undefined): void => {
    if (!chunk || files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
    for (const next of chunk.imports) walk(byFile.get(next));
  };
  for (const chunk of chunks) if (chunk.isEntry || OWN.test(chunk.facadeModuleId ?? "")) walk(chunk);
  return [...files].sort();
}

/** Writes `village-worker.js` from its template, with the files of this build and a version made of all of them. */
export function villageWorker(home: string): Plugin {
  return {
    name: "ronghe-village-worker",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const open = readdirSync(join(home, "public")).sort();
        const files = [...shellFiles(bundle), ...open].map((one) => `/${one}`);
        const template = readFileSync(join(home, "src", "village", "worker.js"), "utf8");
        const page = bundle["index.html"];
        const version = createHash("sha256").update(template).update(files.join("\n")).update(page?.type === "asset" ? page.source : "");
        for (const one of open) version.update(readFileSync(join(home, "public", one)));
        this.emitFile({
          type: "asset",
          fileName: "village-worker.js",
          source: template.replace("__VERSION__", version.digest("hex").slice(0, 16)).replace("__FILES__", JSON.stringify(files)),
        });
      },
    },
  };
}
