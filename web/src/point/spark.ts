import { get } from "../api/client";
import type { Trend, TrendBin } from "../api/types";

const HOUR_ms = 3_600_000;
const KEEP_ms = 60_000;
const BINS = 60;

const cache = new Map<string, { at: number; bins: Promise<TrendBin[][]> }>();
const waiting: (() => void)[] = [];
let running = 0;
const MOST_AT_ONCE = 4;

async function turn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** The last hour of a point in minute bins, asked at most once a minute and a few at a time. */
export function lastHour(point: string, now_ms: number): Promise<TrendBin[][]> {
  const known = cache.get(point);
  if (known && now_ms - known.at < KEEP_ms) return known.bins;
  const bins = turn(() =>
    get<Trend>(`/api/v1/points/${encodeURIComponent(point)}/trend`, {
      from: new Date(now_ms - HOUR_ms).toISOString(),
      to: new Date(now_ms).toISOString(),
      width: BINS,
    }).then((trend) => trend.segments),
  );
  cache.set(point, { at: now_ms, bins });
  bins.catch(() => cache.delete(point));
  if (cache.size > 1000) cache.delete(cache.keys().next().value ?? "");
  return bins;
}

/** Segments as one SVG path; a gap in the data is a gap in the line. */
export function sparkPath(
  segments: TrendBin[][],
  from_ms: number,
  to_ms: number,
  width: number,
  height: number,
): { path: string; low: number; high: number } | null {
  const means = segments.flat().map((bin) => bin[3]);
  if (means.length === 0) return null;
  const low = Math.min(...means);
  const high = Math.max(...means);
  const flat = high - low < 1e-9;
  const x = (t: number): number => ((t - from_ms) / (to_ms - from_ms)) * width;
  const y = (v: number): number => (flat ? height / 2 : height - 1 - ((v - low) / (high - low)) * (height - 2));
  const path = segments
    .map((segment) =>
      segment.map((bin, i) => `${i === 0 ? "M" : "L"}${x(bin[0]).toFixed(1)} ${y(bin[3]).toFixed(1)}`).join(""),
    )
    .join("");
  return { path, low, high };
}
