// One Chromium and one signed-in person for the walks through a running county.
import { PATIENCE_ms } from "./chromium.mjs";
import { county } from "./county.mjs";

export { axe, launch, PATIENCE_ms } from "./chromium.mjs";
export const URL = county.url;
export const stop = county.stop;
export const USER = process.env.RONGHE_USER ?? "admin";
/** Set when the first sign-in had to choose a new one. */
export const NEW_PASSWORD = process.env.RONGHE_NEW_PASSWORD ?? "山高水长 county 2026 walk";

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
