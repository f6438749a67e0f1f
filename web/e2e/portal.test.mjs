// A resident's walk through the portal on a phone, from no account to a certificate and a rating; the desks in
// between work over the API. In Chinese and in English; axe on every page.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axe, launch, PATIENCE_ms, stop, URL } from "./browser.mjs";
import { administrator, desk } from "./desk.mjs";
import { answer, daysAgo, onward, stepOf } from "./form.mjs";

/** Where to keep a picture of each page, if anywhere. */
const SHOTS = process.env.RONGHE_SHOTS;
const PHONE = { width: 390, height: 844 };
const RUN = Date.now().toString(36);
const DEPARTMENTS = ["health", "public-security", "medical-insurance", "human-resources", "tax"];
const PASSWORD = "炊烟 smoke over the village 7";

/** An identity number nobody has: the county's prefix, a made-up birthday and serial, and its check digit. */
function idNumber(seed) {
  const body = `140404199${seed % 10}0${1 + (seed % 9)}1${seed % 10}${String(100 + (seed % 899)).slice(0, 2)}${(seed % 5) * 2}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, i) => all + weight * Number(body[i]), 0);
  return body + "10X98765432"[sum % 11];
}

let browser;
let clerk;
let approvers;
before(async () => {
  browser = await launch();
  const admin = await administrator();
  clerk = await desk(admin, `clerk-${RUN}`, "CLERK", "*");
  approvers = new Map();
  for (const department of DEPARTMENTS) approvers.set(department, await desk(admin, `a-${department}-${RUN}`, "APPROVER", department));
});
after(async () => {
  await browser?.close();
  await stop();
});

async function visit(language, theme) {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true });
  await context.addInitScript(
    ([l, t]) => {
      if (!localStorage.getItem("ronghe.language")) localStorage.setItem("ronghe.language", l);
      if (!localStorage.getItem("ronghe.prefs")) localStorage.setItem("ronghe.prefs", JSON.stringify({ theme: t }));
    },
    [language, theme],
  );
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_ms);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && !/ERR_INTERNET_DISCONNECTED/.test(message.text()) && complaints.push(message.text()));
  page.on("request", (request) => !request.url().startsWith(URL) && !/^(blob|data):/.test(request.url()) && complaints.push(`outside: ${request.url()}`));
  return { context, page, complaints };
}

const WORDS = {
  zh: { find: "xinshenger", title: "新生儿出生一件事", yes: "您可以办", no: "不符合", sent: "申请已提交", offline: "没有网络", saved: "已保存，随时", place: "府后街社区居委会" },
  en: { find: "xinshenger", title: "A child is born", yes: "You can apply", no: "not met", sent: "Application sent", offline: "No network", saved: "Saved;", place: "府后街社区居委会" },
};

for (const [language, theme, seed] of [["zh", "light", 3], ["en", "dark", 6]]) {
  const w = WORDS[language];
  const number = idNumber(seed + (Date.now() % 800));
  const user = `mei-${language}-${RUN}`;
  const answers = {
    "child.name": "王小安", "child.sex": 1, "child.birthDate": daysAgo(9), "child.birthPlace": "上党区人民医院", "child.ethnicity": "汉族",
    "birth.institution": "上党区人民医院", "birth.outOfWedlock": 1, "mother.address": "府后街 12 号", "father.name": "王强",
    "father.idNumber": "140411199303030032", "vaccination.place": "韩店社区卫生服务中心", "family.children": "1", "household.settleWith": 0,
    "household.headName": "李梅", "insurance.place": w.place, "insurance.year": String(new Date().getFullYear()), "contribution.method": 0,
    "card.bank": "农村信用社", "card.delivery": 0,
  };
  let visited;
  let filed;
  const found = [];
  const look = async (name) => {
    found.push(...(await axe(visited.page)).violations.map((v) => `${language} ${name}: ${v}`));
    if (SHOTS) await visited.page.screenshot({ path: join(SHOTS, `portal-${name.replace(/\W+/g, "-")}-${language}.png`) });
  };

  test(`A01 ${language}: a stranger finds the service, and is told kindly what is wrong with a number`, async () => {
    visited = await visit(language, theme);
    const { page } = visited;
    await page.goto(`${URL}/home`);
    await page.waitForSelector(".event");
    await look("home");
    await page.goto(`${URL}/home/register`);
    await page.fill("#name", "李梅");
    await page.fill("#id-number", number.slice(0, 17));
    await page.fill("#phone", "13800000001");
    await page.fill("#user", user);
    await page.fill("#password", PASSWORD);
    await page.click("main button[type=submit]");
    assert.match(await page.textContent("#id-number-fault"), /18/);
    await look("register");
    await page.fill("#id-number", number);
    await page.click("main button[type=submit]");
    await page.waitForURL(/\/home$/);
  });

  test(`A02 ${language}: checks first, and hears what would change a no`, async () => {
    const { page } = visited;
    await page.fill("#find", w.find);
    await page.waitForURL(/q=/);
    await page.waitForFunction(() => document.querySelectorAll("a.found").length < 30 && !document.querySelector("details.more"));
    await page.locator("a.found", { hasText: w.title }).first().click();
    await page.waitForSelector("main h1");
    await page.waitForSelector("dl.facts");
    await look("guide");
    await page.goto(`${URL}/home/bundle/newborn/check`);
    await page.waitForSelector("#q-child-birthDate");
    await page.fill("#q-child-birthDate", daysAgo(700));
    await page.click("main form button[type=submit]");
    await page.waitForSelector(".sign.NO");
    assert.ok((await page.textContent("main")).includes(w.no));
    await page.fill("#q-child-birthDate", daysAgo(9));
    await page.click("main form button[type=submit]");
    await page.waitForSelector(".sign.YES");
    assert.ok((await page.textContent("main")).includes(w.yes));
    await look("check");
  });

  test(`A03 ${language}: fills the merged form on the phone; reload and back lose nothing`, async (t) => {
    const { page } = visited;
    await page.goto(`${URL}/home/bundle/newborn/file`);
    await page.waitForSelector("form.body");
    await look("start");
    // the optional parts stay out, and the one who files is the mother
    for (const box of await page.locator("form.body input[type=checkbox]").all()) await box.uncheck();
    await page.locator("input[name=self]").first().check();
    await onward(page);
    assert.equal(await page.inputValue("#q-child-birthDate"), daysAgo(9), "what was checked before is not asked again");
    await page.fill("#q-child-name", "");
    await page.click("form.body button[type=submit]");
    await page.waitForSelector("a[href='#q-child-name']");
    await page.click("a[href='#q-child-name']");
    assert.equal(await page.evaluate(() => document.activeElement.id), "q-child-name");
    await look("faults");
    await answer(page, answers);
    await page.waitForTimeout(1500);
    await page.reload();
    await page.waitForSelector("#q-child-name");
    assert.equal(await page.inputValue("#q-child-name"), "王小安", "a reload loses nothing");
    // without a network it is kept here, and goes up by itself
    await visited.context.setOffline(true);
    await page.fill("#q-child-name", "王安安");
    await page.locator("[role=status]", { hasText: w.offline }).waitFor();
    await visited.context.setOffline(false);
    await page.locator("[role=status]", { hasText: w.saved }).waitFor();
    const drafts = await page.evaluate(async () => (await fetch("/api/v1/serve/drafts/bundle-newborn")).json());
    assert.equal(drafts.content.answers.child.name, "王安安");
    await page.fill("#q-child-name", "王小安");
    let pages = 0;
    for (; stepOf(page) !== "review" && pages < 20; pages++) {
      if (stepOf(page) === "materials") {
        await page.locator("input[type=file]").first().setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: PNG });
        await page.locator("[role=status]", { hasText: "photo.png" }).waitFor();
      } else {
        await answer(page, answers);
        if (await page.locator("#q-mother-idNumber").count()) {
          assert.equal(await page.inputValue("#q-mother-idNumber"), number, "the account fills the mother");
        }
      }
      await look(`step ${stepOf(page)}`);
      await onward(page);
    }
    t.diagnostic(`${pages} pages`);
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes("review"));
    await page.goForward();
    await page.waitForFunction(() => location.search.includes("review"));
    assert.ok((await page.textContent("main")).includes("王小安"), "back and forward lose nothing");
    await look("review");
  });

  test(`A04 ${language}: sends it and keeps the receipt`, async () => {
    const { page } = visited;
    await page.locator("form.body input[type=checkbox]").check();
    await page.click("form.body button[type=submit]");
    await page.waitForURL(/\/receipt/);
    await page.waitForSelector(".receipt dl");
    assert.ok((await page.textContent("main")).includes(w.sent));
    filed = decodeURIComponent(/cases\/([^/]+)\/receipt/.exec(page.url())[1]);
    await look("receipt");
    const left = await page.evaluate(async () => (await fetch("/api/v1/serve/drafts")).json());
    assert.deepEqual(left, [], "the draft is gone");
  });

  test(`B01 ${language}: the console is not for residents`, async () => {
    const { page } = visited;
    for (const path of ["/overview", "/alarms", "/users", "/me", "/"]) {
      await page.goto(URL + path);
      await page.waitForURL(/\/home$/);
    }
  });

  test(`B02 ${language}: a part is returned, and corrected with everything at once`, async () => {
    const { page } = visited;
    const story = await page.evaluate(async (n) => (await fetch(`/api/v1/serve/cases/${n}`)).json(), filed);
    const part = story.parts.find((one) => one.file.status === "filed").file.number;
    await clerk.must("POST", `/api/v1/serve/cases/${part}/return`, { reason: "照片不清楚", defects: ["请重拍照片", "请核对出生地"] });
    await page.goto(`${URL}/home/cases/${filed}`);
    await page.locator(`a[href$='${part}/correct']`).click();
    await page.waitForSelector("form");
    assert.ok((await page.textContent("main")).includes("请重拍照片"));
    await look("correct");
    await answer(page, { "child.birthPlace": "上党区妇幼保健院" });
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL(new RegExp(`cases/${filed}$`));
    const after = await page.evaluate(async (n) => (await fetch(`/api/v1/serve/cases/${n}`)).json(), part);
    assert.equal(after.file.status, "filed");
  });

  test(`B03 ${language}: the desks accept, examine, decide, issue and deliver every part`, async (t) => {
    const { page } = visited;
    const facts = { birth: { certificateNumber: "U140000001" }, child: { idNumber: "140404202603010018", householdDivision: "140404001002", householdAddress: "府后街 12 号" } };
    let acts = 0;
    for (let round = 0; round < 60; round++) {
      const story = await page.evaluate(async (n) => (await fetch(`/api/v1/serve/cases/${n}`)).json(), filed);
      const open = story.parts.filter((one) => !["waiting", "delivered"].includes(one.file.status));
      if (!open.length) break;
      for (const { file } of open) {
        for (const person of [clerk, approvers.get(file.department)]) {
          const seen = (await person.ask("GET", `/api/v1/serve/cases/${file.number}`)).body;
          const verb = ["accept", "review", "approve", "issue", "deliver"].find((one) => seen.may?.includes(one));
          if (!verb) continue;
          await person.must("POST", `/api/v1/serve/cases/${file.number}/${verb}`, verb === "issue" ? { answers: facts } : {});
          acts++;
        }
      }
    }
    const story = await page.evaluate(async (n) => (await fetch(`/api/v1/serve/cases/${n}`)).json(), filed);
    t.diagnostic(`${acts} acts, ${story.parts.length} parts`);
    assert.deepEqual([...new Set(story.parts.map((one) => one.file.status))], ["delivered"]);
  });

  test(`C01 ${language}: the resident sees the certificate, anyone can check it, and rates`, async () => {
    const { page } = visited;
    await page.goto(`${URL}/home/cases`);
    await page.waitForSelector("a.case");
    await look("cases");
    await page.goto(`${URL}/home/cases/${filed}`);
    await page.waitForSelector(".licence");
    await page.locator("details.part summary").first().click();
    await look("case");
    await page.locator("form.rate input[type=radio]").first().check();
    await page.locator("form.rate button[type=submit]").first().click();
    await page.waitForFunction(async (n) => {
      const story = await (await fetch(`/api/v1/serve/cases/${n}`)).json();
      return story.parts.some((one) => one.events.some((event) => event.verb === "rate"));
    }, filed);
    const due = page.locator("details.part", { has: page.locator("button", { hasText: "400" }) });
    // it may be the part that is open already
    if (!(await due.evaluate((part) => part.open))) await due.locator("summary").first().click();
    await due.locator("button", { hasText: "400" }).click();
    await page.locator("details.part [role=status]", { hasText: "✓" }).first().waitFor();
    await page.goto(`${URL}/home/licences`);
    await page.locator(".licence button").first().click();
    await look("licences");
    const link = await page.locator(".licence dl a").first().getAttribute("href");
    await page.goto(`${URL}/home/notices`);
    await page.waitForSelector("main li");
    await look("notices");
    await page.goto(`${URL}/home/me`);
    await page.waitForSelector("main fieldset");
    await look("me");
    const stranger = await visit(language, theme);
    await stranger.page.goto(URL + link);
    await stranger.page.waitForSelector("main dl");
    found.push(...(await axe(stranger.page)).violations);
    assert.deepEqual(stranger.complaints, []);
    await stranger.context.close();
  });

  test(`C02 ${language}: another application is withdrawn, after a second thought`, async () => {
    const { page } = visited;
    const made = await page.evaluate(async (me) => {
      const token = decodeURIComponent(/XSRF-TOKEN=([^;]*)/.exec(document.cookie)[1]);
      const response = await fetch("/api/v1/serve/cases", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-XSRF-TOKEN": token, "Idempotency-Key": `again-${me}` },
        body: JSON.stringify({
          service: "temporary-assistance",
          answers: {
            applicant: { name: "李梅", idNumber: me, address: "府后街 12 号", phone: "13800000001", bankAccount: "6222000011112222", bankName: "农信社" },
            hardship: { kind: "illness", date: "2026-01-05", story: "住院", urgent: true },
            household: { members: 3 },
          },
        }),
      });
      return response.json();
    }, number);
    await page.goto(`${URL}/home/cases/${made.number}`);
    await page.locator("button.link").click();
    await look("withdraw");
    await page.locator("[role=group] button.first").click();
    await page.waitForFunction(async (n) => (await (await fetch(`/api/v1/serve/cases/${n}`)).json()).file.status === "withdrawn", made.number);
  });

  test(`D01 ${language}: no page broke a rule of accessibility, and none complained`, async (t) => {
    t.diagnostic(`${found.length} violations`);
    const { complaints, context } = visited;
    await context.close();
    assert.deepEqual([...new Set(found)], []);
    assert.deepEqual(complaints, []);
  });
}

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
