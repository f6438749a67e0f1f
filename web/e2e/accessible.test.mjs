// axe-core on every page, in both themes, against WCAG 2.2 A and AA.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, open, signIn, stop, URL } from "./browser.mjs";

let browser;
let pages;
before(async () => {
  browser = await launch();
  const { page, context } = await open(browser, "/sign-in?to=/tunnels", {});
  await signIn(page, context);
  const tunnels = await page.evaluate(async () => (await fetch("/api/v1/tunnels")).json());
  const tunnel = tunnels[0]?.id;
  const whole = tunnel ? await page.evaluate(async (id) => (await fetch(`/api/v1/tunnels/${id}`)).json(), tunnel) : null;
  const section = whole?.compartments[0]?.sections[0];
  pages = [
    ["overview", "/overview", "table.list"],
    ["tunnels", "/tunnels", "table.list"],
    ["lines", "/lines", "main h1"],
    ["alarms", "/alarms", "main h1"],
    ["intake", "/intake", "main h2"],
    ["users", "/users", "table.list"],
    ["audit", "/audit", "table.list"],
    ["me", "/me", "fieldset"],
    ["wall", "/wall", "button.cell"],
  ];
  if (section) {
    pages.push(["tunnel with section", `/tunnels/${tunnel}?section=${section.id}`, "aside h2"]);
    if (section.points[0]) pages.push(["point", `/points/${section.points[0].id}/trend`, ".chart canvas"]);
  }
  await context.close();
});
after(async () => {
  await browser?.close();
  await stop();
});

async function check(path, selector, how) {
  const { page, context } = await open(browser, path, how);
  try {
    await page.waitForSelector(selector);
    return await axe(page);
  } finally {
    await context.close();
  }
}

test("A01 the sign-in page", async (t) => {
  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  await page.goto(`${URL}/sign-in`);
  await page.waitForSelector("#user");
  const { rules, violations } = await axe(page);
  t.diagnostic(`${rules} rules`);
  await stranger.close();
  assert.deepEqual(violations, []);
});

for (const theme of ["light", "dark"]) {
  test(`B every page, ${theme}`, async (t) => {
    const found = [];
    let rules = 0;
    for (const [name, path, selector] of pages) {
      const answer = await check(path, selector, { theme });
      rules += answer.rules;
      found.push(...answer.violations.map((v) => `${name}: ${v}`));
    }
    t.diagnostic(`${pages.length} pages, ${rules} rules checked, ${found.length} violations`);
    assert.deepEqual(found, []);
  });
}
