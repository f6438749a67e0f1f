import type { Text } from "../api/types";
import type { Subject } from "../portal/guide/subject";
import { readForm } from "../portal/form/form";
import type { Asked, Refused } from "./filing";

export type Conflict = "version" | "open" | "consent" | "lasts" | "material" | "key" | "answers" | "other";

const CODES: Record<string, Conflict> = {
  "version-changed": "version",
  "already-open": "open",
  "consent-expired": "consent",
  "consent-time": "lasts",
  "foreign-material": "material",
  "photo-lost": "material",
  "request-key-reused": "key",
  "answers": "answers",
};

export const conflictOf = (refused: Refused): Conflict => CODES[refused.code] ?? "other";

export interface Difference {
  added: Text[];
  dropped: Text[];
  needed: Text[];
}

/** What a newer form asks that the older did not, no longer asks, and asks without leaving a choice. */
export function differences(before: readonly Asked[], now: Subject): Difference {
  const controls = readForm(now.it).flatMap((page) => page.controls);
  const was = new Map(before.map((one) => [one.element, one]));
  const is = new Set(controls.map((one) => one.element));
  return {
    added: controls.filter((one) => !was.has(one.element) && !one.rule).map((one) => one.title),
    dropped: before.filter((one) => !is.has(one.element)).map((one) => one.title),
    needed: controls.filter((one) => one.required && was.get(one.element)?.required === false).map((one) => one.title),
  };
}

/** One service of which the county has another version than the device filled in. */
export interface Changed {
  service: string;
  name: Text;
  seen: string;
  now: string;
  effectiveFrom: string;
}
export const changedOf = (refused: Refused): Changed[] => (Array.isArray(refused.told["changed"]) ? (refused.told["changed"] as Changed[]) : []);
export const toldText = (refused: Refused, name: string): string => {
  const value = refused.told[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};
