/** Quality codes as stored by the server, in the order of `model.reading.Quality`. */
export const QUALITIES = [
  "good",
  "good-local-override",
  "uncertain",
  "uncertain-last-usable-value",
  "uncertain-sensor-not-accurate",
  "uncertain-out-of-range",
  "uncertain-sub-normal",
  "uncertain-clock",
  "bad",
  "bad-configuration",
  "bad-not-connected",
  "bad-device-failure",
  "bad-sensor-failure",
  "bad-no-communication",
  "bad-out-of-service",
  "bad-no-value",
] as const;

export type QualityCode = (typeof QUALITIES)[number];

/** The text code of a number or text as the server may send it (`GOOD`, `good`, 0). */
export function qualityCode(raw: string | number | null | undefined): QualityCode {
  if (raw === null || raw === undefined) return "good";
  if (typeof raw === "number") return QUALITIES[raw] ?? "uncertain";
  const text = raw.toLowerCase().replaceAll("_", "-");
  return QUALITIES.find((code) => code === text) ?? "uncertain";
}

export const isGood = (code: QualityCode): boolean => code.startsWith("good");
export const isBad = (code: QualityCode): boolean => code.startsWith("bad");
