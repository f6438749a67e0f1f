// The desks of serve in a running county: a clerk by keyboard, reviewer and approver, the supervisor, the designer,
// the data-protection officer, a consultation; in Chinese and English, with axe on every page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, open, PATIENCE_ms, signIn, stop, URL } from "./browser.mjs";

const PASSWORD = "青山绿水 desks walk 2026";
const SHOTS = process.env.RONGHE_SHOTS;
const RUN = Date.now().toString(36);
const who = (role) => `e2e-${role}-${RUN}`;
const STAFF = {
  clerk: ["CLERK", "civil-affairs"],
  counter: ["CLERK", "*"],
  clerk2: ["CLERK", "public-security"],
  reviewer: ["REVIEWER", "public-security"],
  approver: ["APPROVER", "public-security"],
  reviewer2: ["REVIEWER", "civil-affairs"],
  supervisor: ["SUPERVISOR", ""],
  designer: ["DESIGNER", ""],
  privacy: ["PRIVACY", ""],
};
const ELDER = {
  elder: {
    name: "李桂兰", birthDate: "1940-06-06", idNumber: "14041119400606046X", householdDivision: "140404100200",
    bankAccount: "6217000012345678", bankName: "上党农商银行", phone: "13800000001",
  },
};
const BIRTH = {
  child: { name: "王安", sex: "female", ethnicity: "汉族", birthDate: new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10), birthPlace: "上党区人民医院" },
  birth: { certificateNumber: "U140000001", outOfWedlock: false },
  mother: { name: "李梅", idNumber: "14041119950505004X" },
  father: { name: "王强", idNumber: "140411199303030032" },
  household: { settleWith: "mother", headName: "李梅" },
  applicant: { phone: "13800000001" },
};

let browser;
const states = {};

/** Asks the server as the page's own person. */
const call = (page, method, path, body, headers = {}) =>
  page.evaluate(
    async ([m, p, b, h]) => {
      const token = decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? "");
      const response = await fetch(p, {
        method: m,
        headers: { "Content-Type": "application/json", "X-XSRF-TOKEN": token, ...h },
        ...(b === undefined ? {} : { body: JSON.stringify(b) }),
      });
      const text = await response.text();
      return { status: response.status, body: text && text.startsWith("{") | text.startsWith("[") ? JSON.parse(text) : text };
    },
    [method, path, body, headers],
  );
async function fine(page, method, path, body, headers) {
  const answer = await call(page, method, path, body, headers);
  assert.ok(answer.status < 300, `${method} ${path}: ${JSON.stringify(answer)}`);
  return answer.body;
}

