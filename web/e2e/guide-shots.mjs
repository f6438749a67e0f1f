// Takes the pictures of README and docs/guide anew, in both languages: `RONGHE_HOME=.. node e2e/guide-shots.mjs` from web/, or
// against a running county (RONGHE_URL, RONGHE_USER, RONGHE_PASSWORD). They land in docs/img.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, PATIENCE_ms, stop, URL } from "./browser.mjs";
import { administrator, desk, Person } from "./desk.mjs";
import { answer, daysAgo, onward } from "./form.mjs";

const FOLDER = process.env.RONGHE_SHOTS ?? fileURLToPath(new globalThis.URL("../../docs/img/", import.meta.url));
const RUN = Date.now().toString(36);
const PASSWORD = "画册 pictures of a guide 9";
const PHONE = { width: 390, height: 760 };
const WIDE = { width: 1440, height: 900 };
const DESK = { width: 1120, height: 700 };
const ELDER = {
  elder: {
    name: "李桂兰", birthDate: "1940-06-06", idNumber: "14041119400606046X", householdDivision: "140404100200",
    bankAccount: "6217000012345678", bankName: "上党农商银行", phone: "13800000001",
  },
};

const browser = await launch();
const admin = await administrator();
const seats = {
  clerk: await desk(admin, `shots-clerk-${RUN}`, "CLERK", "*"),
  reviewer: await desk(admin, `shots-approver-${RUN}`, "APPROVER", "civil-affairs"),
  supervisor: await desk(admin, `shots-supervisor-${RUN}`, "SUPERVISOR", ""),
  designer: await desk(admin, `shots-designer-${RUN}`, "DESIGNER", ""),
  privacy: await desk(admin, `shots-privacy-${RUN}`, "PRIVACY", ""),
};
const resident = new Person();
const user = `shots-${RUN}`;
await resident.ask("GET", "/api/v1/county");
await resident.must("POST", "/api/v1/serve/residents", { user, password: PASSWORD, name: "李梅", idNumber: idNumber(), phone: "13800000001" });
await resident.signIn(user, PASSWORD, PASSWORD);

/** An identity number nobody has yet. */
function idNumber() {
  const body = `14040419880${1 + (Date.now() % 9)}1${Date.now() % 9}${String(Date.now() % 1000).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + "10X98765432"[weights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11];
}
const file = (who, body) => who.must("POST", "/api/v1/serve/cases", body, { "Idempotency-Key": crypto.randomUUID() });
const atCounter = () =>
  file(seats.clerk, { service: "elder-allowance", answers: ELDER, materials: {}, person: { name: "李桂兰", idNumber: ELDER.elder.idNumber, consent: "present" } });

// A little work for the desks to show.
const fresh = (await atCounter()).number;
const taken = (await atCounter()).number;
await seats.clerk.must("POST", `/api/v1/serve/cases/${taken}/accept`, {});
const own = (await file(resident, { service: "elder-allowance", answers: ELDER, materials: {}, leftOut: [] })).number;
await seats.clerk.must("POST", `/api/v1/serve/cases/${own}/accept`, {});
const outlet = (await seats.clerk.must("GET", "/api/v1/serve/catalogue/outlets")).find((one) => one.level === "county").id;
for (const rightOfWay of [false, true, false]) {
  await seats.clerk.must("POST", `/api/v1/serve/hall/${encodeURIComponent(outlet)}/tickets`, { topic: "civil-affairs", rightOfWay, appointment: null });
}

const tunnel = (await admin.must("GET", "/api/v1/tunnels"))[0].id;

/** What to show: file name, who, size, page, what must be there, and what is done before. */
const SHOTS = [
  ["overview", admin, WIDE, "/overview", "table.list tbody tr"],
  ["tunnel", admin, WIDE, `/tunnels/${tunnel}`, "button.cell"],
  ["guide-resident-home", null, PHONE, "/home", ".event"],
  ["guide-resident-service", null, PHONE, "/home/bundle/newborn", "main h1"],
  ["guide-resident-form", resident, PHONE, "/home/service/birth-registration/file", "form.body", fillOnePage],
  ["guide-resident-case", resident, PHONE, `/home/cases/${own}`, "main h1"],
  ["guide-resident-visit", resident, PHONE, "/home/appointments", "#visit-topic option:nth-child(3)"],
  ["guide-clerk-inbox", seats.clerk, DESK, "/desk", "table.list tbody tr"],
  ["guide-clerk-return", seats.clerk, DESK, `/desk/${fresh}`, "[data-verb=return]", (page) => press(page, "r")],
  ["guide-clerk-hall", seats.clerk, DESK, "/hall", "form select[required] option:nth-child(3)", (page) => page.keyboard.press("n")],
  ["guide-reviewer-case", seats.reviewer, DESK, `/desk/${taken}`, ".actions, [data-verb]"],
  ["guide-supervisor", seats.supervisor, DESK, "/supervision", "table.list tbody tr"],
  ["guide-supervisor-process", seats.supervisor, DESK, "/supervision/process/elder-allowance", "svg[role=img] rect"],
  ["guide-designer", seats.designer, DESK, "/designer/elder-allowance/1", "section[aria-live] h2"],
  ["guide-privacy", seats.privacy, DESK, "/privacy", "#privacy-id", findPerson],
];

async function press(page, key) {
  await page.keyboard.press(key);
  await page.waitForSelector("form.act");
}
async function fillOnePage(page) {
  if (await page.locator("form.body fieldset label").count()) await page.locator("form.body fieldset label").last().click();
  await onward(page);
  await answer(page, { "child.name": "王小安", "child.sex": 1, "child.birthDate": daysAgo(9), "child.ethnicity": "汉族" });
}
async function findPerson(page) {
  await page.fill("#privacy-id", ELDER.elder.idNumber);
  await page.fill("#privacy-reason", "申请 2026-1");
  await page.keyboard.press("Enter");
  await page.waitForSelector("table.list tbody tr");
}

for (const language of ["zh", "en"]) {
  for (const [name, who, size, path, selector, before] of SHOTS) {
    const context = await browser.newContext({ viewport: size, ...(who ? { storageState: who.state() } : {}) });
    await context.addInitScript(
      ([l, kept, person]) => {
        localStorage.setItem("ronghe.language", l);
        localStorage.setItem("ronghe.hall", kept);
        if (person) localStorage.setItem("ronghe.signed-in", "true");
      },
      [language, JSON.stringify({ outlet, window: "3", topics: [] }), who !== null],
    );
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_ms);
    await page.goto(URL + path);
    await page.waitForSelector(selector, { state: "attached" });
    await before?.(page);
    // tiles and first values; nothing tells when a map is quiet
    await page.waitForTimeout(size === WIDE ? 6_000 : 900);
    await page.screenshot({ path: join(FOLDER, `${name}-${language}.png`) });
    await context.close();
    console.log(`${name}-${language}.png`);
  }
}
await browser.close();
await stop();
