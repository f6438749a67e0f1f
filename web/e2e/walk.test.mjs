// A duty officer's walk through a running county. RONGHE_URL, RONGHE_USER and RONGHE_PASSWORD say where and who.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, open, PATIENCE_ms, signIn, stop, URL } from "./browser.mjs";

let browser;
let county;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await stop();
});

const ask = (page, path) =>
  page.evaluate(async (p) => {
    const response = await fetch(p);
    return response.ok ? response.json() : { status: response.status };
  }, path);

/** Runs a walk and fails when the page complained. */
async function walk(path, how, steps) {
  const opened = await open(browser, path, how);
  try {
    await steps(opened.page, opened.context);
    assert.deepEqual(opened.complaints, []);
  } finally {
    await opened.context.close();
  }
}

test("A01 a stranger is led to sign in, and wrong words are refused kindly", () =>
  walk("/overview", {}, async (page) => {
    await page.waitForURL(/\/sign-in/);
    await page.fill("#user", "nobody");
    await page.fill("#password", "wrong-password");
    await page.click("button[type=submit]");
    await page.waitForSelector("[role=alert]");
  }));

test("A02 the officer signs in, and chooses a password when the county asks", (t) =>
  walk("/sign-in?to=/overview", {}, async (page, context) => {
    const changed = await signIn(page, context);
    t.diagnostic(changed ? "the password was changed" : "the password stood already");
    await page.waitForURL(/\/overview/);
    county = await ask(page, "/api/v1/county");
  }));

test("B01 the overview draws the map and the townships", (t) =>
  walk("/overview", {}, async (page) => {
    await page.waitForSelector("canvas.maplibregl-canvas");
    await page.waitForSelector("table.list tbody tr");
    const towns = await page.locator("table.list tbody tr").count();
    t.diagnostic(`${towns} townships`);
    assert.ok(towns > 0);
    if (county.synthetic) assert.match(await page.textContent("p.synthetic"), /合成/);
  }));

test("B02 a township in the table moves the map there", () =>
  walk("/overview", {}, async (page) => {
    await page.waitForSelector("canvas.maplibregl-canvas");
    const view = () => page.evaluate(() => Object.entries(localStorage).find(([key]) => key.startsWith("ronghe.map.view."))?.[1] ?? "");
    const before = await view();
    await page.locator("table.list tbody tr button").first().click();
    await page.waitForFunction(
      (was) => {
        const now = Object.entries(localStorage).find(([key]) => key.startsWith("ronghe.map.view."))?.[1] ?? "";
        return now !== "" && now !== was;
      },
      before,
    );
  }));

test("B03 what is in view is also a list", (t) =>
  walk("/overview", {}, async (page) => {
    await page.waitForSelector("canvas.maplibregl-canvas");
    let items = 0;
    const deadline = Date.now() + PATIENCE_ms;
    while (items === 0 && Date.now() < deadline) {
      await page.getByRole("button", { name: "列出视野内" }).click();
      await page.waitForSelector("aside section.panel");
      items = await page.locator("aside section.panel li").count();
      if (items === 0) await page.locator("aside section.panel header button").click();
    }
    t.diagnostic(`${items} things in view`);
    assert.ok(items > 0);
  }));

test("B04 the map is saved as a picture with its scale and source below", (t) =>
  walk("/overview", {}, async (page) => {
    await page.waitForSelector("canvas.maplibregl-canvas");
    const canvas = await page.locator("canvas.maplibregl-canvas").evaluate((c) => ({ width: c.width, height: c.height }));
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: /导出图片/ }).click();
    const download = await saved;
    assert.match(download.suggestedFilename(), /^\d+-map\.png$/);
    const bytes = readFileSync(await download.path());
    assert.deepEqual([...bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    t.diagnostic(`${width} × ${height}, ${bytes.length} bytes`);
    assert.equal(width, canvas.width);
    assert.ok(height > canvas.height, "the foot with scale, date and source");
  }));

test("B05 the wall hears every tunnel in one stream", (t) =>
  walk("/wall", { width: 3840, height: 1080 }, async (page) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.reload();
    await page.waitForSelector("[data-section]");
    await page.waitForFunction(() => document.querySelectorAll("article").length > 0);
    const tunnels = await page.locator("article").count();
    const stream = () => asked.filter((url) => url.includes("/api/v1/live?")).at(-1) ?? "";
    const deadline = Date.now() + PATIENCE_ms;
    while (new URLSearchParams(stream().split("?")[1]).getAll("tunnel").length < tunnels && Date.now() < deadline) {
      await page.waitForTimeout(100);
    }
    assert.equal(new URLSearchParams(stream().split("?")[1]).getAll("tunnel").length, tunnels);
    t.diagnostic(`${tunnels} tunnels in one stream`);
  }));