async function as(role, path, { width = 1440, height = 900, language = "zh" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...(states[role] ? { storageState: states[role] } : {}) });
  await context.addInitScript((l) => localStorage.setItem("ronghe.language", l), language);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_ms);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(URL + path);
  return { page, context, complaints };
}
async function walk(role, path, how, steps) {
  const opened = await as(role, path, how);
  try {
    await steps(opened.page, opened.context);
    assert.deepEqual(opened.complaints, []);
  } finally {
    await opened.context.close();
  }
}
async function clean(page, name) {
  const { violations } = await axe(page);
  assert.deepEqual(violations, [], name);
}
async function shoot(role, path, selector, name, found) {
  for (const language of ["zh", "en"]) {
    await walk(role, path, { language }, async (page) => {
      await page.waitForSelector(selector);
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
        found.push(...(await axe(page)).violations.map((one) => `${name} ${language} ${width}: ${one}`));
        if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${width}-${language}.png`, fullPage: true });
      }
    });
  }
}

/** Somebody files at the counter. */
async function filed(service, answers) {
  let number;
  await walk("counter", "/desk", {}, async (page) => {
    await page.waitForSelector("main#content");
    const receipt = await fine(
      page, "POST", "/api/v1/serve/cases",
      { service, answers, materials: {}, person: { name: "李梅", idNumber: "14041119950505004X", consent: "present" } },
      { "Idempotency-Key": crypto.randomUUID() },
    );
    number = receipt.number;
  });
  return number;
}

before(async () => {
  browser = await launch();
  const { page, context } = await open(browser, "/sign-in?to=/users", {});
  await signIn(page, context);
  for (const [name, [role, department]] of Object.entries(STAFF)) {
    await fine(page, "POST", "/api/v1/users", { name: who(name), displayName: name, role, department, outlet: "hall", password: `first ${PASSWORD}` });
  }
  await context.close();
  for (const name of Object.keys(STAFF)) {
    const opened = await as(name, "/sign-in");
    await opened.page.fill("#user", who(name));
    await opened.page.fill("#password", `first ${PASSWORD}`);
    await opened.page.click("button[type=submit]");
    await opened.page.fill("#new-password", PASSWORD);
    await opened.page.fill("#repeat-password", PASSWORD);
    await opened.page.click("button[type=submit]");
    await opened.page.waitForSelector("main#content");
    const kept = await opened.context.storageState();
    states[name] = { cookies: kept.cookies, origins: [] };
    await opened.context.close();
  }
});
after(async () => {
  await browser?.close();
  await stop();
});

test("A01 each role lands on its own desk and is kept from the others'", async () => {
  for (const [role, home] of [["clerk", "/desk"], ["supervisor", "/supervision"], ["designer", "/designer"], ["privacy", "/privacy"]]) {
    await walk(role, "/", {}, async (page) => {
      await page.waitForURL(`${URL}${home}`);
      await page.goto(`${URL}/users`);
      await page.waitForURL(/not-allowed/);
    });
  }
});

test("A02 the clerk accepts by keyboard alone", async () => {
  const number = await filed("elder-allowance", ELDER);
  await walk("clerk", "/desk", {}, async (page) => {
    await page.waitForSelector("table.list tbody tr[aria-selected=true]");
    const rows = await page.locator("table.list tbody tr").allTextContents();
    const at = rows.findIndex((row) => row.includes(number));
    assert.ok(at >= 0);
    for (let i = 0; i < at; i++) await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(number));
    await page.waitForSelector("[data-verb=accept]");
    await page.keyboard.press("a");
    await page.waitForSelector("form.act");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("p.said");
    assert.match(await page.textContent(".status"), /审查/);
    await page.locator("h1").click();
    await page.keyboard.press("Escape");
    await page.waitForURL(`${URL}/desk`);
  });
});

test("A03 the clerk returns with two defects at once; who comes later is told", async () => {
  const number = await filed("elder-allowance", ELDER);
  const slow = await as("clerk", `/desk/${number}`, { language: "en" });
  await slow.page.waitForSelector("[data-verb=accept]");
  await walk("clerk", `/desk/${number}`, {}, async (page) => {
    await page.waitForSelector("[data-verb=return]");
    await page.keyboard.press("r");
    await page.waitForSelector("form.act fieldset input");
    while ((await page.locator("form.act fieldset input:checked").count()) > 0) await page.locator("form.act fieldset input:checked").first().uncheck();
    await page.check("form.act input[value='id-card-elder']");
    await page.check("form.act input[value='elder.phone']");
    await clean(page, "return form");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("p.said");
    assert.equal(await page.locator(".timeline > li:last-child ul li").count(), 2);
  });
  await slow.page.keyboard.press("a");
  await slow.page.waitForSelector("form.act");
  await slow.page.keyboard.press("Control+Enter");
  await slow.page.waitForSelector("p.said");
  assert.match(await slow.page.textContent("p.said"), /faster/);
  assert.match(await slow.page.textContent(".status"), /return/i);
  await slow.context.close();
});

test("A04 reviewer and approver decide, the clerk issues with what the licence lacks and delivers", async () => {
  const number = await filed("birth-registration", BIRTH);
  const press = (role, key, language = "zh", more = async () => {}) =>
    walk(role, `/desk/${number}`, { language }, async (page) => {
      await page.waitForSelector("[data-verb]");
      await page.keyboard.press(key);
      await page.waitForSelector("form.act");
      await more(page);
      await page.keyboard.press("Control+Enter");
      await page.waitForSelector("p.said");
    });
  await press("clerk2", "a");
  await press("reviewer", "v", "en");
  await press("approver", "p");
  await press("clerk2", "i", "zh", async (page) => {
    await page.waitForSelector("form.act .form input");
    await page.locator("form.act .form input").first().fill("140404100200");
    await page.keyboard.press("Tab");
  });
  await press("clerk2", "d");
  await walk("clerk2", `/desk/${number}`, {}, async (page) => {
    await page.waitForSelector(".timeline > li:nth-child(6)");
    assert.match(await page.textContent(".timeline"), /送达/);
  });
});

test("A05 the counter finds a service by initials and files it without the mouse", () =>
  walk("counter", "/desk/counter", {}, async (page) => {
    await page.waitForSelector("#counter-find");
    await page.keyboard.type("gljt");
    await page.waitForSelector("#counter-found [role=option]");
    const hits = await page.locator("#counter-found [role=option]").allTextContents();
    const at = hits.findIndex((hit) => hit.includes("高龄津贴"));
    assert.ok(at >= 0, hits.join("; "));
    for (let i = 0; i < at; i++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#person-name:focus");
    await page.keyboard.type("李桂兰");
    await page.keyboard.press("Tab");
    await page.keyboard.type("14041119400606046X");
    await page.keyboard.press("Tab");
    for (const [field, value] of Object.entries(ELDER.elder)) {
      const there = () => page.evaluate((id) => document.activeElement.id === id, `file-elder-${field}`);
      // a date has a stop for each of its parts
      for (let i = 0; i < 8 && !(await there()); i++) await page.keyboard.press("Tab");
      assert.ok(await there(), field);
      if (field === "birthDate") await page.locator(`#file-elder-${field}`).fill(value);
      else await page.keyboard.type(value);
    }
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("[role=status] h2");
    assert.match(await page.textContent("[role=status] h2"), /\d{8}-\d{10}/);
  }));

