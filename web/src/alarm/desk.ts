import { computed, ref, shallowReactive, shallowRef } from "vue";
import { asPage, get, post } from "../api/client";
import type { Alarm, AlarmCounts, Page } from "../api/types";
import { onAlarm, useLive } from "../live/store";
import { prefs } from "../shell/prefs";
import { ring } from "./bell";

/** The alarms that are not over: every one that is active or still wants acknowledging, newest state heard. */
const current = shallowReactive(new Map<string, Alarm>());
/** The newest alarm raised since the page opened, for the announcer. */
export const newest = shallowRef<Alarm | null>(null);
export const deskReady = ref(false);

export const isActive = (alarm: Alarm): boolean => alarm.state.endsWith("-active");
export const isUnacknowledged = (alarm: Alarm): boolean => alarm.state.startsWith("unacknowledged");

/** Worst first; among equals the unacknowledged first, then the newest. */
export function byUrgency(a: Alarm, b: Alarm): number {
  if (a.priority !== b.priority) return a.priority - b.priority;
  const unacknowledged = Number(isUnacknowledged(b)) - Number(isUnacknowledged(a));
  return unacknowledged !== 0 ? unacknowledged : b.raisedAt_ms - a.raisedAt_ms;
}

export const currentAlarms = computed(() => [...current.values()].sort(byUrgency));

function count(alarms: Iterable<Alarm>): AlarmCounts {
  const counts: AlarmCounts = [0, 0, 0, 0];
  for (const alarm of alarms) counts[alarm.priority - 1] = (counts[alarm.priority - 1] ?? 0) + 1;
  return counts;
}

export const currentCounts = computed(() => count(current.values()));
export const unacknowledgedCounts = computed(() => count([...current.values()].filter(isUnacknowledged)));

/** Takes an alarm as the server now sees it. */
export function takeAlarm(alarm: Alarm): void {
  const key = String(alarm.id);
  const known = current.get(key);
  if (alarm.state === "normal" || alarm.state === "log-ended") {
    current.delete(key);
    return;
  }
  current.set(key, alarm);
  if (!known && deskReady.value && alarm.state === "unacknowledged-active") {
    newest.value = alarm;
    if (prefs.sound) ring(alarm.priority);
  }
}

export function alarmOfPoint(point: string): Alarm | null {
  for (const alarm of current.values()) if (alarm.point === point) return alarm;
  return null;
}

const MOST = 1000;

/** Fills the desk and keeps it; call once in the shell. */
export function useAlarmDesk(): void {
  useLive(() => ({ alarms: true, rates: true }));
  onAlarm(takeAlarm);
  void refillDesk();
}

/** Asks again for all alarms that are not over: at the start and after every reconnect. */
export async function refillDesk(): Promise<void> {
  const lists = await Promise.all(
    ["active", "unacknowledged"].map((state) =>
      get<Page<Alarm> | Alarm[]>("/api/v1/alarms", { state, limit: MOST }).then(asPage),
    ),
  );
  const found = new Map<string, Alarm>();
  for (const list of lists) for (const alarm of list.items) found.set(String(alarm.id), alarm);
  for (const key of [...current.keys()]) if (!found.has(key)) current.delete(key);
  for (const alarm of found.values()) takeAlarm(alarm);
  deskReady.value = true;
}

/** An alarm that is over, asked by its id; null when there is none. */
export async function findAlarm(id: string): Promise<Alarm | null> {
  const found = await get<Alarm | { alarm: Alarm }>(`/api/v1/alarms/${encodeURIComponent(id)}`).catch(() => null);
  return found && "alarm" in found ? found.alarm : found;
}

/** Acknowledges one alarm or many with the same comment. */
export async function acknowledge(ids: (number | string)[], comment: string): Promise<void> {
  const only = ids[0];
  if (ids.length === 1 && only !== undefined) {
    await post(`/api/v1/alarms/${encodeURIComponent(String(only))}/acknowledge`, { comment });
  } else {
    await post("/api/v1/alarms/acknowledge", { ids, comment });
  }
  await refillDesk();
}
