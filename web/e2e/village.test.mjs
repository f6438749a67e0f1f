// A village helper's tablet: filled in without a network, killed, lost answers, two tabs, conflicts. What counts is
// what the county holds afterwards, asked over the API.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axe, launch, PATIENCE_ms, stop, URL } from "./browser.mjs";
import { administrator, desk, OWN_PASSWORD } from "./desk.mjs";

const SHOTS = process.env.RONGHE_SHOTS;
const TABLET = { width: 820, height: 1180 };
const RUN = Date.now().toString(36);
const HELPER = `helper-${RUN}`;
/** A version nobody published yet. */
const NEXT = `2.${Date.now() % 1_000_000}`;
const PIN = "718293";
const VILLAGE = "140404101200";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checked = (body) => body + "10X98765432"[WEIGHTS.reduce((all, weight, i) => all + weight * Number(body[i]), 0) % 11];
const SERIAL = Math.floor(Date.now() / 1000) % 800;
/** Somebody born on that day whose number this run alone uses. */
const idNumber = (serial, born = "19400606") => checked(`140411${born}${String(100 + ((SERIAL + serial) % 899))}`);
const AGENT = { name: "李秀英", idNumber: idNumber(1, "19710818") };
const DECEASED = checked("14041119300101001");
const SECRETS = ["李秀英", "王建国", DECEASED, AGENT.idNumber, "13800000001", "祁家老院", "身份证-王建国"];
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const AFTER_DEATH = {
  "deceased.name": "王建国", "deceased.idNumber": DECEASED, "death.place": "祁家老院", "death.kind": 0, "death.date": today(), "death.relation": 0,
  "agent.phone": "13800000001", "cremation.date": today(), "cremation.place": "上党殡仪馆", "deceased.householdAddress": "祁家老院 3 号",
};
const elderOf = (number) => ({
  "elder.name": "李桂兰", "elder.birthDate": "1940-06-06", "elder.idNumber": number, "elder.householdDivision": VILLAGE, "elder.bankAccount": "6217000012345678",
  "elder.bankName": "上党农商银行", "elder.phone": "13800000001",
});

let browser;
let context;
let page;
let helper;
let designer;
const complaints = [];
const found = [];

before(async () => {
  browser = await launch();
  const admin = await administrator();
  helper = await desk(admin, HELPER, "HELPER", "");
  designer = await desk(admin, `designer-${RUN}`, "DESIGNER", "");
  context = await browser.newContext({ viewport: TABLET, hasTouch: true });
  await context.addInitScript(() => localStorage.getItem("ronghe.language") ?? localStorage.setItem("ronghe.language", "zh"));
});
after(async () => {
  await browser?.close();
  await stop();
});

