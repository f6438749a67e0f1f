// Development only: a made-up county in the shapes of the REST contract. Never shipped, never a reference.
const CENTRE = [113.05, 36.05];
const LIMITS = { CH4: [null, 0.5], O2: [19.5, 23.5], H2S: [null, 10], TEMP: [null, 40], HUM: [null, 90] };

let seed = 7;
export function random() {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
}

export const points = new Map();
function addPoint(id, name, utility, quantity, unit, base, extra) {
  const [low, high] = LIMITS[id.split(".").at(-1)] ?? [null, null];
  points.set(id, {
    id, name, utility, quantity, unit, valueKind: "number", states: null, value: base, base,
    time_ms: Date.now() - random() * 20_000, received_ms: Date.now(), quality: "good", stale: false, synthetic: true,
    limitLow: low, limitHigh: high, alarm: null, lon: null, lat: null, chainage_m: null, expectedInterval_s: 10, ...extra,
  });
  return points.get(id);
}

const TOWNS = ["韩店街道", "苏店镇", "荫城镇", "西火镇", "八义镇", "郝家庄镇", "南宋镇", "北呈镇", "东和镇", "振兴新区", "光明路街道", "经坊街道", "南董镇"];
export const townships = TOWNS.map((name, i) => ({
  code: `1404041${String(i + 1).padStart(2, "0")}`, name, population: Math.round(8000 + random() * 40000),
  urbanShare: random(), points: 400 + Math.round(random() * 2500), alarms: [0, 0, 0, 0], stale: Math.round(random() * 4),
  lon: CENTRE[0] + ((i % 4) - 1.5) * 0.085, lat: CENTRE[1] + (Math.floor(i / 4) - 1.5) * 0.075,
}));

export const tunnels = [["T1", "太行街综合管廊", 8600, 0], ["T2", "黎都路综合管廊", 6200, 0.02], ["T3", "光明路综合管廊", 4400, -0.02]].map(
  ([id, name, length_m, dy]) => {
    const line = Array.from({ length: 30 }, (_, i) => [CENTRE[0] - 0.05 + i * 0.0035, CENTRE[1] + dy + Math.sin(i / 5) * 0.004]);
    const compartments = [["G", "综合舱", "general"], ["P", "电力舱", "power"], ["R", "燃气舱", "gas"]].map(([c, cname, kind]) => {
      const sections = [];
      for (let from = 0, n = 1; from < length_m; from += 200, n++) {
        const sid = `${id}.${c}.${String(n).padStart(3, "0")}`;
        const at = line[Math.min(29, Math.floor((from / length_m) * 30))];
        const here = { chainage_m: from + 100, lon: at[0], lat: at[1], tunnel: id, section: sid };
        const pts = [
          addPoint(`${sid}.O2`, `${n}号分区氧气`, "tunnel", "oxygen", "%", 20.8, here),
          addPoint(`${sid}.TEMP`, `${n}号分区温度`, "tunnel", "temperature", "°C", 22, here),
          addPoint(`${sid}.HUM`, `${n}号分区湿度`, "tunnel", "humidity", "%", 65, here),
        ];
        if (kind !== "power") pts.push(addPoint(`${sid}.CH4`, `${n}号分区甲烷`, "tunnel", "methane", "%", 0.04, here));
        const fan = addPoint(`${sid}.FAN`, `${n}号风机`, "tunnel", "fan", "", 0, { ...here, valueKind: "state", states: ["停", "运行", "故障"], chainage_m: from + 60 });
        fan.value = n % 3 === 0 ? "运行" : "停";
        sections.push({
          id: sid, number: n, fromChainage_m: from, toChainage_m: Math.min(length_m, from + 200), points: pts,
          equipment: [
            { id: `${sid}.E1`, name: `${n}号风机`, kind: "fan", chainage_m: from + 60, points: [fan] },
            { id: `${sid}.E2`, name: `${n}号防火门`, kind: "fire-door", chainage_m: Math.min(length_m, from + 199), points: [] },
            ...(n % 4 === 2 ? [{ id: `${sid}.E3`, name: `${n}号排水泵`, kind: "pump", chainage_m: from + 130, points: [] }] : []),
          ],
          alarms: [0, 0, 0, 0],
        });
      }
      return { id: `${id}.${c}`, name: cname, kind, sections, lines: c === "G" ? [{ utility: "water", line: "给水主干线" }, { utility: "heat", line: "供热一次网" }] : c === "P" ? [{ utility: "power", line: "110kV 韩苏线" }] : [{ utility: "gas", line: "中压燃气" }] };
    });
    return { id, name, length_m, compartments, geometry: line };
  },
);

