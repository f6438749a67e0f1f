// A resident comes through a provincial identity provider, in a real browser that takes it for another site.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axe, launch, PATIENCE_ms } from "./chromium.mjs";
import { startIssuer } from "./issuer.mjs";
import { start } from "./start.mjs";

const HOME = process.env.RONGHE_HOME;
const SHOTS = process.env.RONGHE_SHOTS;
const OWNED = HOME ? {} : { skip: "needs RONGHE_HOME: the provider is set up before the start" };
const person = { sub: "s-1", name: "李梅", id_number: "14041119950505004X", acr: "loa3" };

let browser;
let issuer;
let county;

before(async () => {
  if (!HOME) return;
  issuer = await startIssuer(person);
  county = await start(HOME, (data) => {
    const secrets = join(data, "secrets");
    mkdirSync(secrets, { mode: 0o700 });
    writeFileSync(join(secrets, "oidc-secret"), issuer.secret, { mode: 0o600 });
    writeFileSync(
      join(secrets, "oidc.yaml"),
      `format: ronghe-oidc/1\nissuer: ${issuer.address}\nclientId: ${issuer.client}\nname: {zh: 省统一身份认证（示例）, en: Provincial identity (example)}\nscopes: [openid]\nassured: [loa3]\n`,
    );
  });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await county?.stop();
  await issuer?.stop();
});

async function visit(path, { width = 390, height = 844, language = "zh" } = {}) {
  const context = await browser.newContext({ viewport: { width, height } });
  await context.addInitScript((l) => localStorage.setItem("ronghe.language", l), language);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_ms);
  await page.goto(county.url + path);
  return { page, context };
}
async function clean(page, name) {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  const { violations } = await axe(page);
  assert.deepEqual(violations, [], name);
}

test("A01 somebody new opens an account with one tap and a telephone", OWNED, async () => {
  const { page, context } = await visit("/home/sign-in?to=/home/me");
  const door = page.getByRole("link", { name: "用省统一身份认证（示例）登录" });
  await door.waitFor();
  await clean(page, "provider-sign-in-zh-390");
  await door.click();
  await page.click("#agree");
  await page.getByText("李梅，您好").waitFor();
  await page.getByText("140*************4X").waitFor();
  await clean(page, "provider-first-zh-390");
  await page.fill("#phone", "138 0000 0001");
  await page.getByRole("button", { name: "开户并登录" }).click();
  await page.getByRole("heading", { name: "我的账户" }).waitFor();
  await page.getByText("已核验", { exact: true }).waitFor();
  assert.equal(await page.getByText("修改密码").count(), 0, "there is no password to change");
  await context.close();
});

test("A02 the same person comes back on a computer and is where they wanted to be", OWNED, async () => {
  const { page, context } = await visit("/home/sign-in?to=/home/me", { width: 1366, height: 768, language: "en" });
  await page.getByRole("link", { name: "Sign in with Provincial identity (example)" }).click();
  await page.click("#agree");
  await page.getByRole("heading", { name: "My account" }).waitFor();
  await page.getByText("李梅").waitFor();
  await context.close();
});

test("A03 somebody else sees both ways in English; an answer not asked for is refused in words", OWNED, async () => {
  Object.assign(person, { sub: "s-2", name: "张伟", id_number: "140411199303030032" });
  const { page, context } = await visit("/home/sign-in", { width: 1366, height: 768, language: "en" });
  await page.getByRole("link", { name: "Sign in with Provincial identity (example)" }).click();
  await page.click("#agree");
  await page.getByText("I have an account in this county").waitFor();
  await clean(page, "provider-first-en");
  await page.fill("#user", "nobody-here");
  await page.fill("#password", "not my password");
  await page.getByRole("button", { name: "Bind it and sign in" }).click();
  await page.getByText("The user name or the password is wrong.").waitFor();
  await page.goto(`${county.url}/api/v1/oidc/back/province?code=1&state=1`);
  await page.getByText("The sign-in expired or did not begin in this browser").waitFor();
  await clean(page, "provider-expired-en");
  await context.close();
});
