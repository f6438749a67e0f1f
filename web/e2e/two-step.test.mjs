// Two-step sign-in in a running county: bind an app, leave, come back with a code, lose the phone, be reset.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import { axe, launch, PATIENCE_ms, stop, URL } from "./browser.mjs";
import { administrator, desk, Person } from "./desk.mjs";

const SHOTS = process.env.RONGHE_SHOTS;
const RUN = Date.now().toString(36);
const OFFICER = `e2e-steps-${RUN}`;
const RESIDENT = `e2e-mei-${RUN}`;
const PASSWORD = "一把钥匙 one key 2026 desk";
const STEP_ms = 30_000;

let browser;
let admin;
/** Secret of the officer's app, and the last step a code was used of. */
let secret;
let usedStep = 0;
let recoveryCode;

/** An authenticator app (RFC 6238). */
function codeOf(base32, step) {
  let bits = "";
  for (const letter of base32) bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", key).update(counter).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** A code that was not used yet; waits for the next step where it must. */
async function freshCode() {
  for (;;) {
    // One step early is taken as well, for clocks that differ.
    const step = Math.max(usedStep + 1, Math.floor(Date.now() / STEP_ms) - 1);
    if (step <= Math.floor(Date.now() / STEP_ms)) {
      usedStep = step;
      return codeOf(secret, step);
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

async function visit(path, { width = 1366, height = 768, language = "zh" } = {}) {
  const context = await browser.newContext({ viewport: { width, height } });
  await context.addInitScript((l) => localStorage.setItem("ronghe.language", l), language);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_ms);
  await page.goto(URL + path);
  return { page, context };
}
async function clean(page, name) {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  const { violations } = await axe(page);
  assert.deepEqual(violations, [], name);
}
async function typePassword(page, user, password = PASSWORD) {
  await page.fill("#user", user);
  await page.fill("#password", password);
  await page.keyboard.press("Enter");
}
const said = (page) => page.textContent("[role=alert]");

before(async () => {
  browser = await launch();
  admin = await administrator();
  await desk(admin, OFFICER, "OFFICER", "");
  const mei = new Person();
  await mei.ask("GET", "/api/v1/county");
  await mei.must("POST", "/api/v1/serve/residents", {
    user: RESIDENT, password: PASSWORD, name: "李梅", idNumber: "14041119950505004X", phone: "13800000001",
  });
});
after(async () => {
  await browser?.close();
  await stop();
});

test("A01 an officer binds an app, by keyboard, and keeps the recovery codes", async () => {
  const { page, context } = await visit("/sign-in?to=/me");
  await typePassword(page, OFFICER);
  await page.getByRole("button", { name: "开启两步验证" }).press("Enter");
  await page.waitForSelector("#two-step-password");
  await page.keyboard.type("not my password");
  await page.keyboard.press("Enter");
  assert.match(await said(page), /用户名或密码不对/);
  await page.fill("#two-step-password", PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".scan img");
  secret = (await page.textContent(".secret")).replaceAll(" ", "");
  assert.match(secret, /^[A-Z2-7]{32}$/);
  assert.ok(await page.evaluate(() => document.querySelector(".scan img").naturalWidth > 0), "the picture is drawn");
  await clean(page, "two-step-scan-zh");
  await page.fill("#two-step-code", "12345");
  await page.keyboard.press("Enter");
  assert.match(await said(page), /验证码不对/);
  await page.fill("#two-step-code", await freshCode());
  await page.keyboard.press("Enter");
  await page.waitForSelector(".codes li");
  const codes = await page.locator(".codes li").allTextContents();
  assert.equal(new Set(codes).size, 10);
  recoveryCode = codes[3];
  await clean(page, "two-step-codes-zh");
  await page.getByRole("button", { name: "我已保存" }).click();
  await page.getByText("还有 10 个恢复码").waitFor();
  assert.equal(await page.locator(".codes").count(), 0);
  await context.close();
});

test("A02 the password is not enough; a wrong code is refused, the right one lets in, and only once", async () => {
  const { page, context } = await visit("/sign-in", { language: "en" });
  await typePassword(page, OFFICER);
  await page.waitForSelector("#code:focus");
  await clean(page, "two-step-sign-in-en");
  await page.keyboard.type("000000");
  await page.keyboard.press("Enter");
  await page.getByText("The code is wrong or was used").waitFor();
  const code = await freshCode();
  await page.fill("#code", code);
  await page.keyboard.press("Enter");
  await page.waitForSelector("main#content");
  await context.close();

  const replay = await visit("/sign-in", { language: "en" });
  await typePassword(replay.page, OFFICER);
  await replay.page.fill("#code", code);
  await replay.page.keyboard.press("Enter");
  await replay.page.getByText("The code is wrong or was used").waitFor();
  await replay.context.close();
});

test("A03 a recovery code lets in once, on a phone", async () => {
  for (const works of [true, false]) {
    const { page, context } = await visit("/sign-in", { width: 390, height: 844 });
    await typePassword(page, OFFICER);
    await page.getByRole("button", { name: "手机不在身边" }).click();
    await page.fill("#code", recoveryCode.toLowerCase());
    await clean(page, `two-step-recovery-zh-390-${works}`);
    await page.keyboard.press("Enter");
    if (works) await page.waitForSelector("main#content");
    else await page.getByText("验证码不对或已用过").waitFor();
    await context.close();
  }
});

test("A04 who guesses codes has to wait, and is told how long", async () => {
  const { page, context } = await visit("/sign-in");
  await typePassword(page, OFFICER);
  for (let i = 0; i < 8 && !/秒后再试/.test((await page.$("[role=alert]")) ? await said(page) : ""); i++) {
    const answered = page.waitForResponse((one) => one.url().endsWith("/api/v1/session") && one.request().method() === "POST");
    await page.fill("#code", `99999${i}`);
    await page.keyboard.press("Enter");
    await answered;
    await page.waitForSelector("[role=alert]");
  }
  assert.match(await said(page), /验证码错误次数过多，请在 \d+ 秒后再试/);
  await context.close();
});

test("B01 the administrator resets it; the officer's sessions end", async () => {
  const { page, context } = await visit("/sign-in?to=/users", { language: "en" });
  await typePassword(page, process.env.RONGHE_USER ?? "admin", process.env.RONGHE_NEW_PASSWORD ?? "山高水长 county 2026 walk");
  const row = page.locator("tr", { hasText: OFFICER });
  await row.getByText("two-step", { exact: false }).first().waitFor();
  await clean(page, "two-step-users-en");
  await row.getByRole("button", { name: "Reset two-step" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset" }).click();
  await page.getByText("Changed.").waitFor();
  assert.equal(await row.getByRole("button", { name: "Reset two-step" }).count(), 0);
  await context.close();

  const audit = await admin.must("GET", `/api/v1/audit?action=totp-reset`);
  assert.equal(audit.items[0].subject, OFFICER);
  const back = await visit("/sign-in");
  await typePassword(back.page, OFFICER);
  await back.page.waitForSelector("main#content");
  await back.context.close();
});

test("C01 a resident does the same at the portal, on a phone, and turns it off again", async () => {
  const { page, context } = await visit("/home/sign-in?to=/home/me", { width: 390, height: 844, language: "en" });
  await typePassword(page, RESIDENT);
  await page.getByText("Two-step sign-in", { exact: true }).click();
  await page.getByRole("button", { name: "Turn on two-step sign-in" }).click();
  await page.fill("#two-step-password", PASSWORD);
  await page.keyboard.press("Enter");
  secret = (await page.textContent(".secret")).replaceAll(" ", "");
  usedStep = 0;
  await clean(page, "two-step-scan-en-390");
  await page.fill("#two-step-code", await freshCode());
  await page.keyboard.press("Enter");
  await page.waitForSelector(".codes li");
  await clean(page, "two-step-codes-en-390");
  await page.getByRole("button", { name: "I have kept them" }).click();
  await context.close();

  const again = await visit("/home/sign-in?to=/home/me", { width: 390, height: 844 });
  await typePassword(again.page, RESIDENT);
  await again.page.waitForSelector("#code:focus");
  await clean(again.page, "two-step-home-zh-390");
  await again.page.keyboard.type(await freshCode());
  await again.page.keyboard.press("Enter");
  await again.page.getByRole("heading", { name: "我的账户" }).waitFor();
  await again.page.getByText("两步验证", { exact: true }).click();
  await again.page.getByRole("button", { name: "关闭两步验证" }).click();
  await again.page.fill("#two-step-code", await freshCode());
  await again.page.keyboard.press("Enter");
  await again.page.getByText("未开启").waitFor();
  await again.context.close();
});
