/** A stretch of time on the trend. */
export interface Span {
  from_ms: number;
  to_ms: number;
}

export const SECOND_ms = 1_000;
export const YEAR_ms = 366 * 86_400_000;

/** Keeps a span between one second and two years, about its middle. */
export function keep(span: Span): Span {
  const length = Math.min(2 * YEAR_ms, Math.max(SECOND_ms, span.to_ms - span.from_ms));
  const middle = (span.from_ms + span.to_ms) / 2;
  return { from_ms: Math.round(middle - length / 2), to_ms: Math.round(middle + length / 2) };
}

/** Zooms by `factor` (below 1 is closer) with the instant `at_ms` staying where it is. */
export function zoomAbout(span: Span, at_ms: number, factor: number): Span {
  const length = Math.min(2 * YEAR_ms, Math.max(SECOND_ms, (span.to_ms - span.from_ms) * factor));
  const share = (at_ms - span.from_ms) / (span.to_ms - span.from_ms);
  const from_ms = Math.round(at_ms - share * length);
  return { from_ms, to_ms: Math.round(from_ms + length) };
}

export const pan = (span: Span, by_ms: number): Span => ({ from_ms: span.from_ms + by_ms, to_ms: span.to_ms + by_ms });