async function tab(path) {
  const fresh = await context.newPage();
  fresh.setDefaultTimeout(PATIENCE_ms);
  fresh.on("pageerror", (error) => complaints.push(error.message));
  fresh.on("request", (request) => !request.url().startsWith(URL) && !/^(blob|data):/.test(request.url()) && complaints.push(`outside: ${request.url()}`));
  await fresh.goto(URL + path);
  return fresh;
}
async function look(name) {
  found.push(...(await axe(page)).violations.map((one) => `${name}: ${one}`));
  if (SHOTS) await page.screenshot({ path: join(SHOTS, `village-${name}.png`), fullPage: true });
}
async function unlock(on = page) {
  await on.fill("#pin", PIN);
  await on.click("main form button[type=submit]");
  await on.waitForSelector("nav.tabs");
}
const mine = async () => helper.must("GET", "/api/v1/serve/cases");
const stateOf = (id) => page.locator(`[data-filing="${id}"] [data-state]`).getAttribute("data-state");
const idOf = () => new globalThis.URL(page.url()).pathname.split("/").pop();
const until = async (what, so, wait_ms = PATIENCE_ms) => {
  const end = Date.now() + wait_ms;
  for (let now = await what(); !so(now); now = await what()) {
    if (Date.now() > end) assert.fail(`not reached; last ${JSON.stringify(now)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

async function answer(answers) {
  for (const [element, value] of Object.entries(answers)) {
    const id = `#q-${element.replace(".", "-")}`;
    if (!(await page.locator(id).count())) continue;
    const tag = await page.locator(id).evaluate((one) => one.tagName);
    if (tag === "FIELDSET") await page.locator(id).locator("label").nth(value).click();
    else if (tag === "SELECT") await page.locator(id).selectOption({ index: value + 1 });
    else {
      await page.fill(id, value);
      await page.locator(id).dispatchEvent("change");
    }
  }
}
const stepOf = () => new globalThis.URL(page.url()).searchParams.get("step") ?? "start";

/** From "file for somebody" to the first page of the form. */
async function begin(subject, person, how = "present") {
  await page.goto(`${URL}/village/start`);
  await unlock();
  await page.click(`[data-subject="${subject}"]`);
  await page.fill("#person-name", person.name);
  await page.fill("#person-id", person.idNumber);
  await page.click("main form.sheet button[type=submit]");
  await page.check(`input[name=consent][value=${how}]`);
  if (how === "signed") {
    await page.setInputFiles("#consent-paper", { name: "李秀英签名.png", mimeType: "image/png", buffer: PNG });
    await page.waitForSelector("text=李秀英签名.png");
    if (found.length === 0) await look("consent");
  }
  await page.click("main form.sheet button[type=submit]");
  await page.waitForURL(/\/village\/fill\//);
  await page.waitForSelector("form.body");
  return idOf();
}
/** Through the pages of the form, up to the review. */
async function fill(answers, onStep = async () => undefined) {
  for (let i = 0; i < 30; i++) {
    await page.waitForSelector("form.body");
    await answer(answers);
    await onStep(stepOf());
    if (stepOf() === "review") break;
    const was = stepOf();
    await page.click("form.body button[type=submit]");
    await page.waitForFunction((before) => (new URL(location.href).searchParams.get("step") ?? "start") !== before || document.querySelector(".note.wrong"), was);
    if (stepOf() === was) assert.fail(`${was}: ${await page.textContent(".note.wrong")}`);
  }
}
async function queue() {
  await page.locator("form.body label.pick input[type=checkbox]").last().check();
  await page.click("form.body button[type=submit]");
  await page.waitForURL(/\/village\/filing\//);
}
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64");

/** All that lies on this device outside the page's memory: databases, caches, storage. */
const onDevice = () =>
  page.evaluate(async () => {
    const text = (value) => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder("utf-8").decode(value);
      if (value && typeof value === "object") return Object.values(value).map(text).join("\n");
      return String(value);
    };
    let all = JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage });
    let rows = 0;
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise((resolve) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
      });
      for (const store of db.objectStoreNames) {
        const found = await new Promise((resolve) => {
          const asked = db.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => resolve(asked.result);
        });
        rows += found.length;
        for (const row of found) all += text(row);
      }
      db.close();
    }
    const addresses = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) addresses.push(new URL(request.url).pathname);
    }
    return { all, rows, addresses };
  });

test("A01 the helper signs in once, chooses a PIN, and takes the form along", async () => {
  page = await tab("/sign-in?to=/");
  await page.fill("#user", HELPER);
  await page.fill("#password", OWN_PASSWORD);
  await page.click("button[type=submit]");
  await page.waitForURL(/\/village$/);
  await page.waitForSelector("#pin-again");
  await page.fill("#pin", "123456");
  await page.fill("#pin-again", "123456");
  await page.click("main form button[type=submit]");
  await page.waitForSelector("[role=alert]");
  await look("pin");
  await page.fill("#pin", PIN);
  await page.fill("#pin-again", PIN);
  await page.click("main form button[type=submit]");
  await page.waitForSelector("nav.tabs");
  await look("empty");
  await page.click("nav.tabs a[href='/village/forms']");
  for (const [words, subject] of [["身后", "bundle/after-death"], ["高龄津贴", "service/elder-allowance"]]) {
    await page.fill("#find", words);
    await page.click(`[data-take="${subject}"]`);
    await page.waitForSelector(`[data-packed="${subject}"]`);
  }
  await look("forms");
  // the page came from the sign-in, outside the worker's scope, so `ready` would wait for ever
  await until(() => page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration("/village"))?.active), Boolean);
});

