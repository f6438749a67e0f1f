import type { Text } from "../api/types";

/** A path drawn in BPMN, as the server gives it. */
export interface FlowNode {
  id: string;
  name: Text;
  kind: "start" | "end" | "task" | "parallel" | "choice" | "timer";
  department: string;
  days: number | null;
  /** The task on whose edge a timer is. */
  on: string | null;
}
export interface FlowLink {
  id: string;
  from: string;
  to: string;
  name: Text | null;
}
export interface Flow {
  nodes: FlowNode[];
  links: FlowLink[];
}
export interface Placed extends FlowNode {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Layout {
  width: number;
  height: number;
  nodes: Placed[];
  links: (FlowLink & { line: string; middle: { x: number; y: number } })[];
}

const COLUMN = 176;
const ROW = 92;
const TASK = { width: 140, height: 56 };
const SMALL = { width: 34, height: 34 };
const EDGE = { width: 24, height: 24 };
const MARGIN = 16;

/** The column of each node: one to the right of the last that leads to it. The path has no circle. */
function columns(flow: Flow): Map<string, number> {
  const found = new Map<string, number>();
  const before = (id: string): string[] => {
    const edge = flow.nodes.find((one) => one.id === id)?.on;
    return [...flow.links.filter((one) => one.to === id).map((one) => one.from), ...(edge ? [edge] : [])];
  };
  const column = (id: string): number => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const own = flow.nodes.find((one) => one.id === id)?.on ? 0 : 1;
    const at = Math.max(-1, ...before(id).map(column)) + (before(id).length ? own : 1);
    found.set(id, at);
    return at;
  };
  flow.nodes.forEach((one) => column(one.id));
  return found;
}

/** Places a path from left to right; ways side by side lie below each other. */
export function layOut(flow: Flow): Layout {
  const column = columns(flow);
  const row = new Map<string, number>();
  const taken = new Set<string>();
  const free = (at: number, wanted: number): number => {
    let next = wanted;
    while (taken.has(`${at}/${next}`)) next += 1;
    taken.add(`${at}/${next}`);
    return next;
  };
  const standing = flow.nodes.filter((one) => !one.on).sort((a, b) => (column.get(a.id) ?? 0) - (column.get(b.id) ?? 0));
  for (const one of standing) {
    const before = flow.links
      .filter((link) => link.to === one.id)
      .map((link) => ({ link, row: row.get(link.from) ?? row.get(flow.nodes.find((it) => it.id === link.from)?.on ?? "") ?? 0 }));
    // a join lies on the row of its topmost way, a way on the row of its place among its siblings
    const siblings = before[0] ? flow.links.filter((link) => link.from === before[0]?.link.from) : [];
    const wanted =
      before.length === 1 && before[0] ? before[0].row + siblings.findIndex((link) => link.id === before[0]?.link.id) : before.length ? Math.min(...before.map((it) => it.row)) : 0;
    row.set(one.id, free(column.get(one.id) ?? 0, Math.max(0, wanted)));
  }
  const nodes: Placed[] = standing.map((one) => {
    const size = one.kind === "task" ? TASK : SMALL;
    return {
      ...one,
      ...size,
      x: MARGIN + (column.get(one.id) ?? 0) * COLUMN + (TASK.width - size.width) / 2,
      y: MARGIN + (row.get(one.id) ?? 0) * ROW + (TASK.height - size.height) / 2,
    };
  });
  for (const one of flow.nodes.filter((it) => it.on)) {
    const task = nodes.find((it) => it.id === one.on);
    if (task) nodes.push({ ...one, ...EDGE, x: task.x + task.width - EDGE.width - 8, y: task.y + task.height - EDGE.height / 2 });
  }
  const at = new Map(nodes.map((one) => [one.id, one]));
  const links = flow.links.flatMap((link) => {
    const from = at.get(link.from);
    const to = at.get(link.to);
    if (!from || !to) return [];
    const x1 = from.on ? from.x + from.width / 2 : from.x + from.width;
    const y1 = from.on ? from.y + from.height : from.y + from.height / 2;
    const x2 = to.x;
    const y2 = to.y + to.height / 2;
    const bend = Math.max(x1 + 8, x2 - 22);
    // a way past a task on the same row goes over it
    const over = !from.on && y1 === y2 && from.kind === "choice" && x2 - x1 > TASK.width;
    if (over) {
      const from_x = from.x + from.width / 2;
      const to_x = to.x + to.width / 2;
      const high = y1 - TASK.height / 2 - 8;
      return [{ ...link, line: `M${from_x},${from.y} V${high} H${to_x} V${to.y}`, middle: { x: from_x + 44, y: high + 13 } }];
    }
    const line = from.on
      ? `M${x1},${y1} V${y1 + 12} H${bend} V${y2} H${x2}`
      : from.kind === "task" || from.kind === "start" || from.kind === "timer"
        ? `M${x1},${y1} H${bend} V${y2} H${x2}`
        : `M${x1},${y1} H${x1 + 14} V${y2} H${x2}`;
    return [{ ...link, line, middle: { x: Math.min(x1 + 20, (x1 + x2) / 2), y: y2 - 6 } }];
  });
  return {
    nodes,
    links,
    width: Math.max(...nodes.map((one) => one.x + one.width)) + MARGIN,
    height: Math.max(...nodes.map((one) => one.y + one.height)) + MARGIN + 18,
  };
}
