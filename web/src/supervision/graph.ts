/** A directly-follows graph as the server mines it, and where its boxes and arrows are drawn. */
export interface Spread {
  count: number;
  median_s: number;
  p90_s: number;
}
export interface Edge {
  from: string;
  to: string;
  count: number;
  inCases: number;
  back: number;
  waiting: Spread;
}
export interface Activity {
  name: string;
  count: number;
  inCases: number;
  again: number;
  starts: number;
  ends: number;
}
export interface ProcessMap {
  cases: number;
  events: number;
  activities: Activity[];
  edges: Edge[];
  variants: { activities: string[]; cases: string[]; duration: Spread }[];
  duration: Spread;
  reworked: number;
}
export interface Box {
  name: string;
  x: number;
  y: number;
  activity: Activity;
}
export interface Arrow {
  edge: Edge;
  path: string;
  label: { x: number; y: number };
  width: number;
  rework: boolean;
}
export interface Drawing {
  width: number;
  height: number;
  boxes: Box[];
  arrows: Arrow[];
}

export const BOX = { width: 150, height: 44 };
const GAP = { x: 70, y: 64 };
const MARGIN = 24;

/** Mean place of each activity in the variants, weighted by cases: what comes first is drawn first. */
function places(map: ProcessMap): Map<string, number> {
  const sums = new Map<string, [number, number]>();
  for (const variant of map.variants) {
    const seen = new Set<string>();
    variant.activities.forEach((name, index) => {
      if (seen.has(name)) return;
      seen.add(name);
      const [sum, count] = sums.get(name) ?? [0, 0];
      sums.set(name, [sum + index * variant.cases.length, count + variant.cases.length]);
    });
  }
  return new Map(map.activities.map((one) => {
    const [sum, count] = sums.get(one.name) ?? [0, 1];
    return [one.name, one.starts > 0 && one.starts === one.inCases ? -1 : sum / count] as const;
  }));
}

/** Boxes in layers from top to bottom: an activity lies below all that lead to it, rework left aside. */
export function draw(map: ProcessMap): Drawing {
  const place = places(map);
  const order = [...map.activities].sort((a, b) => (place.get(a.name) ?? 0) - (place.get(b.name) ?? 0) || a.name.localeCompare(b.name));
  const rank = new Map(order.map((one, index) => [one.name, index]));
  const rankOf = (name: string): number => rank.get(name) ?? 0;
  const forward = map.edges.filter((edge) => rankOf(edge.from) < rankOf(edge.to));
  const layer = new Map<string, number>();
  for (const one of order) {
    const above = forward.filter((edge) => edge.to === one.name).map((edge) => layer.get(edge.from) ?? 0);
    layer.set(one.name, above.length ? Math.max(...above) + 1 : 0);
  }
  const rows: Activity[][] = [];
  for (const one of order) (rows[layer.get(one.name) ?? 0] ??= []).push(one);
  const widest = Math.max(1, ...rows.map((row) => row.length));
  const span = widest * BOX.width + (widest - 1) * GAP.x;
  const boxes = rows.flatMap((row, y) => {
    const own = row.length * BOX.width + (row.length - 1) * GAP.x;
    return row.map((activity, index) => ({
      name: activity.name,
      activity,
      x: MARGIN + (span - own) / 2 + index * (BOX.width + GAP.x),
      y: MARGIN + y * (BOX.height + GAP.y),
    }));
  });
  const byName = new Map(boxes.map((box) => [box.name, box]));
  const most = Math.max(1, ...map.edges.map((edge) => edge.count));
  let lane = 0;
  const arrows = map.edges.flatMap((edge): Arrow[] => {
    const from = byName.get(edge.from);
    const to = byName.get(edge.to);
    if (!from || !to) return [];
    const width = 1 + 4 * Math.sqrt(edge.count / most);
    const next = (layer.get(edge.to) ?? 0) - (layer.get(edge.from) ?? 0) === 1;
    if (next) {
      const a = { x: from.x + BOX.width / 2, y: from.y + BOX.height };
      const b = { x: to.x + BOX.width / 2, y: to.y - 6 };
      const bend = (b.y - a.y) / 2;
      return [{ edge, width, rework: edge.back > 0, path: `M${a.x} ${a.y}C${a.x} ${a.y + bend} ${b.x} ${b.y - bend} ${b.x} ${b.y}`, label: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } }];
    }
    // Whatever skips a layer or goes back runs beside the boxes, each in a lane of its own.
    const right = MARGIN + span + 34 + 26 * lane++;
    const a = { x: from.x + BOX.width, y: from.y + BOX.height / 2 + 6 };
    const b = { x: to.x + BOX.width + 6, y: to.y + BOX.height / 2 - 6 };
    return [{ edge, width, rework: edge.back > 0, path: `M${a.x} ${a.y}C${right} ${a.y} ${right} ${b.y} ${b.x} ${b.y}`, label: { x: (a.x + 3 * right + b.x + 3 * right) / 8, y: (a.y + b.y) / 2 } }];
  });
  return {
    width: 2 * MARGIN + span + (lane ? 60 + 26 * lane : 0) + 60,
    height: 2 * MARGIN + rows.length * BOX.height + (rows.length - 1) * GAP.y,
    boxes,
    arrows,
  };
}
