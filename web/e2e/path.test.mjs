// Asked before filing, and a path drawn in BPMN: what the rules say line by line, the drawing at the desk, in the portal
// and at the designer's; in Chinese and English, with axe on every page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, PATIENCE_ms, stop, URL } from "./browser.mjs";
import { administrator, desk, Person } from "./desk.mjs";

const SHOTS = process.env.RONGHE_SHOTS;
const RUN = Date.now().toString(36);
const RESIDENT = `e2e-path-${RUN}`;
const PASSWORD = "four small blue kites";
const STAFF_PASSWORD = "一把钥匙 one key 2026 desk";
const WORKS = {
  enterprise: { name: "上党区供水有限公司", creditCode: "91140404MA0GT00012" },
  agent: { name: "赵平", idNumber: "140411199303030032", phone: "13900000002" },
  connection: { utilities: ["water"], address: "上党区光明路 8 号" },
  dig: {
    road: "光明路", area: 24.5, depth: 1.6, start: "2026-12-13", end: "2026-12-17", affectsTraffic: true, affectsGreen: true, contractor: "上党市政工程队",
    shape: { type: "Polygon", coordinates: [[[113.05, 36.05], [113.0502, 36.05], [113.0502, 36.0501], [113.05, 36.05]]] },
  },
};
let browser;
let number;
let returned;

before(async () => {
  browser = await launch();
  const admin = await administrator();
  const clerk = await desk(admin, `roads-${RUN}`, "CLERK", "urban-management");
  await desk(admin, `designer-${RUN}`, "DESIGNER", "");
  const resident = new Person();
  await resident.ask("GET", "/api/v1/county");
  await resident.must("POST", "/api/v1/serve/residents", { user: RESIDENT, password: PASSWORD, name: "赵平", idNumber: "140411199303030032", phone: "13900000002" });
  await resident.signIn(RESIDENT, PASSWORD, PASSWORD);
  const receipt = await resident.must("POST", "/api/v1/serve/cases", { service: "outside-connection-works", answers: WORKS, materials: {} }, { "Idempotency-Key": `e2e-path-${RUN}` });
  number = receipt.number;
  await clerk.must("POST", `/api/v1/serve/cases/${number}/accept`, {});
  const second = await resident.must("POST", "/api/v1/serve/cases", { service: "outside-connection-works", answers: WORKS, materials: {} }, { "Idempotency-Key": `e2e-back-${RUN}` });
  returned = second.number;
  await clerk.must("POST", `/api/v1/serve/cases/${returned}/return`, { reason: "道路名称不全", defects: ["dig.road"] });
});
after(async () => {
  await browser?.close();
  await stop();
});

async function page(path, { width = 390, height = 844, language = "zh", user = "", password = "" } = {}) {
  const context = await browser.newContext({ viewport: { width, height } });
  await context.addInitScript(
    ([l, key]) => {
      localStorage.setItem("ronghe.language", l);
      if (key) localStorage.setItem(key, "1");
    },
    [language, user ? "ronghe.signed-in" : ""],
  );
  const made = await context.newPage();
  made.setDefaultTimeout(PATIENCE_ms);
  if (user) {
    await made.goto(`${URL}/home`);
    const status = await made.evaluate(
      async ([u, p]) => {
        await fetch("/api/v1/county");
        const token = decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? "");
        const answer = await fetch("/api/v1/session", { method: "POST", headers: { "Content-Type": "application/json", "X-XSRF-TOKEN": token }, body: JSON.stringify({ user: u, password: p }) });
        return answer.status;
      },
      [user, password],
    );
    assert.ok(status < 300, `${user}: ${status}`);
  }
  await made.goto(URL + path);
  return made;
}
async function look(it, name) {
  const { violations } = await axe(it);
  assert.deepEqual(violations, [], name);
  if (SHOTS) await it.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}
const monthsAgo = (months) => {
  const day = new Date();
  day.setMonth(day.getMonth() - months);
  return day.toISOString().slice(0, 10);
};

for (const language of ["zh", "en"]) {
  test(`A01 ${language}: not yet, with the clause and the day that would change it`, async () => {
    const it = await page("/home/service/residence-permit/check", { language });
    await it.locator("input[type=date]").fill(monthsAgo(2));
    await it.getByText(language === "zh" ? "合法稳定住所" : "A steady home", { exact: true }).click();
    await it.locator("form button[type=submit]").click();
    await it.locator("h2.verdict").waitFor();
    const said = await it.locator("main").innerText();
    assert.match(said, language === "zh" ? /居住还不满半年（居住证暂行条例第二条）/ : /Not half a year here yet/);
    assert.match(said, language === "zh" ? /到 \d{4}-\d\d-\d\d 再申请，就符合/ : /Apply on \d{4}-\d\d-\d\d/);
    await look(it, `check-${language}`);
    await it.context().close();
  });

  test(`B01 ${language}: the desk sees where the drawn case stands`, async () => {
    const it = await page(`/desk/${number}`, { width: 1366, height: 900, language, user: `roads-${RUN}`, password: STAFF_PASSWORD });
    await it.locator("figure.path svg").waitFor();
    const now = await it.locator("figure.path figcaption").innerText();
    assert.match(now, language === "zh" ? /占用挖掘道路审查/ : /Opening of the road/);
    assert.match(now, language === "zh" ? /计时中，到 \d{4}-\d\d-\d\d 止/ : /time runs until/);
    await look(it, `desk-path-${language}`);
    await it.context().close();
  });

  test(`B02 ${language}: so does the applicant on the phone`, async () => {
    const it = await page(`/home/cases/${number}`, { language, user: RESIDENT, password: PASSWORD });
    await it.locator("summary", { hasText: language === "zh" ? "办理路径" : "The path" }).click();
    await it.locator("figure.path svg").waitFor();
    await look(it, `portal-path-${language}`);
    await it.context().close();
  });
}

test("B03 what is typed on the correction page is there on another device", async () => {
  const here = await page(`/home/cases/${returned}/correct`, { user: RESIDENT, password: PASSWORD });
  const road = (it) => it.getByLabel("道路名称", { exact: false }).first();
  await road(here).fill("光明路与府前街交叉口");
  await here.getByText("已保存", { exact: false }).waitFor();
  await look(here, "correct-zh");
  await here.context().close();
  const there = await page(`/home/cases/${returned}/correct`, { user: RESIDENT, password: PASSWORD });
  await road(there).waitFor();
  assert.equal(await road(there).inputValue(), "光明路与府前街交叉口");
  await there.context().close();
});

test("C02 the designer is told which open cases a version would move, and is asked first", async () => {
  const it = await page("/designer/outside-connection-works/1", { width: 1366, height: 900, user: `designer-${RUN}`, password: STAFF_PASSWORD });
  const text = it.locator("textarea");
  await it.locator("header button", { hasText: "service.yaml" }).click();
  const typed = await text.inputValue();
  await text.fill(typed.replace(/^(version:.*)$/m, "$1\nold_cases: migrate").replace("promise_day: 10", "promise_day: 8"));
  const moves = it.locator("section", { hasText: "在办件的去向" }).last();
  await moves.waitFor();
  assert.match(await moves.innerText(), /承诺时限由 10 缩短到 8/);
  await look(it, "designer-moves-zh");
  await it.context().close();
});

test("C01 the designer sees the drawing of what is typed", async () => {
  const it = await page("/designer/outside-connection-works/1", { width: 1366, height: 900, user: `designer-${RUN}`, password: STAFF_PASSWORD });
  await it.locator("figure.path svg").waitFor();
  await look(it, "designer-path-zh");
  await it.context().close();
});