let death;
test("A02 without a network: 身后一件事, with the signed consent, survives the tab", async () => {
  const before = (await mine()).length;
  await context.setOffline(true);
  await page.close();
  page = await tab("/village");
  await look("locked");
  await unlock();
  death = await begin("bundle/after-death", AGENT, "signed");
  await fill({}, async (step) => {
    if (step === "start") {
      const boxes = page.locator("fieldset input[type=checkbox]");
      for (let i = (await boxes.count()) - 1; i >= 0; i--) await boxes.nth(i).uncheck();
      await page.locator("input[name=self]").first().waitFor();
      await page.locator("label.pick", { hasText: "经办人" }).click();
      await look("start");
    }
    await answer(AFTER_DEATH);
    if (step === "materials") await page.locator(".material input[type=file]").first().setInputFiles({ name: "身份证-王建国.png", mimeType: "image/png", buffer: PNG });
  });
  await until(() => page.locator("[data-kept]").getAttribute("data-kept"), (kept) => kept === "true");
  await look("review");
  await page.close();
  page = await tab("/village");
  await unlock();
  assert.equal(await stateOf(death), "draft");
  await page.click(`[data-filing="${death}"]`);
  await page.waitForSelector("form.body");
  await page.goto(`${page.url().split("?")[0]}?step=review`);
  await unlock();
  await page.waitForSelector("form.body");
  assert.match(await page.textContent("form.body"), /王建国/);
  await queue();
  await look("waiting");
  await page.close();
  page = await tab("/village");
  await unlock();
  assert.equal(await stateOf(death), "waiting");
  assert.equal((await mine()).length, before);
});

test("A03 the device holds no name, number or photo in the clear, and the caches hold nobody's data", async () => {
  const { all, rows, addresses } = await onDevice();
  assert.ok(rows >= 4, `${rows} rows`);
  assert.ok(all.length > 2000);
  for (const secret of [...SECRETS, PIN]) assert.ok(!all.includes(secret), `${secret} is readable`);
  const api = addresses.filter((one) => !/^\/(assets\/|village$|mark\.svg|icon-\d+\.png|manifest)/.test(one));
  assert.ok(api.length > 3);
  for (const one of api) assert.match(one, /^\/(api\/v1\/(county|serve\/catalogue\/(departments|(services|bundles)\/[\w-]+))|ogc\/collections\/divisions\/items)$/);
});

test("A04 back in reach it is sent by itself: exactly one case, with consent and photo", async () => {
  const before = (await mine()).length;
  await context.setOffline(false);
  await until(() => stateOf(death), (state) => state === "filed");
  const cases = await mine();
  assert.equal(cases.length, before + 1);
  assert.equal(cases[0].bundle, "after-death");
  await page.click(`[data-filing="${death}"]`);
  await page.waitForSelector(`text=${cases[0].number}`);
  await look("filed");
  const { all } = await onDevice();
  for (const secret of SECRETS) assert.ok(!all.includes(secret));
  const told = await helper.must("GET", `/api/v1/serve/cases/${cases[0].number}`);
  assert.equal(told.events[0].data.consent, "signed");
  assert.match(told.events[0].data.consentPaper, /^[0-9a-f]{64}$/);
  assert.ok(told.events[0].data.consentAt);
  assert.equal(told.parts.length, 3);
});

