export interface Band {
  from_px: number;
  to_px: number;
  at_px: number;
}

/** A track a little wider than the limits; the value sticks to its ends when far beyond. Null without limits. */
export function bandOf(value: number, low: number | null, high: number | null, width_px: number): Band | null {
  if (low === null && high === null) return null;
  const span = low !== null && high !== null ? high - low : Math.abs(high ?? low ?? 0) || 1;
  const start = low !== null ? low - span * 0.25 : Math.min(0, (high ?? 0) - span);
  const end = high !== null ? high + span * 0.25 : (low ?? 0) + span * 1.25;
  const place = (v: number): number => Math.min(width_px, Math.max(0, ((v - start) / (end - start)) * width_px));
  return { from_px: low === null ? 0 : place(low), to_px: high === null ? width_px : place(high), at_px: place(value) };
}
