import type { Compartment, PointNow, Tunnel, TunnelSection } from "../api/types";

/** One fire section as drawn. */
export interface Cell {
  section: TunnelSection;
  left_px: number;
  width_px: number;
}

export interface Row {
  compartment: Compartment;
  cells: Cell[];
}

/** No cell is narrower, so that every section can be hit (WCAG 2.2, target size). */
export const LEAST_CELL_px = 26;

export function longestFirstPixel(tunnel: Tunnel): number {
  const lengths = tunnel.compartments.flatMap((c) => c.sections.map((s) => s.toChainage_m - s.fromChainage_m));
  const shortest = Math.min(...lengths.filter((length) => length > 0));
  return Number.isFinite(shortest) ? LEAST_CELL_px / shortest : 0.1;
}

/** Pixels per metre: the whole tunnel in the window, but never so small that a section cannot be hit. */
export function scaleFor(tunnel: Tunnel, window_px: number, zoom: number): number {
  const fit = tunnel.length_m > 0 ? window_px / tunnel.length_m : 0.1;
  return Math.max(fit, longestFirstPixel(tunnel)) * zoom;
}

export function layOut(tunnel: Tunnel, pixelsPerMetre: number): Row[] {
  return tunnel.compartments.map((compartment) => ({
    compartment,
    cells: [...compartment.sections]
      .sort((a, b) => a.fromChainage_m - b.fromChainage_m)
      .map((section) => ({
        section,
        left_px: section.fromChainage_m * pixelsPerMetre,
        width_px: Math.max(1, (section.toChainage_m - section.fromChainage_m) * pixelsPerMetre),
      })),
  }));
}

/** Chainage marks at round distances, at least `least_px` apart. */
export function marks(length_m: number, pixelsPerMetre: number, least_px = 90): number[] {
  const least_m = least_px / pixelsPerMetre;
  const power = 10 ** Math.floor(Math.log10(least_m));
  const step = ([1, 2, 5, 10].find((n) => n * power >= least_m) ?? 10) * power;
  const found: number[] = [];
  for (let at = 0; at <= length_m; at += step) found.push(at);
  return found;
}

const IMPORTANCE = ["methane", "ch4", "oxygen", "o2", "hydrogen", "h2s", "temperature", "water", "level", "smoke", "humidity"];

function importance(point: PointNow): number {
  const text = `${point.quantity} ${point.id.split(".").at(-1) ?? ""}`.toLowerCase();
  const found = IMPORTANCE.findIndex((word) => text.includes(word));
  return found < 0 ? IMPORTANCE.length : found;
}

/** A line of numbers across all cells of a compartment. */
export interface Strip {
  quantity: string;
  unit: string;
  code: string;
}

const MOST_STRIPS = 6;

/** What is measured in most sections: what can kill first, then comfort; the same lines in every cell. */
export function strips(compartment: Compartment): Strip[] {
  const found = new Map<string, { strip: Strip; rank: number }>();
  for (const section of compartment.sections) {
    for (const point of section.points) {
      if (point.valueKind !== "number" || found.has(point.quantity)) continue;
      const code = point.id.split(".").at(-1) ?? "";
      found.set(point.quantity, { strip: { quantity: point.quantity, unit: point.unit, code }, rank: importance(point) });
    }
  }
  return [...found.values()]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_STRIPS)
    .map((entry) => entry.strip);
}

/** The points of a section that belong on a strip; a section may carry several of a kind. */
export const stripPoints = (section: TunnelSection, strip: Strip): PointNow[] =>
  section.points.filter((point) => point.quantity === strip.quantity && point.valueKind === "number");

/** The one nearest to, or furthest beyond, its limits; the first where nothing tells them apart. */
export function worstPoint(points: PointNow[], valueOf: (point: PointNow) => unknown): PointNow | null {
  const badness = (point: PointNow): number => {
    const value = valueOf(point);
    if (typeof value !== "number") return -Infinity;
    const { limitLow: low, limitHigh: high } = point;
    return Math.max(high === null ? -Infinity : value - high, low === null ? -Infinity : low - value);
  };
  return points.reduce<PointNow | null>((worst, point) => (!worst || badness(point) > badness(worst) ? point : worst), null);
}

/** All points of a section, those of its equipment included. */
export const allPoints = (section: TunnelSection): PointNow[] => [
  ...new Map([...section.points, ...section.equipment.flatMap((e) => e.points)].map((p) => [p.id, p])).values(),
];

/** Reads `1250`, `K1+250`, `k1+250`; null when it is neither. */
export function chainageOf(text: string): number | null {
  const surveyed = /^\s*[kK](\d+)\s*\+\s*(\d+(?:\.\d+)?)\s*$/.exec(text);
  if (surveyed) return Number(surveyed[1]) * 1000 + Number(surveyed[2]);
  return /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : null;
}

/** The section beside, above or below: arrow keys walk the drawing. */
export function neighbour(rows: Row[], id: string, across: number, down: number): string | null {
  const rowIndex = rows.findIndex((row) => row.cells.some((cell) => cell.section.id === id));
  const row = rows[rowIndex];
  const index = row?.cells.findIndex((cell) => cell.section.id === id) ?? -1;
  const cell = row?.cells[index];
  if (!row || !cell) return null;
  if (across !== 0) return row.cells[index + across]?.section.id ?? null;
  const middle = cell.left_px + cell.width_px / 2;
  return (
    rows[rowIndex + down]?.cells.find((other) => other.left_px + other.width_px > middle)?.section.id ?? null
  );
}