test("B01 the answer is lost after the county committed: still one case, and the tablet learns of it", async () => {
  const before = (await mine()).length;
  const number = idNumber(2);
  let lost = 0;
  await context.route("**/api/v1/serve/cases", async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.continue();
    lost++;
    const answered = await route.fetch();
    assert.equal(answered.status(), 201);
    return route.abort("connectionreset");
  });
  const id = await begin("service/elder-allowance", { name: "李桂兰", idNumber: number });
  await fill(elderOf(number));
  await queue();
  await until(async () => (await mine()).length, (n) => n === before + 1);
  await page.waitForSelector(".note.care");
  await page.waitForSelector("[data-state=waiting]");
  await page.click("main button.first");
  await page.waitForSelector("[data-state=filed]");
  await context.unroute("**/api/v1/serve/cases");
  assert.equal(lost, 1);
  assert.equal((await mine()).length, before + 1);
  assert.match(await page.textContent("main"), /没有重复/);
  assert.equal(idOf(), id);
});

test("B02 the tab is killed while it sends, and two tabs send at once: one case each", async () => {
  const before = (await mine()).length;
  await context.setOffline(true);
  const numbers = [idNumber(3), idNumber(4)];
  for (const number of numbers) {
    await begin("service/elder-allowance", { name: "李桂兰", idNumber: number });
    await fill(elderOf(number));
    await queue();
  }
  let held = 0;
  await context.route("**/api/v1/serve/cases", async (route) => {
    if (route.request().method() === "POST" && held++ === 0) {
      await route.fetch(); // the county has it; the page dies before it hears
      return;
    }
    await route.continue();
  });
  await context.setOffline(false);
  await until(() => held, (n) => n > 0);
  await until(async () => (await mine()).length, (n) => n >= before + 1);
  await page.close();
  await context.unroute("**/api/v1/serve/cases");
  page = await tab("/village");
  const twin = await tab("/village");
  await Promise.all([unlock(page), unlock(twin)]);
  await Promise.all([page, twin].map((one) => one.getByRole("button", { name: /现在就送|正在送/ }).click({ timeout: 2_000 }).catch(() => undefined)));
  await until(() => page.locator("[data-state=waiting], [data-state=sending]").count(), (n) => n === 0);
  await twin.close();
  assert.equal((await mine()).length, before + 2);
});

