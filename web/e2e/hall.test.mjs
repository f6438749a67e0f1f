// A clerk's busy morning: tickets are taken, called, passed over, transferred and done, by keyboard alone, while the
// board in the hall shows the calls and a resident keeps a booked time. axe on every page, in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, PATIENCE_ms, stop, URL } from "./browser.mjs";
import { administrator, desk, Person } from "./desk.mjs";

const RUN = Date.now().toString(36);
const WINDOW = `${Date.now() % 900 + 50}`;
const PASSWORD = "银杏 ginkgo in the hall 3";

let browser;
let clerk;
let resident;
let outlet;
before(async () => {
  browser = await launch();
  clerk = await desk(await administrator(), `hall-${RUN}`, "CLERK", "*");
  const outlets = await clerk.must("GET", "/api/v1/serve/catalogue/outlets");
  outlet = outlets.find((one) => one.level === "county").id;
  resident = new Person();
  await resident.ask("GET", "/api/v1/county");
  const user = `lin-${RUN}`;
  await resident.must("POST", "/api/v1/serve/residents", { user, password: PASSWORD, name: "林秋", idNumber: freshNumber(), phone: "13800000002" });
  assert.ok(await resident.signIn(user, PASSWORD, PASSWORD));
});
after(async () => {
  await browser?.close();
  await stop();
});

