// Benefits: a resident's own page, the neighbours a village helper may look for, the list of the department.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axe, launch, PATIENCE_ms, stop, URL } from "./browser.mjs";
import { administrator, desk, OWN_PASSWORD } from "./desk.mjs";

const SHOTS = process.env.RONGHE_SHOTS;
const RUN = Date.now().toString(36);
const VILLAGE = "140404101200";
const TOWNSHIP = VILLAGE.slice(0, 9);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checked = (body) => body + "10X98765432"[WEIGHTS.reduce((all, weight, i) => all + weight * Number(body[i]), 0) % 11];
const ELDER_ID = checked(`14041119390606${String(100 + (Math.floor(Date.now() / 1000) % 899))}`);

let browser;
const found = [];
before(async () => {
  browser = await launch();
  const admin = await administrator();
  await desk(admin, `h-${RUN}`, "HELPER", "");
  await admin.must("PATCH", `/api/v1/users/h-${RUN}`, { outlet: VILLAGE });
  await desk(admin, `c-${RUN}`, "CLERK", "civil-affairs");
});
after(async () => {
  await browser?.close();
  await stop();
});

async function visit(path, { width = 1366, height = 900, language = "zh" } = {}) {
  const context = await browser.newContext({ viewport: { width, height } });
  await context.addInitScript((l) => localStorage.getItem("ronghe.language") ?? localStorage.setItem("ronghe.language", l), language);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_ms);
  await page.goto(URL + path);
  return page;
}
async function look(page, name) {
  found.push(...(await axe(page)).violations.map((one) => `${name}: ${one}`));
  if (SHOTS) await page.screenshot({ path: join(SHOTS, `benefit-${name}.png`), fullPage: true });
}
async function signIn(page, user) {
  await page.fill("#user", user);
  await page.fill("#password", OWN_PASSWORD);
  await page.click("button[type=submit]");
}

test("A01 a resident answers, sees the verdict with its clauses, and opts out", async () => {
  const page = await visit("/home/register?to=/home/benefits", { width: 390, height: 844 });
  await page.fill("#name", "李桂兰");
  await page.fill("#id-number", ELDER_ID);
  await page.fill("#phone", "13800000001");
  await page.fill("#user", `e-${RUN}`);
  await page.fill("#password", OWN_PASSWORD);
  await page.click("main button[type=submit]");
  await page.waitForSelector("[data-benefit=elder-care][data-verdict=unknown]");
  assert.match(await page.textContent("main"), /1939-06-06/);
  await page.selectOption("#b-local_hukou", "true");
  await page.selectOption("#b-dibao", "false");
  await page.selectOption("#b-extreme_poverty", "false");
  await page.selectOption("#b-care_need", "none");
  await page.click("main form button[type=submit]");
  await page.waitForSelector("[data-benefit=elder-care][data-verdict=yes]");
  const card = page.locator("[data-benefit=elder-care]");
  await card.locator("summary").click();
  assert.match(await card.textContent(), /条款/);
  assert.equal(await card.locator("a.button").getAttribute("href"), "/home/service/elder-allowance");
  await look(page, "mine-phone-zh");
  await page.check("#opt-out");
  await page.reload();
  await page.waitForSelector("#opt-out:checked");
  await page.getByRole("button", { name: "English" }).click();
  await page.setViewportSize({ width: 1366, height: 900 });
  await look(page, "mine-en");
  assert.doesNotMatch(await page.textContent("main"), /能享受|出生日期|请选择/);
  await page.context().close();
});

test("B01 a helper says why, sees the own village in bands of age, labelled synthetic", async () => {
  const page = await visit("/sign-in?to=/village", { width: 820, height: 1180 });
  await signIn(page, `h-${RUN}`);
  await page.waitForSelector("#pin-again");
  await page.fill("#pin", "718293");
  await page.fill("#pin-again", "718293");
  await page.click("main form button[type=submit]");
  await page.click("nav.tabs a[href='/village/neighbours']");
  await page.fill("#purpose", "入户走访前了解情况");
  await page.click("main form button[type=submit]");
  await page.waitForSelector("[data-person]");
  const text = await page.textContent("main");
  assert.match(text, /合成/);
  assert.match(text, /依据/);
  assert.match(text, /\d+–\d+/);
  assert.doesNotMatch(text, /\d{17}[\dX]|养老保险/);
  await look(page, "neighbours-zh");
  const first = await page.locator("[data-person]").first().getAttribute("data-person");
  page.once("dialog", (dialog) => dialog.accept());
  await page.locator(`[data-person="${first}"] button`).first().click();
  await page.waitForFunction((gone) => !document.querySelector(`[data-person="${gone}"]`), first);
  await page.getByRole("button", { name: "English" }).click();
  await look(page, "neighbours-en");
  await page.context().close();
});

test("C01 the department declines one with a reason and opens the case of another", async () => {
  const page = await visit("/sign-in?to=/desk/found");
  await signIn(page, `c-${RUN}`);
  await page.waitForSelector("#found-benefit");
  await page.waitForFunction((code) => [...document.querySelectorAll("#found-where option")].some((one) => one.value === code), TOWNSHIP);
  await page.selectOption("#found-benefit", "elder-care");
  await page.selectOption("#found-where", TOWNSHIP);
  await page.fill("#found-purpose", "免申即享核查");
  await page.click("form.bar button[type=submit]");
  const rows = page.locator("tr[data-person]:has(button)");
  await rows.first().waitFor();
  const people = await rows.evaluateAll((all) => all.map((one) => one.dataset.person));
  await look(page, "found-zh");
  await page.locator(`tr[data-person="${people[0]}"] button`).nth(1).click();
  await page.fill("#found-reason", "本人不愿意");
  await page.getByRole("button", { name: "不办", exact: true }).first().click();
  await page.waitForFunction((person) => /本人不愿意/.test(document.querySelector(`tr[data-person="${person}"]`)?.textContent ?? ""), people[0]);
  await page.locator(`tr[data-person="${people[1]}"] button`).first().click();
  await page.fill("#found-name", "李桂兰");
  await page.fill("#found-id", ELDER_ID);
  for (const [id, value] of Object.entries({ name: "李桂兰", idNumber: ELDER_ID, householdDivision: VILLAGE, bankAccount: "6217000012345678", bankName: "上党农商银行", phone: "13800000001", birthDate: "1939-06-06" })) {
    await page.fill(`#found-elder-${id}`, value);
    await page.locator(`#found-elder-${id}`).dispatchEvent("change");
  }
  if (await page.locator("#found-elder-sex").count()) await page.selectOption("#found-elder-sex", "female");
  await look(page, "confirm-zh");
  await page.getByRole("button", { name: "立案", exact: true }).click();
  await page.waitForFunction((person) => /\d{8}-\d{10}/.test(document.querySelector(`tr[data-person="${person}"]`)?.textContent ?? ""), people[1]);
  await page.context().close();
});

test("D01 every page is clean to axe", () => assert.deepEqual(found, []));
