// Called by Maven at prepare-package: installs npm packages when the lock changed, builds into
// target/classes/static, and does nothing when neither sources nor lock changed since the last time.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(home, "target", "classes", "static");
const stamp = join(home, "target", "web.stamp");
const npmStamp = join(home, "node_modules", ".ronghe-lock");

function run(command, args) {
  const done = spawnSync(command, args, { cwd: home, stdio: "inherit" });
  if (done.error || done.status !== 0) {
    console.error(`web: "${command} ${args.join(" ")}" failed${done.error ? `: ${done.error.message}` : ""}.`);
    console.error("Maybe Node.js 20.19 or newer, npm, or the network is missing. See docs/guide.");
    process.exit(1);
  }
}

function filesUnder(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function digest(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((p) => filesUnder(join(home, p)))) {
    hash.update(path.slice(home.length)).update("\0").update(readFileSync(path));
  }
  return hash.digest("hex");
}

const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");

const lock = digest(["package-lock.json"]);
if (read(npmStamp) !== lock) {
  console.log("web: installing npm packages …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(npmStamp, lock);
}
const sources = digest(["src", "public", "build", "index.html", "package-lock.json", "vite.config.ts", "tsconfig.json"]);
if (read(stamp) !== sources || !existsSync(join(out, "index.html"))) {
  console.log("web: building the browser …");
  run("npx", ["--no-install", "vite", "build", "--outDir", out, "--emptyOutDir", "--logLevel", "warn"]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}