/** An identity number nobody has yet. */
function freshNumber() {
  const serial = String(Date.now() % 1000).padStart(3, "0");
  const body = `1404041985${String(1 + (Date.now() % 12)).padStart(2, "0")}${String(1 + (Math.floor(Date.now() / 1000) % 28)).padStart(2, "0")}${serial}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + "10X98765432"[weights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11];
}

async function visit(who, path, { width = 1366, height = 768, language = "zh" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...(who ? { storageState: who.state() } : {}) });
  await context.addInitScript(
    ([l, kept]) => {
      localStorage.setItem("ronghe.language", l);
      localStorage.setItem("ronghe.signed-in", "true");
      if (!localStorage.getItem("ronghe.hall")) localStorage.setItem("ronghe.hall", kept);
    },
    [language, JSON.stringify({ outlet, window: WINDOW, topics: [] })],
  );
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_ms);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(URL + path);
  return { page, context, complaints };
}

const now = (page) => page.locator(".now .number").textContent();
const ticket = async (number) => (await clerk.must("GET", `/api/v1/serve/hall/${outlet}/tickets`)).find((one) => one.number === number);

/** Tabs to the field of that name. */
async function tabTo(page, selector) {
  for (let i = 0; i < 60; i++) {
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`no way by Tab to ${selector}`);
}

/** Chooses in the focused list with the arrow keys. */
async function choose(page, label) {
  for (let i = 0; i < 80; i++) {
    if ((await page.evaluate(() => document.activeElement.selectedOptions[0]?.textContent ?? "")) === label) return;
    await page.keyboard.press("ArrowDown");
  }
  assert.fail(`no ${label} in the list`);
}

/** Takes a ticket from the keyboard and gives its number. */
async function take(page, department, rightOfWay) {
  await tabTo(page, "form select[required]");
  await page.keyboard.press("Home");
  await choose(page, department);
  if (rightOfWay) {
    await tabTo(page, "form input[type=checkbox]");
    await page.keyboard.press("Space");
  }
  await page.waitForSelector("form button[type=submit]:not(:disabled)");
  await tabTo(page, "form button[type=submit]");
  const before = await page.locator(".now [role=status]").textContent().catch(() => "");
  await page.keyboard.press("Enter");
  await page.waitForFunction((was) => { const t = document.querySelector(".now [role=status]")?.textContent ?? ""; return t !== "" && t !== was; }, before);
  return /[ABP]\d{3}/.exec(await page.locator(".now [role=status]").textContent())[0];
}

test("A01 a busy morning by keyboard alone, and the board shows the calls", async () => {
  const { page, context, complaints } = await visit(clerk, "/hall");
  const board = await visit(null, `/board/${outlet}`, { width: 1920, height: 1080 });
  await page.waitForSelector("form select[required] option:nth-child(3)", { state: "attached" });
  const departments = await page.locator("form select[required] option").allTextContents();
  const first = await take(page, departments[0], false);
  const second = await take(page, departments[1], false);
  const elder = await take(page, departments[1], true);
  assert.match(elder, /^P/);

  await page.keyboard.press("n");
  await page.waitForFunction(() => document.querySelector(".now .number")?.textContent !== "—");
  const foremost = await now(page);
  assert.ok((await ticket(foremost)).rightOfWay, "who has the right of way is called first");
  await board.page.waitForFunction(([n, w]) => { const t = document.querySelector("ol")?.textContent ?? ""; return t.includes(n) && t.includes(w); }, [foremost, WINDOW]);

  await page.keyboard.press("p");
  await page.waitForFunction(() => document.querySelector(".now .number")?.textContent === "—");
  assert.ok((await ticket(foremost)).passes >= 1);

  await page.keyboard.press("n");
  await page.waitForFunction(() => document.querySelector(".now .number")?.textContent !== "—");
  const called = await now(page);
  const mine = await Promise.all([first, second, elder].map(ticket));
  assert.ok(mine.every((one) => one.number === called || one.state === "waiting"), "nobody is called twice");
  await page.keyboard.press("s");
  await page.waitForSelector(".now form select");
  await tabTo(page, ".now form select");
  await choose(page, departments[2]);
  await tabTo(page, ".now form button[type=submit]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".now .number")?.textContent === "—");
  const moved = await ticket(called);
  assert.equal(moved.state, "waiting");

  await page.keyboard.press("n");
  await page.waitForFunction(() => document.querySelector(".now .number")?.textContent !== "—");
  const served = await now(page);
  await page.keyboard.press("s");
  await page.waitForSelector(".now form select");
  await page.keyboard.press("d");
  await page.waitForFunction(() => document.querySelector(".now .number")?.textContent === "—");
  assert.equal((await ticket(served)).state, "done");
  assert.deepEqual(complaints, []);
  assert.deepEqual(board.complaints, []);
  await context.close();
  await board.context.close();
});

test("A02 a resident books a time on a phone, sees it, and gives it back", async () => {
  const { page, context, complaints } = await visit(resident, "/home", { width: 390, height: 844 });
  await page.locator("nav.also a").first().click();
  await page.waitForURL(`${URL}/home/appointments`);
  await page.waitForSelector("#visit-topic option:nth-child(3)", { state: "attached" });
  await page.click("button[type=submit]");
  await page.waitForSelector(".fault");
  await page.selectOption("#visit-topic", { index: 1 });
  for (let day = 1; day <= 10 && (await page.locator("input[name=slot]").count()) === 0; day++) {
    await page.fill("#visit-day", new Date(Date.now() + 8 * 3_600_000 + day * 86_400_000).toISOString().slice(0, 10));
    await page.waitForTimeout(600);
  }
  await page.locator("input[name=slot]").first().check();
  await page.click("button[type=submit]");
  await page.waitForSelector(".note.fine");
  const number = /\d+/.exec(await page.textContent(".note.fine"))[0];
  assert.match(await page.textContent("section.sheet"), new RegExp(`预约编号 ${number}`));
  await page.getByRole("button", { name: "取消预约" }).first().click();
  await page.getByRole("button", { name: "确定取消" }).click();
  await page.waitForFunction(() => /已取消/.test(document.querySelector(".note.fine")?.textContent ?? ""));
  assert.deepEqual(complaints, []);
  await context.close();
});

test("B01 hall, board and bookings pass axe in both languages, wide and on a phone", async () => {
  const found = [];
  for (const language of ["zh", "en"]) {
    for (const [width, height] of [[1366, 768], [390, 844]]) {
      for (const [who, path, selector] of [
        [clerk, "/hall", "form select[required] option:nth-child(3)"],
        [null, `/board/${outlet}`, "footer"],
        [resident, "/home/appointments", "#visit-topic option:nth-child(3)"],
      ]) {
        const { page, context } = await visit(who, path, { width, height, language });
        await page.waitForSelector(selector, { state: "attached" });
        found.push(...(await axe(page)).violations.map((v) => `${path} ${language} ${width}: ${v}`));
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (over > 0) found.push(`${path} ${language} ${width}: ${over} px too wide`);
        if (process.env.RONGHE_SHOTS) await page.screenshot({ path: `${process.env.RONGHE_SHOTS}/${path.split("/").slice(1, 3).join("-").replace(/[^\w-]/g, "")}-${width}-${language}.png`, fullPage: true });
        await context.close();
      }
    }
  }
  assert.deepEqual(found, []);
});
