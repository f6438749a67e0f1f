import { computed, type ComputedRef } from "vue";
import type { AlarmMark, PointNow, PointValueRaw } from "../api/types";
import { alarmOfPoint, isUnacknowledged } from "../alarm/desk";
import { isBad, isGood, qualityCode, type QualityCode } from "../live/quality";
import { heardOf, liveState, serverNow_ms } from "../live/store";

/** What the screen says about a point at this moment. */
export interface Shown {
  value: PointValueRaw;
  time_ms: number | null;
  received_ms: number | null;
  quality: QualityCode;
  good: boolean;
  bad: boolean;
  age_ms: number | null;
  stale: boolean;
  alarm: AlarmMark | null;
  beyond: boolean;
}

/** Silent for this many expected intervals, a point is stale even before the server says so. */
const INTERVALS_TO_STALE = 3;
const LEAST_STALE_ms = 30_000;

export function isStale(point: PointNow, age_ms: number | null, heardLive: boolean, connected: boolean): boolean {
  if (age_ms === null) return true;
  const expected_s = point.expectedInterval_s;
  if (expected_s > 0) return age_ms > Math.max(LEAST_STALE_ms, expected_s * 1000 * INTERVALS_TO_STALE);
  if (!connected) return true;
  return point.stale && !heardLive;
}

export function useShown(point: () => PointNow): ComputedRef<Shown> {
  return computed(() => {
    const p = point();
    const heard = heardOf(p.id).value;
    const newer = heard !== null && heard.time_ms >= (p.time_ms ?? 0);
    const value = newer ? heard.value : p.value;
    const time_ms = newer ? heard.time_ms : p.time_ms;
    const quality = newer ? heard.quality : qualityCode(p.quality);
    const age_ms = time_ms === null ? null : Math.max(0, serverNow_ms.value - time_ms);
    const alarm = alarmOfPoint(p.id);
    return {
      value,
      time_ms,
      received_ms: newer ? heard.received_ms : p.received_ms,
      quality,
      good: isGood(quality),
      bad: isBad(quality),
      age_ms,
      stale: isStale(p, age_ms, newer, liveState.value !== "lost"),
      alarm: alarm ? { id: alarm.id, priority: alarm.priority, acknowledged: !isUnacknowledged(alarm) } : null,
      beyond:
        typeof value === "number" &&
        ((p.limitHigh !== null && value > p.limitHigh) || (p.limitLow !== null && value < p.limitLow)),
    };
  });
}
