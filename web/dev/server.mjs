// Development only: speaks the REST and live contract over made-up data, so that pages can be looked at
// before (or without) a running county. `npm run fake`, then `npm run dev`. Never shipped.
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { alarms, CENTRE, lines, points, raise, random, townships, tunnels } from "./county.mjs";
import { tile } from "./tiles.mjs";

const dist = join(import.meta.dirname ?? ".", "..", "dist");
const users = [{ name: "admin", displayName: "管理员", role: "ADMINISTRATOR", enabled: true }, { name: "zhang", displayName: "张值班", role: "OFFICER", enabled: true }, { name: "li", displayName: "李只读", role: "VIEWER", enabled: false }];
const passwords = new Map([["admin", "first-password"], ["zhang", "zhang-password-1"]]);
let mustChange = process.env.FAKE_FRESH === "1";
let devices = [{ name: "demo", points: ["*"], enabled: true, createdBy: "admin", createdAt: "2026-11-20T01:00:00Z", lastSeen: new Date().toISOString(), perSecond: 41.5 }, { name: "heat-plant-1", points: ["H.*"], enabled: true, createdBy: "admin", createdAt: "2026-11-21T01:00:00Z", lastSeen: null, perSecond: 0 }];
let quarantine = [{ sentPoint: "PLC7/AI_03", device: "heat-plant-1", count: 312, firstAt: "2026-11-23T05:00:00Z", lastAt: new Date().toISOString(), lastValue: "47.2" }];
const audit = Array.from({ length: 120 }, (_, i) => ({ id: 1000 - i, at: new Date(Date.now() - i * 613_000).toISOString(), who: i % 3 ? "zhang" : "admin", action: ["sign-in", "alarm.acknowledge", "device.add"][i % 3], subject: i % 3 === 1 ? "T1.R.007.CH4" : "admin", detail: "" }));
const sessions = new Map();

const plain = ({ base, tunnel, section, link, ...now }) => now;
const active = (a) => a.state.endsWith("-active");
function tally(of) { const c = [0, 0, 0, 0]; for (const a of alarms) if (active(a) && of(a)) c[a.priority - 1]++; return c; }

function trend(point, q) {
  const to = Number(q.get("to")) || Date.parse(q.get("to")) || Date.now();
  const from = Number(q.get("from")) || Date.parse(q.get("from")) || to - 3600_000;
  const width = Number(q.get("width") ?? 600), step = Math.max(1000, (to - from) / width);
  const segments = [[]];
  for (let t = from; t < Math.min(to, Date.now()); t += step) {
    if (Math.floor(t / 3_000_000) % 11 === 0) { if (segments.at(-1).length) segments.push([]); continue; }
    const base = typeof point.base === "number" ? point.base : 1;
    const v = base * (1 + 0.06 * Math.sin(t / 4e6) + 0.02 * Math.sin(t / 97_000));
    segments.at(-1).push([Math.round(t), v * 0.985, v * 1.015, v, Math.floor(t / 700_000) % 23 === 0 ? 0 : 1]);
  }
  return { source: "fake", segments: segments.filter((s) => s.length) };
}

