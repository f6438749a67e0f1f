// The county the walks go through: the one RONGHE_URL names, or one of its own in a fresh data folder, started
// by `./ronghe start` of RONGHE_HOME and stopped afterwards.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const START_ms = 600_000;

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

async function start(home) {
  const data = mkdtempSync(join(tmpdir(), "ronghe-walk-"));
  const ports = ["--port", String(await freePort()), "--mqtt-port", String(await freePort())];
  const child = spawn(join(home, "ronghe"), ["start", "--data", data, ...ports], {
    env: { ...process.env, LC_ALL: "C" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const found = await new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`the county did not start: ${said}`)), START_ms);
    void gone.then(() => reject(new Error(`the county ended at once: ${said}`)));
    child.stdout.on("data", (piece) => {
      said += piece;
      const url = /(http:\/\/[^\s/]+)\//.exec(said)?.[1];
      const password = /password (\S+)\s*\n/.exec(said)?.[1];
      if (!url || !password) return;
      clearTimeout(late);
      resolve({ url, password });
    });
  });
  return {
    ...found,
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

const { RONGHE_URL, RONGHE_PASSWORD, RONGHE_HOME } = process.env;
if (!RONGHE_HOME && !(RONGHE_URL && RONGHE_PASSWORD)) {
  console.error("The browser tests need RONGHE_HOME, or a running county: RONGHE_URL, RONGHE_USER and RONGHE_PASSWORD.");
  process.exit(2);
}
export const county = RONGHE_URL
  ? { url: RONGHE_URL, password: RONGHE_PASSWORD, stop: async () => {} }
  : await start(RONGHE_HOME);