test("C01 search finds by pinyin initials and opens with the keyboard alone", (t) =>
  walk("/overview", {}, async (page) => {
    const overview = await ask(page, "/api/v1/overview");
    const town = overview.townships.find((one) => one.name.startsWith("苏店")) ?? overview.townships[0];
    await page.waitForSelector("table.list tbody tr");
    await page.keyboard.press("Control+k");
    await page.keyboard.type(town.name.startsWith("苏店") ? "sdz" : town.name);
    await page.waitForSelector("#hits [role=option]");
    const hits = await page.locator("#hits [role=option]").allTextContents();
    t.diagnostic(`${hits.length} hits`);
    assert.ok(hits.some((hit) => hit.includes(town.name)), hits.join("; "));
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog.search:not([open])", { state: "attached" });
  }));

test("D01 tunnel, section, point: four levels down and Esc up again", (t) =>
  walk("/tunnels", {}, async (page) => {
    await page.locator("table.list tbody a").first().click();
    await page.waitForSelector("button.cell");
    const cells = await page.locator("button.cell").count();
    t.diagnostic(`${cells} fire sections`);
    await page.locator("button.cell").first().click();
    await page.waitForSelector("aside ul.points li");
    assert.match(await page.textContent("aside ul.points li"), /前|刚刚|停更|还没有/);
    await page.locator("aside ul.points a").first().click();
    await page.waitForURL(/\/points\/.+\/trend/);
    await page.waitForSelector("h1");
    await page.locator("h1").click();
    await page.keyboard.press("Escape");
    await page.waitForURL(/\/tunnels\/.+section=/);
    await page.waitForSelector("aside h2");
    await page.locator("h1").click();
    await page.keyboard.press("Escape");
    await page.waitForURL((url) => /\/tunnels\/[^/]+$/.test(url.pathname) && url.search === "");
    await page.keyboard.press("Escape");
    await page.waitForURL((url) => url.pathname === "/tunnels");
  }));

test("D02 arrow keys walk the sections", () =>
  walk("/tunnels", {}, async (page) => {
    await page.locator("table.list tbody a").first().click();
    await page.waitForSelector("button.cell");
    await page.locator("button.cell").first().focus();
    const first = await page.evaluate(() => document.activeElement?.getAttribute("data-section"));
    await page.keyboard.press("ArrowRight");
    const second = await page.evaluate(() => document.activeElement?.getAttribute("data-section"));
    assert.notEqual(second, first);
    await page.keyboard.press("ArrowDown");
    const third = await page.evaluate(() => document.activeElement?.getAttribute("data-section"));
    assert.notEqual(third, second);
  }));

test("E01 a point has its trend, limits and downloads, and can go back in time", () =>
  walk("/tunnels", {}, async (page) => {
    const tunnels = await ask(page, "/api/v1/tunnels");
    const tunnel = await ask(page, `/api/v1/tunnels/${tunnels[0].id}`);
    const point = tunnel.compartments[0].sections[0].points.find((one) => one.valueKind === "number");
    await page.goto(`${URL}/points/${point.id}/trend`);
    await page.waitForSelector(".chart canvas");
    await page.getByRole("button", { name: "1 天", exact: true }).click();
    await page.waitForSelector('button[aria-pressed="true"]:has-text("1 天")');
    assert.equal(await page.locator("a[download]").count(), 2);
    await page.fill("#known-at", "2026-11-22T03:12:00");
    await page.locator("form:has(#known-at) button[type=submit]").click();
    await page.waitForSelector(".not-live");
    assert.match(await page.textContent(".not-live"), /不是实时.*2026-11-22 03:12:00/s);
    assert.equal(await page.locator(".value.large").count(), 0);
    await page.locator(".not-live button").click();
    await page.waitForSelector(".not-live", { state: "detached" });
  }));

test("F01 an alarm is acknowledged with a comment, from the keyboard", async (t) => {
  await walk("/alarms", {}, async (page) => {
    await page.waitForSelector("tr[data-alarm], .state");
    const { items } = await ask(page, "/api/v1/alarms?state=unacknowledged&limit=5");
    if (items.length === 0) {
      t.diagnostic("the county has no unacknowledged alarm now; nothing to acknowledge");
      return;
    }
    const id = items[0].id;
    await page.goto(`${URL}/alarms/${id}`);
    await page.waitForSelector("article.detail");
    await page.waitForSelector(`tr[data-alarm="${id}"]`);
    await page.keyboard.press("a");
    await page.waitForSelector("dialog[open] #ack-comment");
    await page.keyboard.type("已派人复核 walk");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("dialog[open]", { state: "detached" });
    const after = await ask(page, `/api/v1/alarms/${id}`);
    const alarm = after.alarm ?? after;
    assert.equal(alarm.comment, "已派人复核 walk");
    assert.ok(!alarm.state.startsWith("unacknowledged"));
  });
});