test("B01 the supervisor sees departments side by side, answers a complaint, reads the map of the work", () =>
  walk("supervisor", "/supervision", { language: "en" }, async (page) => {
    await page.waitForSelector("table.list tbody tr");
    const names = await page.locator("table.list tbody th button").allTextContents();
    assert.ok(names.length >= 2);
    await page.locator("table.list tbody th button").first().click();
    await page.waitForSelector("table.list tr[aria-selected=true]");
    await page.goto(`${URL}/supervision/process/birth-registration`);
    await page.waitForSelector("svg[role=img] rect");
    assert.ok((await page.locator("svg[role=img] rect").count()) >= 5);
    for (const format of ["ocel", "xes"]) {
      const log = await call(page, "GET", `/api/v1/serve/process/birth-registration/log?format=${format}`);
      assert.equal(log.status, 200);
      assert.doesNotMatch(JSON.stringify(log.body), /李梅|e2e-/);
    }
  }));

test("C01 the designer publishes a service and a resident's counter files it at once", async () => {
  const id = `e2e-card-${RUN}`;
  await walk("designer", "/designer/new/1", {}, async (page) => {
    await page.waitForSelector("textarea.mono");
    await page.locator("input.plain").first().fill(id);
    await page.keyboard.press("Tab");
    const text = await page.inputValue("textarea.mono");
    await page.fill("textarea.mono", text.replace("elder.birthDate", "elder.birthday"));
    await page.waitForSelector("h2.bad");
    assert.match(await page.textContent(".column"), /第 \d+ 行/);
    await clean(page, "faults");
    await page.fill("textarea.mono", text);
    await page.waitForSelector("section[aria-label='表单预览'] input");
    await clean(page, "designer");
    await page.getByRole("button", { name: "发布", exact: true }).click();
    await page.getByRole("button", { name: "确定发布" }).click();
    await page.waitForSelector("p.said");
  });
  const { elder } = ELDER;
  const number = await filed(id, { elder: { name: elder.name, birthDate: elder.birthDate, idNumber: elder.idNumber } });
  assert.match(number, /^\d{8}-\d{10}$/);
});

test("D01 the officer finds a person, exports all, and is refused what is open", () =>
  walk("privacy", "/privacy", {}, async (page) => {
    await page.waitForSelector("#privacy-id");
    await page.fill("#privacy-id", "14041119950505004X");
    await page.fill("#privacy-reason", "申请 2026-1");
    await page.keyboard.press("Enter");
    await page.waitForSelector("table.list tbody tr");
    await clean(page, "privacy");
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: /导出全部/ }).click();
    assert.equal((await saved).suggestedFilename(), "person.zip");
    await page.getByRole("button", { name: "删除", exact: true }).click();
    await page.getByRole("button", { name: "确定删除" }).click();
    await page.waitForSelector("section[role=status] li");
    assert.match(await page.textContent("section[role=status]"), /未处理/);
  }));

test("E01 the supervisor asks the people", () =>
  walk("supervisor", "/consultations", {}, async (page) => {
    await page.getByRole("button", { name: "新的征求意见" }).click();
    await page.locator("form input.plain").first().fill("光明路公交站设在哪里");
    await page.locator("form textarea").first().fill("路口还是医院门口？");
    await page.locator("form textarea").nth(2).fill("路口 | Crossing\n医院 | Hospital");
    await page.locator("input[type=date]").nth(1).fill("2026-12-31");
    await page.getByRole("button", { name: "发布", exact: true }).click();
    await page.waitForSelector("article");
    assert.match(await page.textContent("article"), /征求中/);
    const list = await page.evaluate(async () => (await fetch("/api/v1/serve/consultations")).json());
    assert.ok(list.length > 0);
  }));

test("F01 every desk passes axe in both languages, wide and on a phone", async () => {
  const found = [];
  const number = await filed("elder-allowance", ELDER);
  await shoot("clerk", "/desk", "table.list tbody tr", "desk", found);
  await shoot("clerk", `/desk/${number}`, "[data-verb]", "case", found);
  await shoot("counter", "/desk/counter", "#counter-find", "counter", found);
  await shoot("supervisor", "/supervision", "table.list tbody tr", "supervision", found);
  await shoot("supervisor", "/supervision/process/birth-registration", "svg[role=img] rect", "process", found);
  await shoot("designer", "/designer", "table.list tbody tr", "designer", found);
  await shoot("designer", "/designer/elder-allowance/1", "section[aria-live] h2", "design", found);
  await shoot("privacy", "/privacy", "#privacy-id", "privacy", found);
  await shoot("supervisor", "/consultations", "article", "consultations", found);
  assert.deepEqual(found, []);
});