const NONE = Symbol("none");
const routes = [
  ["GET", /^\/api\/v1\/county$/, () => ({ code: "140404", name: { zh: "上党区", en: "Shangdang District" }, synthetic: true, notice: { zh: "管网、设施、测点和读数均为合成数据，仅行政区划和人口总数为公开数据。", en: "Networks, facilities, points and readings are synthetic; only divisions and population totals are public facts." }, bbox: [CENTRE[0] - 0.18, CENTRE[1] - 0.17, CENTRE[0] + 0.18, CENTRE[1] + 0.17], centre: CENTRE, sources: [{ file: "divisions.csv", source: "国家统计局 2023", vintage: "2023-06-30", licence: "facts", synthetic: false }], counts: { divisions: 204 } })],
  ["GET", /^\/api\/v1\/overview$/, () => ({ townships: townships.map(({ lon, lat, ...t }, i) => ({ ...t, alarms: i === 1 ? tally(() => true) : t.alarms })), utilities: [...new Set(lines.map((l) => l.utility))].map((u) => ({ utility: u, nodes: 120, links: 108, length_km: 61.2, points: [...points.values()].filter((p) => p.utility === u).length, alarms: tally((a) => a.utility === u), stale: 1 })), tunnels: tunnels.map((t) => ({ id: t.id, name: t.name, length_m: t.length_m, sections: t.compartments.reduce((n, c) => n + c.sections.length, 0), points: 500, alarms: tally((a) => a.where.tunnelId === t.id) })), rate_perSecond: 41.5, synthetic: true })],
  ["GET", /^\/api\/v1\/search$/, (_, q) => { const t = q.get("q").toLowerCase(); return [...townships.map((x) => ({ kind: "division", id: x.code, name: x.name, detail: "乡级", lon: x.lon, lat: x.lat, synthetic: false, href: null })), ...tunnels.map((x) => ({ kind: "tunnel", id: x.id, name: x.name, detail: null, lon: x.geometry[0][0], lat: x.geometry[0][1], synthetic: true, href: null })), ...[...points.values()].map((p) => ({ kind: "point", id: p.id, name: p.name, detail: p.quantity, lon: p.lon, lat: p.lat, synthetic: true, href: null }))].filter((h) => h.name.includes(t) || h.id.toLowerCase().includes(t) || (t === "sdz" && h.name === "苏店镇") || (t.startsWith("taihang") && h.id === "T1")).slice(0, Number(q.get("limit") ?? 20)); }],
  ["GET", /^\/api\/v1\/tunnels$/, () => tunnels.map((t) => ({ id: t.id, name: t.name, length_m: t.length_m, sections: t.compartments.reduce((n, c) => n + c.sections.length, 0), points: 500, alarms: tally((a) => a.where.tunnelId === t.id) }))],
  ["GET", /^\/api\/v1\/tunnels\/([^/]+)$/, ([id]) => { const t = tunnels.find((x) => x.id === id); if (!t) return NONE; return { id, name: t.name, length_m: t.length_m, compartments: t.compartments.map((c) => ({ ...c, sections: c.sections.map((s) => ({ ...s, alarms: tally((a) => a.where.sectionId === s.id), points: s.points.map(plain), equipment: s.equipment.map((e) => ({ ...e, points: e.points.map(plain) })) })) })) }; }],
  ["GET", /^\/api\/v1\/lines$/, (_, q) => lines.filter((l) => !q.get("utility") || l.utility === q.get("utility")).map((l) => ({ ...l, points: l.points.map(plain) }))],
  ["GET", /^\/api\/v1\/points$/, (_, q) => { const all = [...points.values()].filter((p) => !q.get("owner") || p.link === q.get("owner") || p.section === q.get("owner")); return { items: all.slice(0, 50).map(plain), next: null }; }],
  ["GET", /^\/api\/v1\/(facilities|nodes|links)\/([^/]+)$/, ([kind, id]) => ({ id, name: id, kind, utility: id.split(".")[0], type: "hospital", capacity: 40, capacityUnit: "床", points: [...points.values()].filter((p) => p.link === id).map(plain) })],
  ["GET", /^\/api\/v1\/points\/([^/]+)$/, ([id]) => { const p = points.get(id); if (!p) return NONE; return { now: plain(p), range: [0, p.limitHigh ? p.limitHigh * 2 : 100], owner: p.section ? { kind: "section", id: p.section, name: p.section, chainage_m: p.chainage_m, tunnelId: p.tunnel } : { kind: "link", id: p.link ?? "x", name: p.name, chainage_m: null }, limits: p.limitHigh ? [{ rule: "r/high", kind: "high", limit: p.limitHigh, unit: p.unit, priority: 2, clause: "GB 50838-2015 7.5.4", name: { zh: "高", en: "High" }, cause: null, consequence: null, response: null }, { rule: "r/high-high", kind: "high-high", limit: p.limitHigh * 1.4, unit: p.unit, priority: 1, clause: "GB 50838-2015 7.5.4", name: { zh: "高高", en: "High-high" }, cause: null, consequence: null, response: null }] : [], alarms: alarms.filter((a) => a.point === id) }; }],
  ["GET", /^\/api\/v1\/points\/([^/]+)\/trend$/, ([id], q) => (points.has(id) ? trend(points.get(id), q) : NONE)],
  ["GET", /^\/api\/v1\/alarms$/, (_, q) => { const state = q.get("state") ?? "active"; const found = alarms.filter((a) => (state === "all" || (state === "active" ? active(a) : a.state.startsWith("unack"))) && (!q.get("priority") || String(a.priority) === q.get("priority")) && (!q.get("utility") || a.utility === q.get("utility")) && (!q.get("q") || (a.name.zh + a.pointName + a.point).includes(q.get("q")))); const at = Number(q.get("cursor") ?? 0), limit = Number(q.get("limit") ?? 50); return { items: found.slice(at, at + limit), next: at + limit < found.length ? at + limit : null }; }],
  ["GET", /^\/api\/v1\/alarms\/([^/]+)$/, ([id]) => { const alarm = alarms.find((a) => String(a.id) === id); return alarm ? { alarm, changes: [] } : NONE; }],
  ["POST", /^\/api\/v1\/alarms\/(?:([^/]+)\/)?acknowledge$/, ([id], _q, body, who) => { for (const a of alarms) if ((id ? [id] : body.ids.map(String)).includes(String(a.id))) { a.state = active(a) ? "acknowledged-active" : "normal"; Object.assign(a, { acknowledgedAt_ms: Date.now(), acknowledgedBy: who, comment: body.comment }); send("alarm", a); } return { acknowledged: 1 }; }],
  ["GET", /^\/api\/v1\/users$/, () => users],
  ["POST", /^\/api\/v1\/users$/, (_, _q, body) => { users.push({ enabled: true, ...body }); return { ...body, password: "made-1234-once" }; }],
  ["PATCH", /^\/api\/v1\/users\/([^/]+)$/, ([n], _q, body) => Object.assign(users.find((u) => u.name === n), body)],
  ["DELETE", /^\/api\/v1\/users\/([^/]+)$/, ([n]) => { users.splice(users.findIndex((u) => u.name === n), 1); return null; }],
  ["GET", /^\/api\/v1\/audit$/, (_, q) => { const at = Number(q.get("cursor") ?? 0); return { items: audit.filter((a) => !q.get("who") || a.who === q.get("who")).slice(at, at + 50), next: at + 50 < audit.length ? at + 50 : null }; }],
  ["GET", /^\/api\/v1\/devices$/, () => devices],
  ["POST", /^\/api\/v1\/devices$/, (_, _q, body) => { devices.push({ ...body, createdAt: new Date().toISOString(), lastSeen: null, perSecond: 0 }); return { user: body.name, password: "k7-fake-device" }; }],
  ["DELETE", /^\/api\/v1\/devices\/([^/]+)$/, ([n]) => { devices = devices.filter((d) => d.name !== n); return null; }],
  ["GET", /^\/api\/v1\/intake$/, () => ({ perSecond: 41.5, totals: { stored: 1_204_551, flagged: 212, rejected: 14, quarantined: 312, duplicate: 9 }, devices: devices.map((d) => ({ name: d.name, perSecond: d.perSecond, stored: 12, rejected: 1, lastAt: d.lastSeen })), errors: [{ at: new Date().toISOString(), device: "heat-plant-1", point: "T1.G.001.O2", code: "not-your-point", zh: "不是该设备的测点", en: "Not a point of this device" }] })],
  ["GET", /^\/api\/v1\/quarantine$/, () => quarantine],
  ["POST", /^\/api\/v1\/quarantine\/map$/, (_, _q, body) => { quarantine = quarantine.filter((x) => x.sentPoint !== body.sentPoint); return null; }],
  ["DELETE", /^\/api\/v1\/quarantine\/(.+)$/, ([s]) => { quarantine = quarantine.filter((x) => x.sentPoint !== s); return null; }],
];