test("F02 from an alarm, point and section are one click away", async (t) => {
  await walk("/alarms", {}, async (page) => {
    await page.waitForSelector("tr[data-alarm], .state");
    if ((await page.locator("tr[data-alarm]").count()) === 0) {
      t.diagnostic("no current alarm");
      return;
    }
    await page.locator("tr[data-alarm] .links a").first().click();
    await page.waitForURL(/\/points\/.+/);
  });
});

test("G01 lines list their running values", (t) =>
  walk("/lines?utility=heat", {}, async (page) => {
    await page.waitForSelector("table.list tbody tr, .state");
    t.diagnostic(`${await page.locator("table.list tbody tr").count()} heat lines shown`);
  }));

test("H01 data in shows a new device's password once, and removes it again", () =>
  walk("/intake", {}, async (page) => {
    const name = `walk-${Date.now() % 1_000_000}`;
    await page.getByRole("button", { name: "接入设备" }).click();
    await page.fill("#device-name", name);
    await page.fill("#device-points", "T1.G.001.*");
    await page.getByRole("button", { name: "接入", exact: true }).click();
    await page.waitForSelector(".made");
    assert.match(await page.textContent(".made"), new RegExp(name));
    await page.getByRole("button", { name: "抄好了" }).click();
    const row = page.locator(`tr:has-text("${name}")`);
    await row.getByRole("button", { name: "移除" }).click();
    await page.getByRole("button", { name: "确定移除" }).click();
    await row.waitFor({ state: "detached" });
  }));

test("I01 the administrator adds a user and removes it; the audit knows", () =>
  walk("/users", {}, async (page) => {
    const name = `walk${Date.now() % 1_000_000}`;
    await page.getByRole("button", { name: "新增用户" }).click();
    await page.fill("#new-name", name);
    await page.fill("#new-display", "巡检");
    await page.fill("#new-secret", "清风徐来 walk 2026");
    await page.getByRole("button", { name: "新增", exact: true }).click();
    const row = page.locator(`tr:has-text("${name}")`);
    await row.waitFor();
    await row.getByRole("button", { name: "删除" }).click();
    await page.getByRole("button", { name: "确定删除" }).click();
    await row.waitFor({ state: "detached" });
    await page.goto(`${URL}/audit`);
    await page.waitForSelector("table.list tbody tr");
  }));

test("J01 one switch turns every word into English, and the choice stays", () =>
  walk("/tunnels", {}, async (page) => {
    await page.waitForSelector("h1");
    await page.getByRole("button", { name: "English" }).click();
    assert.equal(await page.textContent("h1"), "Tunnels");
    await page.reload();
    await page.waitForSelector("h1");
    assert.equal(await page.textContent("h1"), "Tunnels");
    assert.equal(await page.getAttribute("html", "lang"), "en");
    const nav = await page.locator("header nav a").allTextContents();
    for (const word of nav) assert.doesNotMatch(word, /[\u4e00-\u9fff]/);
  }));

test("J02 dark is dark", () =>
  walk("/me", {}, async (page) => {
    await page.waitForSelector("input[name=theme]");
    await page.locator("input[name=theme][value=dark]").check();
    await page.waitForFunction(() => document.documentElement.classList.contains("dark"));
    const [r, g, b] = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number));
    assert.ok(r + g + b < 150);
  }));

test("K01 a phone shows every page without sideways scrolling", async (t) => {
  const wide = [];
  for (const path of ["/overview", "/tunnels", "/lines", "/alarms", "/intake", "/users", "/audit", "/me"]) {
    await walk(path, { width: 390, height: 844 }, async (page) => {
      await page.waitForSelector("main#content h1", { state: "attached" });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) wide.push(`${path} by ${over} px`);
    });
  }
  t.diagnostic("8 pages at 390 px");
  assert.deepEqual(wide, []);
});

test("L01 a lost connection is said, and a restored one heals by itself", () =>
  walk("/tunnels", {}, async (page, context) => {
    await page.waitForSelector(".live.live");
    await context.setOffline(true);
    await page.evaluate(() => window.stop());
    await page.waitForSelector("p.lost", { timeout: 60_000 });
    await context.setOffline(false);
    await page.waitForSelector("p.lost", { state: "detached", timeout: 60_000 });
  }));
