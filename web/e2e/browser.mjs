// One Chromium and one signed-in person for the walks through a running county.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { county } from "./county.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const URL = county.url;
export const stop = county.stop;
export const USER = process.env.RONGHE_USER ?? "admin";
/** Set when the first sign-in had to choose a new one. */
export const NEW_PASSWORD = process.env.RONGHE_NEW_PASSWORD ?? "山高水长 county 2026 walk";
export const PATIENCE_ms = Number(process.env.RONGHE_PATIENCE_ms ?? 30_000);

export async function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-default-apps",
      "--disable-sync",
      "--no-first-run",
      "--enable-unsafe-swiftshader",
    ],
  });
}

let state;

/** A page of somebody signed in. `complaints` gathers errors of the page and requests to other machines. */
export async function open(browser, path, { width = 1440, height = 900, language = "zh", theme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...(state ? { storageState: state } : {}) });
  await context.addInitScript(
    ([l, t]) => {
      if (!localStorage.getItem("ronghe.language")) localStorage.setItem("ronghe.language", l);
      if (!localStorage.getItem("ronghe.prefs")) {
        localStorage.setItem("ronghe.prefs", JSON.stringify({ theme: t, density: "dense", sound: false }));
      }
    },
    [language, theme],
  );
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_ms);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(URL) && !/^(blob|data):/.test(request.url())) complaints.push(`outside: ${request.url()}`);
  });
  await page.goto(URL + path);
  return { page, context, complaints };
}

/** Signs in, changing the password where the county asks for it, and remembers the session. */
export async function signIn(page, context) {
  await page.fill("#user", USER);
  await page.fill("#password", county.password);
  await page.click("button[type=submit]");
  await page.waitForSelector("#new-password, main#content, form [role=alert]");
  let changed = false;
  if (await page.$("form [role=alert]")) {
    // An earlier walk on this county changed it already.
    await page.fill("#password", NEW_PASSWORD);
    await page.click("button[type=submit]");
    await page.waitForSelector("main#content");
  } else if (await page.$("#new-password")) {
    await page.fill("#new-password", NEW_PASSWORD);
    await page.fill("#repeat-password", NEW_PASSWORD);
    await page.click("button[type=submit]");
    await page.waitForSelector("main#content");
    changed = true;
  }
  const kept = await context.storageState();
  state = { cookies: kept.cookies, origins: [] };
  return changed;
}

/** What axe-core finds against WCAG 2.2 A and AA on the page as it stands. */
export async function axe(page) {
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
      resultTypes: ["violations"],
    }),
  );
  return {
    rules: passes.length + violations.length,
    violations: violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target.join(" ")} ${n.any[0]?.message ?? ""}`).join(" | ")}`),
  };
}