const streams = new Set();
function send(event, data, id) { for (const s of streams) s.write(`${id ? `id: ${id}\n` : ""}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`); }
let lastEvent = 0;
setInterval(() => {
  const rows = [];
  for (const p of points.values()) {
    if (p.stale || random() > 0.04) continue;
    if (typeof p.base === "number" && p.valueKind === "number") p.value = p.base * (1 + (random() - 0.5) * 0.02);
    p.time_ms = p.received_ms = Date.now();
    rows.push([p.id, p.time_ms, p.value, p.quality === "good" ? 0 : 12, p.received_ms]);
  }
  send("readings", rows);
  send("rates", { perSecond: 40 + random() * 3, stored: 1, rejected: 0, quarantined: 0 });
}, 500);
setInterval(() => send("hello", { serverTime_ms: Date.now() }), 10_000);
if (process.env.FAKE_ALARMS !== "0") setInterval(() => { const all = [...points.values()]; send("alarm", raise(all[Math.floor(random() * 600)], 1 + Math.floor(random() * 4), "新的越限", "unacknowledged-active", 0), ++lastEvent); }, 45_000);

const MIME = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
function page(path, response) {
  const file = join(dist, existsSync(join(dist, path)) && extname(path) ? path : "index.html");
  if (!existsSync(file)) { response.writeHead(404).end(); return; }
  response.writeHead(200, { "Content-Type": MIME[extname(file)] ?? "application/octet-stream" }).end(readFileSync(file));
}