test("C01 the service got a new version meanwhile: both versions side by side, checked again, filed once", async () => {
  const before = (await mine()).length;
  const number = idNumber(5);
  await context.setOffline(true);
  const id = await begin("service/elder-allowance", { name: "李桂兰", idNumber: number });
  await fill(elderOf(number));
  await queue();
  const texts = await designer.must("GET", "/api/v1/serve/design/elder-allowance/1");
  const next = Object.fromEntries(
    Object.entries(texts.texts ?? texts).map(([file, text]) => [
      file,
      text
        .replace('version: "1"', `version: "${NEXT}"`)
        .replace(/effective_from: .*/, `effective_from: ${today()}`)
        .replace("elder.bankName, elder.phone]", "elder.bankName, elder.phone, elder.sex]")
        .replaceAll("phone: '13800000001'}", "phone: '13800000001', sex: female}")
        .replaceAll(/on: 2026-\d\d-\d\d/g, `on: ${today()}`),
    ]),
  );
  delete next["examples.yaml"];
  await designer.must("POST", `/api/v1/serve/design/elder-allowance/${NEXT}/publish`, { texts: next });
  await context.setOffline(false);
  await page.waitForSelector("[data-conflict=version]");
  await page.waitForSelector("[data-differs=added]");
  const said = await page.textContent("main");
  assert.ok(said.includes(NEXT) && /版本 1/.test(said) && /性别/.test(said), said);
  await look("version");
  assert.equal((await mine()).length, before);
  await page.getByRole("button", { name: "按新版核对" }).click();
  await page.waitForURL(/\/village\/fill\//);
  await page.waitForSelector("form.body");
  await page.goto(`${page.url().split("?")[0]}`);
  await unlock();
  await fill({ ...elderOf(number), "elder.sex": 1 });
  await queue();
  await page.waitForSelector("[data-state=filed]");
  assert.equal(idOf(), id);
  assert.equal((await mine()).length, before + 1);
});

test("C02 the person already has one: shown with its number, and filed again only when asked for", async () => {
  const before = (await mine()).length;
  const number = idNumber(6);
  await helper.must("GET", "/api/v1/session");
  for (const wanted of [1, 1, 2]) {
    if (wanted === 1) {
      await begin("service/elder-allowance", { name: "李桂兰", idNumber: number });
      await fill({ ...elderOf(number), "elder.sex": 1 });
      await queue();
      await page.waitForSelector("[data-state=filed], [data-conflict=open]");
    } else {
      await page.waitForSelector("[data-conflict=open]");
      const [first] = await mine();
      assert.ok((await page.textContent("main")).includes(first.number));
      await look("open");
      await page.getByRole("button", { name: "问过了，还是要送" }).click();
      await page.waitForSelector("[data-state=filed]");
    }
    assert.equal((await mine()).length, before + wanted);
  }
});

test("C03 a licence that is not there: said which, changed, filed", async () => {
  const before = (await mine()).length;
  const number = idNumber(7);
  await begin("service/elder-allowance", { name: "李桂兰", idNumber: number });
  await fill({ ...elderOf(number), "elder.sex": 1 }, async (step) => {
    if (step !== "materials") return;
    await page.locator(".material input[type=text]").first().fill("NO-SUCH-LICENCE");
    await page.locator(".material input[type=text]").first().dispatchEvent("change");
  });
  await queue();
  await page.waitForSelector("[data-conflict=material]");
  assert.match(await page.textContent("main"), /NO-SUCH-LICENCE/);
  await look("licence");
  await page.getByRole("button", { name: "改一改再送" }).click();
  await page.waitForURL(/\/village\/fill\//);
  await page.waitForSelector("form.body");
  await page.goto(`${page.url().split("?")[0]}?step=materials`);
  await unlock();
  await page.locator(".material input[type=text]").first().fill("");
  await page.locator(".material input[type=text]").first().dispatchEvent("change");
  await page.click("form.body button[type=submit]");
  await page.waitForFunction(() => new URL(location.href).searchParams.get("step") === "review");
  await queue();
  await page.waitForSelector("[data-state=filed]");
  assert.equal((await mine()).length, before + 1);
});

test("D01 wrong PINs wait, in English too; signing out can take everything along", async () => {
  await page.goto(`${URL}/village`);
  await page.getByRole("button", { name: "English" }).click();
  for (let i = 0; i < 3; i++) {
    await page.fill("#pin", "wrong pin");
    await page.click("main form button[type=submit]");
    await page.waitForSelector("[role=alert]");
    await page.waitForFunction(() => !document.querySelector("#pin")?.disabled);
  }
  assert.match(await page.textContent("main"), /The PIN is wrong\. Wait \d+ s/);
  await look("wrong-en");
  await page.waitForFunction(() => !document.querySelector("main form button[type=submit]")?.disabled, undefined, { timeout: 45_000 });
  await unlock();
  await page.waitForSelector("[data-filing]");
  await look("desk-en");
  await page.setViewportSize({ width: 390, height: 844 });
  await look("desk-phone-en");
  await page.goto(`${URL}/village/leave`);
  await unlock();
  await look("leave-phone-en");
  await page.check("#wipe");
  page.on("dialog", (dialog) => dialog.accept());
  await page.click("main form button[type=submit]");
  await page.waitForSelector("a[href^='/sign-in']");
  const { rows } = await onDevice();
  assert.equal(rows, 0);
});

test("E01 every page is clean to axe, and nothing complained", () => {
  assert.deepEqual(found, []);
  assert.deepEqual(complaints, []);
});
