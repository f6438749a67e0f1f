import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
  dynamicImports?: string[];
}

const MOST_BYTES = 300_000;
const out = mkdtempSync(join(tmpdir(), "ronghe-web-"));
let manifest: Record<string, Chunk> = {};

/** Bytes on the wire of some entries with all they import at once, styles included. */
function weight(...entries: string[]): number {
  const files = new Set<string>();
  const walk = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const next of chunk.imports ?? []) walk(next);
  };
  entries.forEach(walk);
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(out, file))).length, 0);
}

beforeAll(async () => {
  await build({ root: join(__dirname, ".."), logLevel: "silent", build: { outDir: out, emptyOutDir: true } });
  manifest = JSON.parse(readFileSync(join(out, ".vite", "manifest.json"), "utf8")) as Record<string, Chunk>;
}, 180_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe("A the first page is light", () => {
  it("A01 sign-in", () => {
    const bytes = weight("index.html", "src/shell/SignInPage.vue");
    console.log(`first page, sign-in: ${bytes} B gzip`);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });
  it("A02 overview shell", () => {
    const bytes = weight("index.html", "src/overview/OverviewPage.vue");
    console.log(`first page, overview shell: ${bytes} B gzip`);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });
  it("A05 the residents' portal", () => {
    const bytes = weight("index.html", "src/portal/PortalLayout.vue", "src/portal/guide/HomePage.vue");
    console.log(`first page, portal: ${bytes} B gzip`);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });
  it("A03 map and charts come later, on their own", () => {
    expect(manifest["src/overview/OverviewPage.vue"]?.dynamicImports).toContain("src/map/MapView.vue");
    expect(manifest["src/point/PointPage.vue"]?.dynamicImports).toContain("src/point/TrendChart.vue");
  });
  it("A04 asks no other machine for anything", () => {
    const page = readFileSync(join(out, "index.html"), "utf8");
    expect(page).not.toMatch(/https?:\/\//);
    expect(existsSync(join(out, "mark.svg"))).toBe(true);
  });
});

describe("B the lock file names no registry", () => {
  it("B01 has no resolved address", () =>
    expect(readFileSync(join(__dirname, "..", "package-lock.json"), "utf8")).not.toContain('"resolved"'));
});