createServer(async (request, response) => {
  const url = new URL(request.url, "http://x");
  const path = decodeURIComponent(url.pathname);
  const json = (status, body, headers = {}) => response.writeHead(status, { "Content-Type": status < 400 ? "application/json" : "application/problem+json", ...headers }).end(body === null ? "" : JSON.stringify(body));
  const cut = path.match(/^\/tiles\/(\d+)\/(\d+)\/(\d+)\.mvt$/);
  if (cut) { const body = tile(...cut.slice(1).map(Number)); if (!body) { response.writeHead(204).end(); return; } response.writeHead(200, { "Content-Type": "application/vnd.mapbox-vector-tile" }).end(body); return; }
  if (!path.startsWith("/api/")) { page(path, response); return; }
  let raw = ""; for await (const chunk of request) raw += chunk;
  const body = raw ? JSON.parse(raw) : null;
  const cookie = /fake=(\w+)/.exec(request.headers.cookie ?? "")?.[1];
  const who = sessions.get(cookie);
  const me = () => { const u = users.find((x) => x.name === sessions.get(cookie)); return { user: u.name, name: u.displayName, roles: [`ROLE_${u.role}`], mustChangePassword: mustChange && u.name === "admin" }; };
  if (path === "/api/v1/session") {
    if (request.method === "POST") {
      const u = users.find((x) => x.name === body.user && passwords.get(x.name) === body.password);
      if (!u) { json(401, { code: "wrong-password", zh: "用户名或密码不对。", en: "Wrong." }); return; }
      const id = Math.random().toString(36).slice(2); sessions.set(id, u.name);
      json(200, { user: u.name, name: u.displayName, roles: [`ROLE_${u.role}`], mustChangePassword: mustChange && u.name === "admin" }, { "Set-Cookie": [`fake=${id}; Path=/; HttpOnly`, "XSRF-TOKEN=t; Path=/"] });
    } else if (request.method === "DELETE") { sessions.delete(cookie); json(204, null); }
    else if (who) json(200, me()); else json(401, { code: "signed-out" });
    return;
  }
  if (!who) { json(401, { code: "signed-out", zh: "请先登录。", en: "Sign in first." }); return; }
  if (path === "/api/v1/session/password") { passwords.set(who, body.new); mustChange = false; json(204, null); return; }
  if (path === "/api/v1/live") {
    response.writeHead(200, { "Content-Type": "text/event-stream" }); streams.add(response); request.on("close", () => streams.delete(response));
    response.write(`event: hello\ndata: {"serverTime_ms":${Date.now()}}\n\n`); return;
  }
  for (const [method, pattern, answer] of routes) {
    const hit = method === request.method && path.match(pattern);
    if (!hit) continue;
    const found = answer(hit.slice(1), url.searchParams, body, who);
    if (found === NONE) json(404, { code: "not-found", zh: "没有找到。", en: "Not found." }); else json(200, found);
    return;
  }
  json(404, { code: "no-such-route", zh: "没有这个接口。", en: "No such route." });
}).listen(Number(process.env.FAKE_PORT ?? 8799), "127.0.0.1", function () { console.log(`fake county on http://127.0.0.1:${this.address().port}`); });
