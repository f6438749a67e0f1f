// With the switch on English no console page shows Chinese, but for what is marked as Chinese.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, signIn, stop } from "./browser.mjs";

let browser;
let where;
before(async () => {
  browser = await launch();
  const { page, context } = await open(browser, "/sign-in?to=/tunnels", { language: "en" });
  await signIn(page, context);
  const ask = (path) => page.evaluate(async (p) => (await fetch(p)).json(), path);
  const tunnel = (await ask("/api/v1/tunnels"))[0];
  const section = (await ask(`/api/v1/tunnels/${tunnel.id}`)).compartments[0].sections[0];
  where = { tunnel: tunnel.id, section: section.id, point: section.points[0].id };
  await context.close();
});
after(async () => {
  await browser?.close();
  await stop();
});

/** Pieces of Chinese that a reader sees, outside of elements marked `lang="zh…"`. */
const chinese = (page) =>
  page.evaluate(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!/\p{Script=Han}/u.test(node.data) || !parent?.checkVisibility() || parent.closest("script, style, [lang^=zh]")) continue;
      found.push(`${parent.tagName.toLowerCase()}.${parent.className}: ${node.data.trim().slice(0, 60)}`);
    }
    return found;
  });

const PAGES = [
  ["overview", () => "/overview", "table.list tbody tr"],
  ["tunnels", () => "/tunnels", "table.list tbody tr"],
  ["tunnel", () => `/tunnels/${where.tunnel}`, "button.cell"],
  ["section", () => `/tunnels/${where.tunnel}?section=${where.section}`, "aside ul.points li"],
  ["lines", () => "/lines", "table.list tbody tr"],
  ["point", () => `/points/${where.point}/trend`, ".chart canvas"],
  ["alarms", () => "/alarms", "main h1"],
  ["works", () => "/works", "main h1"],
  ["intake", () => "/intake", "main h2"],
  ["wall", () => "/wall", "button.cell"],
];

for (const [name, path, selector] of PAGES) {
  test(`A ${name}: no Chinese that is not marked`, async () => {
    const { page, context } = await open(browser, path(), { language: "en" });
    try {
      await page.waitForSelector(selector);
      await page.waitForTimeout(500);
      assert.equal(await page.getAttribute("html", "lang"), "en");
      assert.deepEqual(await chinese(page), []);
    } finally {
      await context.close();
    }
  });
}

test("B01 a township is found by its English name and by pinyin", async () => {
  const { page, context } = await open(browser, "/overview", { language: "en" });
  try {
    await page.waitForSelector("table.list tbody tr");
    await page.keyboard.press("Control+k");
    for (const typed of ["Sudian Town", "sdz"]) {
      await page.fill("dialog.search input", typed);
      await page.waitForFunction(() => [...document.querySelectorAll("#hits [role=option] .name")].some((one) => one.textContent === "Sudian Town"));
      assert.deepEqual(await chinese(page), []);
    }
  } finally {
    await context.close();
  }
});

test("B02 the switch turns the names on the page that is open", async () => {
  const { page, context } = await open(browser, "/tunnels", { language: "zh" });
  try {
    await page.waitForSelector("table.list tbody a");
    assert.match(await page.textContent("table.list tbody a"), /管廊/);
    await page.evaluate(() => localStorage.setItem("ronghe.language", "en"));
    await page.reload();
    await page.waitForSelector("table.list tbody a");
    assert.match(await page.textContent("table.list tbody a"), /Tunnel/);
  } finally {
    await context.close();
  }
});
