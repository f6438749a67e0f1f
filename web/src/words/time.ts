import { language } from "../i18n";

const ZONE = "Asia/Shanghai";

const parts = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

export interface Clock {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
  second: string;
}

/** The wall clock of the county (Asia/Shanghai), whatever the browser's zone is. */
export function clockOf(time_ms: number): Clock {
  const found: Record<string, string> = {};
  for (const { type, value } of parts.formatToParts(time_ms)) found[type] = value;
  return found as unknown as Clock;
}

export function dayOf(time_ms: number): string {
  const c = clockOf(time_ms);
  return `${c.year}-${c.month}-${c.day}`;
}

/** `15:04:05`, with the day in front when it is not today: `11-22 15:04:05`, `2025-11-22 15:04:05`. */
export function timeText(time_ms: number | null | undefined, now_ms: number = Date.now()): string {
  if (time_ms === null || time_ms === undefined) return "—";
  const c = clockOf(time_ms);
  const n = clockOf(now_ms);
  const clock = `${c.hour}:${c.minute}:${c.second}`;
  if (c.year !== n.year) return `${c.year}-${c.month}-${c.day} ${clock}`;
  if (c.month !== n.month || c.day !== n.day) return `${c.month}-${c.day} ${clock}`;
  return clock;
}

/** Always with the day: `2026-11-23 15:04:05`. */
export function fullTimeText(time_ms: number): string {
  const c = clockOf(time_ms);
  return `${c.year}-${c.month}-${c.day} ${c.hour}:${c.minute}:${c.second}`;
}

/** The instant a county wall clock `2026-11-23T15:04[:05]` names; China keeps UTC+8 all year. */
export function instantOf(local: string): number | null {
  const filled = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? `${local}:00` : local;
  const found = Date.parse(`${filled}+08:00`);
  return Number.isNaN(found) ? null : found;
}

/** A duration in words, one unit: `3 秒`, `5 min`. */
export function durationText(duration_ms: number): string {
  const zh = language.value === "zh";
  const s = Math.max(0, Math.round(duration_ms / 1000));
  if (s < 60) return zh ? `${s} 秒` : `${s} s`;
  const min = Math.round(s / 60);
  if (min < 60) return zh ? `${min} 分钟` : `${min} min`;
  const h = Math.round(min / 60);
  if (h < 48) return zh ? `${h} 小时` : `${h} h`;
  const d = Math.round(h / 24);
  return zh ? `${d} 天` : `${d} ${d === 1 ? "day" : "days"}`;
}
