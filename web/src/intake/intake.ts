/** What `/api/v1/intake` says, read tolerantly: totals are a record of outcome → count. */
export interface IntakeDevice {
  name: string;
  perSecond: number | null;
  counts: Record<string, number>;
  last_ms: number | null;
}

export interface IntakeError {
  at_ms: number | null;
  device: string;
  point: string;
  code: string;
  zh: string;
  en: string;
}

export interface IntakeFigures {
  perSecond: number | null;
  totals: Record<string, number>;
  devices: IntakeDevice[];
  errors: IntakeError[];
}

type Loose = Record<string, unknown>;

const numberOr = (value: unknown): number | null => (typeof value === "number" && Number.isFinite(value) ? value : null);
const textOr = (...values: unknown[]): string => (values.find((v) => typeof v === "string") as string | undefined) ?? "";

/** An instant given as ISO text or as milliseconds. */
export function instant(value: unknown): number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  const found = Date.parse(value);
  return Number.isNaN(found) ? null : found;
}

function counts(of: unknown): Record<string, number> {
  if (typeof of !== "object" || of === null) return {};
  return Object.fromEntries(
    Object.entries(of as Loose).flatMap(([name, value]) => (typeof value === "number" ? [[name, value] as const] : [])),
  );
}

function list(value: unknown): Loose[] {
  return Array.isArray(value) ? (value as Loose[]) : [];
}

const NOT_COUNTS = ["perSecond", "lastAt_ms", "last_ms", "lastSeen_ms"];

export function intakeOf(raw: unknown): IntakeFigures {
  const body = (typeof raw === "object" && raw !== null ? raw : {}) as Loose;
  return {
    perSecond: numberOr(body["perSecond"] ?? body["rate_perSecond"]),
    totals: counts(body["totals"] ?? body["outcomes"]),
    devices: list(body["devices"]).map((device) => {
      const own = counts(device["outcomes"] ?? device["totals"] ?? device);
      for (const name of NOT_COUNTS) delete own[name];
      return {
        name: textOr(device["name"], device["device"]),
        perSecond: numberOr(device["perSecond"] ?? device["rate_perSecond"]),
        counts: own,
        last_ms: instant(device["lastAt_ms"] ?? device["last_ms"] ?? device["lastAt"] ?? device["lastSeen"]),
      };
    }),
    errors: list(body["errors"] ?? body["lastErrors"]).map((error) => ({
      at_ms: instant(error["at_ms"] ?? error["at"]),
      device: textOr(error["device"]),
      point: textOr(error["point"], error["sentPoint"]),
      code: textOr(error["code"], error["reason"]),
      zh: textOr(error["zh"], error["message"]),
      en: textOr(error["en"], error["message"]),
    })),
  };
}

export interface Quarantined {
  sentPoint: string;
  device: string;
  count: number;
  first_ms: number | null;
  last_ms: number | null;
  sample: string;
}

export function quarantineOf(raw: unknown): Quarantined[] {
  const rows = Array.isArray(raw) ? (raw as Loose[]) : list((raw as Loose | null)?.["items"]);
  return rows.map((row) => {
    const sample = row["lastValue"] ?? row["sample"] ?? row["value"];
    return {
      sentPoint: textOr(row["sentPoint"], row["point"]),
      device: textOr(row["device"]),
      count: numberOr(row["count"] ?? row["readings"]) ?? 0,
      first_ms: instant(row["firstAt"] ?? row["first"] ?? row["firstAt_ms"] ?? row["first_ms"]),
      last_ms: instant(row["lastAt"] ?? row["last"] ?? row["lastAt_ms"] ?? row["last_ms"]),
      sample: sample === null || sample === undefined ? "" : String(sample),
    };
  });
}
