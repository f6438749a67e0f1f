// Starts a county of its own in a fresh data folder, by `./ronghe start` of an installation.
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

/** @param prepare is given the empty data folder before the county starts */
export async function start(home, prepare = () => {}) {
  const data = mkdtempSync(join(tmpdir(), "ronghe-walk-"));
  prepare(data);
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

