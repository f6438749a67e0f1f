// One road, opened once: a gas company's plan is drawn on the map and checked live; a resident files a dig permit with
// its line drawn or typed; the two become one opening; while the ground is open an alarm beside it names the works,
// and the works name the alarm.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, PATIENCE_ms, stop, URL } from "./browser.mjs";
import { administrator, desk, Person } from "./desk.mjs";
import { answer, daysAgo, onward, stepOf } from "./form.mjs";

const RUN = Date.now().toString(36);
const PASSWORD = "青石 paving stones 2026";
const today = daysAgo(0);

let browser;
let admin;
let roads;
let desks;
let resident;
let beside;
let trench;
let plan;
let number;
before(async () => {
  browser = await launch();
  admin = await administrator();
  roads = await desk(admin, `roads-${RUN}`, "REVIEWER", "urban-management");
  desks = {
    clerk: await desk(admin, `dig-clerk-${RUN}`, "CLERK", "*"),
    traffic: await desk(admin, `traffic-${RUN}`, "REVIEWER", "traffic-police"),
    approver: await desk(admin, `approve-${RUN}`, "APPROVER", "urban-management"),
  };
  resident = new Person();
  await resident.ask("GET", "/api/v1/county");
  const user = `digger-${RUN}`;
  const serial = String(Date.now() % 1000).padStart(3, "0");
  const body = `14040419870${1 + (Date.now() % 9)}1${Date.now() % 9}${serial}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const idNumber = body + "10X98765432"[weights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11];
  await resident.must("POST", "/api/v1/serve/residents", { user, password: PASSWORD, name: "赵平", idNumber, phone: "13900000002" });
  assert.ok(await resident.signIn(user, PASSWORD, PASSWORD));
  // Ground beside a gauge of a tunnel: an alarm there concerns the works.
  const tunnel = (await admin.must("GET", "/api/v1/tunnels"))[0];
  const sections = (await admin.must("GET", `/api/v1/tunnels/${tunnel.id}`)).compartments[0].sections;
  beside = sections[Math.floor(sections.length / 3)].points.find((one) => one.quantity === "oxygen");
  trench = [[beside.lon - 0.0008, beside.lat + 0.00012], [beside.lon + 0.0008, beside.lat + 0.00022]];
});
after(async () => {
  await browser?.close();
  await stop();
});

async function visit(who, path, { width = 1366, height = 900, language = "zh" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, storageState: who.state() });
  await context.addInitScript((l) => {
    localStorage.setItem("ronghe.language", l);
    localStorage.setItem("ronghe.signed-in", "true");
  }, language);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_ms);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(URL + path);
  return { page, context, complaints };
}
const lines = (points) => points.map((one) => one.map((n) => n.toFixed(6)).join(", ")).join("\n");
const shoot = (page, name) => process.env.RONGHE_SHOTS && page.screenshot({ path: `${process.env.RONGHE_SHOTS}/${name}.png` });

/** Clicks two places of the map a little apart and waits until both are points. */
async function draw(page, count) {
  const canvas = page.locator("canvas.maplibregl-canvas");
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  await page.mouse.click(box.x + box.width * 0.45, box.y + box.height * 0.5);
  await page.mouse.click(box.x + box.width * 0.55, box.y + box.height * 0.55);
  await count(2);
}

test("A01 the desk draws a plan on the map, checks it live and keeps it", async () => {
  const { page, context, complaints } = await visit(roads, "/works");
  await page.waitForSelector("canvas.maplibregl-canvas");
  await page.locator("header button[aria-pressed]").click();
  await draw(page, (n) => page.waitForFunction((all) => document.querySelector("form textarea").value.trim().split("\n").length === all, n));
  await page.fill("form textarea", lines(trench));
  const fields = page.locator("form.fields input:not([type=checkbox]):not([type=date]):not([type=number])");
  await fields.nth(0).fill("纬十街");
  await fields.nth(1).fill("上党区燃气公司");
  await page.locator("form.fields input[type=date]").nth(0).fill(today);
  await page.locator("form.fields input[type=date]").nth(1).fill(daysAgo(-10));
  await page.getByRole("button", { name: "查一查" }).click();
  await page.waitForSelector(".verdict");
  assert.match(await page.textContent(".found"), /管廊|须|✓/);
  assert.deepEqual((await axe(page)).violations, []);
  await shoot(page, "works-check");
  await page.getByRole("button", { name: "列入计划" }).click();
  await page.waitForFunction(() => /已列入计划/.test(document.querySelector(".side")?.textContent ?? ""));
  const mine = (await roads.must("GET", "/api/v1/serve/openings")).filter((one) => one.who === "上党区燃气公司").at(-1);
  assert.equal(mine.stage, "planned");
  plan = mine.id;
  assert.deepEqual(complaints, []);
  await context.close();
});

test("A02 a resident files the permit on a phone: drawn on the map, or typed where drawing is not possible", async () => {
  const { page, context, complaints } = await visit(resident, "/home/service/dig-permit/file", { width: 390, height: 844 });
  await page.waitForSelector("form.body");
  const answers = {
    "enterprise.name": "上党区供水有限公司", "enterprise.creditCode": "91140404MA0GT00012", "agent.name": "赵平",
    "agent.idNumber": "140411199303030032", "agent.phone": "13900000002", "dig.purpose": 1, "dig.utility": 0, "dig.road": "纬十街",
    "dig.area": "24.5", "dig.depth": "1.6", "dig.start": today, "dig.end": daysAgo(-4), "dig.affectsTraffic": 0,
    "dig.affectsGreen": 1, "dig.contractor": "上党市政工程队",
  };
  let drawn = false;
  for (let pages = 0; stepOf(page) !== "review" && pages < 20; pages++) {
    if (stepOf(page) === "start") await page.locator("form.body fieldset label").last().click();
    await answer(page, answers);
    if (await page.locator("#q-dig-shape").count()) {
      await page.waitForSelector(".drawn canvas.maplibregl-canvas");
      await draw(page, (n) => page.waitForFunction((all) => document.querySelector("#q-dig-shape").value.trim().split("\n").length === all, n));
      assert.deepEqual((await axe(page)).violations, []);
      await shoot(page, "portal-map");
      await page.fill("#q-dig-shape", trench.map((one) => one.map((n) => n.toFixed(6)).join(",")).join("\n"));
      await page.locator("#q-dig-shape").dispatchEvent("change");
      drawn = true;
    }
    await onward(page);
  }
  assert.ok(drawn, "the form asked for the line");
  await page.locator("form.body .field input[type=checkbox]").last().check();
  await page.click("form.body button[type=submit]");
  await page.waitForURL(/\/home\/cases\/.+\/receipt/);
  number = /cases\/([^/]+)\/receipt/.exec(page.url())[1];
  const filed = (await roads.must("GET", "/api/v1/serve/openings")).find((one) => one.id === number);
  assert.equal(filed.stage, "applied");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("B01 the desk makes the two one opening", async () => {
  const { page, context, complaints } = await visit(roads, "/works");
  await page.waitForSelector("table.list tbody tr");
  await page.locator("table.list tbody tr", { hasText: "上党区供水有限公司" }).last().locator("button").click();
  await page.waitForSelector(".joint");
  assert.match(await page.textContent(".joint"), /少挖 \d+ m/);
  await shoot(page, "works-joint");
  await page.getByRole("button", { name: "合并开挖" }).click();
  await page.waitForFunction(() => !document.querySelector(".joint button"));
  const all = await roads.must("GET", "/api/v1/serve/openings");
  const [one, other] = [number, plan].map((id) => all.find((each) => each.id === id));
  assert.ok(one.joint);
  assert.equal(one.joint, other.joint);
  assert.equal(one.from, other.from);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("C01 while the ground is open, the alarm beside it names the works and the works name the alarm", async () => {
  const verb = (who, name, body = {}) => who.must("POST", `/api/v1/serve/cases/${number}/${name}`, body);
  await verb(desks.clerk, "accept");
  await verb(roads, "review", { step: "roads" });
  await verb(desks.traffic, "review", { step: "traffic" });
  await verb(desks.approver, "approve");
  const due = (await resident.must("GET", `/api/v1/serve/cases/${number}`)).payments;
  for (const fee of due) await resident.must("POST", `/api/v1/serve/cases/${number}/payments/${fee.fee}`);
  const until = Date.now() + PATIENCE_ms;
  while ((await resident.must("GET", `/api/v1/serve/cases/${number}`)).payments.some((one) => one.status !== "paid")) {
    assert.ok(Date.now() < until, "the fee was not paid in time");
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await verb(desks.clerk, "issue");
  await roads.must("POST", `/api/v1/serve/openings/${number}/open`, { phone: "13900000002" });

  const device = await admin.must("POST", "/api/v1/devices", { name: `dig-${RUN}`, points: [beside.id] });
  const send = (value, at) =>
    fetch(`${URL}/api/v1/readings`, {
      method: "POST",
      headers: { "Content-Type": "text/csv", Authorization: `Basic ${btoa(`${device.user}:${device.password}`)}` },
      body: `point,time,value,quality\n${beside.id},${new Date(at).toISOString()},${value},good\n`,
    });
  let alarm;
  while (!alarm) {
    assert.ok(Date.now() < until + PATIENCE_ms, "no alarm names the works");
    assert.equal((await send(10, Date.now())).status, 200);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { items } = await admin.must("GET", "/api/v1/alarms?state=active&limit=500");
    alarm = items.find((one) => one.point === beside.id && one.works.some((site) => site.id === number));
  }
  const watcher = await visit(admin, `/alarms/${alarm.id}`, { language: "en" });
  await watcher.page.waitForSelector("article.detail");
  assert.match(await watcher.page.textContent("article.detail"), /纬十街/);
  await shoot(watcher.page, "alarm-works");
  await watcher.context.close();
  const works = await visit(roads, "/works");
  await works.page.waitForSelector("table.list tbody tr");
  await works.page.locator("table.list tbody tr", { hasText: "上党区供水有限公司" }).last().locator("button").click();
  await works.page.waitForFunction(() => /氧/.test(document.querySelector(".side .card")?.textContent ?? ""));
  await shoot(works.page, "works-alarm");
  await works.context.close();
  await roads.must("POST", `/api/v1/serve/openings/${number}/close`, {});
  await admin.ask("DELETE", `/api/v1/devices/dig-${RUN}`);
});
