import type { Text } from "../api/types";

/** What `/api/v1/serve/hall` and `/catalogue/outlets` answer. */
export interface Outlet {
  id: string;
  name: string;
  nameEn?: string | null;
  level: "county" | "township" | "village";
  synthetic: boolean;
}

export interface Ticket {
  number: string;
  topic: string;
  rightOfWay: boolean;
  booked: boolean;
  state: "waiting" | "called" | "serving" | "done" | "missed" | "left";
  window: string | null;
  passes: number;
  cameAt: string;
  calledAt: string | null;
  ahead: number;
}

export interface Board {
  called: { number: string; window: string; state: string }[];
  waiting: number;
  wait_min: number;
}

export type Departments = Record<string, Text>;

/** The ticket at a window, if any. */
export const atWindow = (tickets: readonly Ticket[], window: string): Ticket | null =>
  tickets.find((t) => t.window === window && (t.state === "called" || t.state === "serving")) ?? null;

/** Those who wait, in the order they will be called. */
export const waitingOf = (tickets: readonly Ticket[]): Ticket[] =>
  tickets.filter((t) => t.state === "waiting").sort((a, b) => a.ahead - b.ahead);

export type Deed = "next" | "start" | "done" | "pass";

const DEEDS: Record<string, Deed> = { n: "next", s: "start", d: "done", p: "pass" };

export const isDeedKey = (key: string): boolean => key.toLowerCase() in DEEDS;

/** What a key does now; null when it does nothing. */
export function deedOf(key: string, current: Ticket | null): Deed | null {
  const found = DEEDS[key.toLowerCase()] ?? null;
  if (found === "next") return current === null ? found : null;
  if (found === "done") return current?.state === "serving" ? found : null;
  return found !== null && current?.state === "called" ? found : null;
}
