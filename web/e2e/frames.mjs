// Measures a pan over the county map: frames drawn, and main-thread work per frame, as the browser's own trace tells.
// Run against a county (RONGHE_URL …); prints the figures, which are kept in benchmarks/results/map-frames.txt.
import os from "node:os";
import { launch, open, signIn, stop } from "./browser.mjs";

const PAN_ms = 6_000;
const browser = await launch();
const first = await open(browser, "/sign-in?to=/overview");
await signIn(first.page, first.context);
await first.context.close();
const { page, context } = await open(browser, "/overview");
await page.waitForSelector("canvas.maplibregl-canvas");
const points = await page.evaluate(async () => (await (await fetch("/api/v1/county")).json()).counts.points);
await page.evaluate(() => {
  for (const key of Object.keys(localStorage)) if (key.startsWith("ronghe.map.view.")) localStorage.removeItem(key);
});
const box = await page.locator("canvas.maplibregl-canvas").boundingBox();
const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
// Into the town, where most points are.
for (let i = 0; i < 8; i++) {
  await page.mouse.move(x, y - 60);
  await page.mouse.wheel(0, -240);
  await page.waitForTimeout(250);
}
await page.waitForTimeout(4_000);

const session = await context.newCDPSession(page);
await session.send("Performance.enable");
const metrics = async () => Object.fromEntries((await session.send("Performance.getMetrics")).metrics.map((m) => [m.name, m.value]));
await page.evaluate(() => {
  globalThis.frames = [];
  globalThis.long = [];
  new PerformanceObserver((list) => globalThis.long.push(...list.getEntries().map((e) => e.duration))).observe({ entryTypes: ["longtask"] });
  const tick = (t) => {
    globalThis.frames.push(t);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
});
const before = await metrics();
await page.mouse.move(x, y);
await page.mouse.down();
const started = Date.now();
for (let i = 0; Date.now() - started < PAN_ms; i++) {
  await page.mouse.move(x + 160 * Math.sin(i / 25), y + 120 * Math.cos(i / 31));
  await page.waitForTimeout(8);
}
await page.mouse.up();
const after = await metrics();
const { frames, long } = await page.evaluate(() => ({ frames: globalThis.frames, long: globalThis.long }));
const gaps = frames.slice(1).map((t, i) => t - frames[i]).sort((a, b) => a - b);
const at = (share) => gaps[Math.min(gaps.length - 1, Math.floor(share * gaps.length))].toFixed(1);
const seconds = (frames.at(-1) - frames[0]) / 1000;
const script_ms = ((after.ScriptDuration - before.ScriptDuration) * 1000) / gaps.length;
const task_ms = ((after.TaskDuration - before.TaskDuration) * 1000) / gaps.length;
console.log(`machine            ${os.cpus()[0].model.trim()}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)}; ${browser.version()} headless, SwiftShader (no GPU)`);
console.log(`points in county   ${points}`);
console.log(`frames             ${frames.length} in ${seconds.toFixed(1)} s = ${(gaps.length / seconds).toFixed(1)} fps`);
console.log(`gap p50 p95 max    ${at(0.5)} ${at(0.95)} ${at(1)} ms`);
console.log(`script per frame   ${script_ms.toFixed(2)} ms`);
console.log(`main thread/frame  ${task_ms.toFixed(2)} ms (script, style, layout, paint and GL calls; the budget at 60 fps is 16.7)`);
console.log(`long tasks > 50 ms ${long.length}${long.length ? `, longest ${Math.max(...long).toFixed(0)} ms` : ""}`);
await browser.close();
await stop();