const QUANTITY = { water: [["pressure", "MPa", 0.36], ["flow", "m³/h", 220]], heat: [["supply-temperature", "°C", 92], ["return-temperature", "°C", 47], ["flow", "m³/h", 640]], power: [["voltage", "kV", 10.3], ["current", "A", 180]], gas: [["pressure", "kPa", 190], ["flow", "m³/h", 900]], sewer: [["level", "m", 0.7]], drainage: [["level", "m", 0.3]], telecom: [] };
export const lines = [];
export const network = { nodes: [], links: [] };
for (const [utility, quantities] of Object.entries(QUANTITY)) {
  for (let n = 1; n <= 12; n++) {
    const y = CENTRE[1] + (random() - 0.5) * 0.2, x = CENTRE[0] + (random() - 0.5) * 0.25;
    const path = Array.from({ length: 10 }, (_, i) => [x + i * 0.006, y + (random() - 0.5) * 0.004]);
    const name = `${TOWNS[n % 13].slice(0, 2)}${n}号线`;
    network.links.push({ id: `${utility}.L${n}`, utility, name, path });
    path.forEach(([lon, lat], i) => network.nodes.push({ id: `${utility}.N${n}.${i}`, utility, kind: i % 4 === 0 ? "valve" : "junction", name: null, lon, lat }));
    const pts = quantities.map(([q, unit, base]) => addPoint(`${utility[0].toUpperCase()}.CD.L${String(n).padStart(3, "0")}.${q.toUpperCase()}`, `${name} ${q}`, utility, q, unit, base * (0.9 + random() * 0.2), { lon: path[4][0], lat: path[4][1], link: `${utility}.L${n}`, limitLow: base * 0.6, limitHigh: base * 1.3 }));
    lines.push({ utility, line: name, length_km: 3 + random() * 5, links: 9, points: pts, alarms: [0, 0, 0, 0], bbox: [x, y - 0.004, x + 0.054, y + 0.004] });
  }
}

export const roads = Array.from({ length: 24 }, (_, i) => ({
  id: `R${i}`, name: i % 3 === 0 ? `${TOWNS[i % 13].slice(0, 2)}路` : null, class: i % 6 === 0 ? "primary" : "tertiary",
  path: i % 2 ? [[CENTRE[0] - 0.17, CENTRE[1] - 0.16 + i * 0.014], [CENTRE[0] + 0.17, CENTRE[1] - 0.15 + i * 0.013]] : [[CENTRE[0] - 0.17 + i * 0.014, CENTRE[1] - 0.16], [CENTRE[0] - 0.16 + i * 0.014, CENTRE[1] + 0.16]],
}));
const many = Number(process.env.FAKE_POINTS ?? 2000);
for (let i = 0; i < many; i++) addPoint(`W.V${i}.PRES`, `村级供水 ${i} 号压力`, "water", "pressure", "MPa", 0.3, { lon: CENTRE[0] + (random() - 0.5) * 0.32, lat: CENTRE[1] + (random() - 0.5) * 0.3, limitLow: 0.15, limitHigh: 0.5 });

export const alarms = [];
let nextAlarm = 1;
export function raise(point, priority, text, state = "unacknowledged-active", age_ms = 60_000) {
  const alarm = {
    id: nextAlarm++, point: point.id, pointName: point.name, utility: point.utility, rule: `${point.utility}.${point.quantity}/high`, kind: "high", priority, state,
    raisedAt_ms: Date.now() - age_ms, returnedAt_ms: null, acknowledgedAt_ms: null, acknowledgedBy: null, comment: null, value: point.value, limit: point.limitHigh, unit: point.unit,
    name: { zh: text, en: `Alarm on ${point.quantity}` }, cause: { zh: "传感器附近可能泄漏或通风不足。", en: "There may be a leak nearby, or too little ventilation." },
    consequence: { zh: "继续升高会危及人员。", en: "A further rise endangers people." }, response: { zh: "启动风机，停止动火，派人携带检测仪复核。", en: "Start the fans, stop hot work, send someone with a detector." }, clause: "GB 50838-2015 7.5.4",
    where: { text: point.section ? `${point.tunnel} · ${point.section} · K0+${point.chainage_m}` : point.name, tunnelId: point.tunnel ?? null, sectionId: point.section ?? null, chainage_m: point.chainage_m, lon: point.lon, lat: point.lat }, synthetic: true,
  };
  alarms.unshift(alarm);
  point.alarm = { id: alarm.id, priority, acknowledged: !state.startsWith("un") };
  return alarm;
}
const list = [...points.values()];
raise(points.get("T1.R.007.CH4"), 1, "甲烷浓度超限", "unacknowledged-active", 95_000);
points.get("T1.R.007.CH4").base = 0.9;
raise(points.get("T1.G.012.TEMP"), 2, "温度高", "unacknowledged-active", 340_000);
points.get("T1.G.012.TEMP").base = 43;
raise(points.get("T2.G.003.HUM"), 4, "湿度偏高", "acknowledged-active", 3600_000);
raise(list.find((p) => p.utility === "heat"), 3, "供水温度偏高", "unacknowledged-active", 700_000);
raise(list.find((p) => p.utility === "water"), 2, "供水压力低", "unacknowledged-returned", 7200_000);
for (let i = 0; i < 60; i++) raise(list[(i * 37) % list.length], 1 + (i % 4), "历史越限", "normal", 86400_000 + i * 3600_000);
Object.assign(points.get("T1.G.004.O2"), { stale: true, time_ms: Date.now() - 780_000 });
points.get("T1.G.005.O2").quality = "bad-sensor-failure";
export { CENTRE };
