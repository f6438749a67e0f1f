// Filling in a form of the portal, page by page.

export const daysAgo = (days) => new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

/** Answers what this page asks, as far as `answers` knows it. */
export async function answer(page, answers) {
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

export const stepOf = (page) => new globalThis.URL(page.url()).searchParams.get("step");
export async function onward(page) {
  const before = stepOf(page);
  await page.click("form.body button[type=submit]");
  await page.waitForFunction((was) => new URL(location.href).searchParams.get("step") !== was, before);
}
