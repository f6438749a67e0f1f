import { onScopeDispose, ref, shallowReactive, shallowRef, watch, type ShallowRef, type WatchSource } from "vue";
import { announceSignedOut } from "../api/client";
import type { Alarm, PointValueRaw } from "../api/types";
import { liveQuery, type Interest } from "./interest";
import { qualityCode, type QualityCode } from "./quality";
import { EventCutter, type ServerEvent } from "./sse";

/** The newest thing heard about a point. */
export interface Heard {
  time_ms: number;
  value: PointValueRaw;
  quality: QualityCode;
  received_ms: number;
}

export interface Rates {
  perSecond: number;
  stored: number;
  rejected: number;
  quarantined: number;
}

export type LiveState = "idle" | "connecting" | "live" | "lost";

const SILENCE_ms = 25_000;
const FIRST_WAIT_ms = 500;
const LONGEST_WAIT_ms = 30_000;

/** How long to wait before attempt `n` (0, 1, 2 …) to come back: doubling, capped, with up to a quarter of jitter. */
export function backoff_ms(attempt: number, random: number = Math.random()): number {
  const wait = Math.min(LONGEST_WAIT_ms, FIRST_WAIT_ms * 2 ** attempt);
  return wait * (1 + random / 4);
}

export const liveState = ref<LiveState>("idle");
/** When the stream last said anything, by the server's clock. */
export const lastHeard_ms = ref<number | null>(null);
export const rates = shallowRef<Rates | null>(null);
/** Server clock minus browser clock. */
export const clockOffset_ms = ref(0);
/** The server's time, moving once a second; what every age on the screen is measured against. */
export const serverNow_ms = ref(Date.now());

const heard = new Map<string, ShallowRef<Heard | null>>();
const alarmListeners = new Set<(alarm: Alarm) => void>();
const readingListeners = new Set<(batch: ReadonlyMap<string, Heard>) => void>();
const wishes = shallowReactive(new Map<symbol, Interest>());

setInterval(() => {
  serverNow_ms.value = Date.now() + clockOffset_ms.value;
}, 1000);

/** The newest reading heard live for a point; null until one comes. */
export function heardOf(point: string): ShallowRef<Heard | null> {
  let found = heard.get(point);
  if (!found) {
    found = shallowRef<Heard | null>(null);
    heard.set(point, found);
  }
  return found;
}

export function onAlarm(listener: (alarm: Alarm) => void): () => void {
  alarmListeners.add(listener);
  return () => alarmListeners.delete(listener);
}

export function onReadings(listener: (batch: ReadonlyMap<string, Heard>) => void): () => void {
  readingListeners.add(listener);
  return () => readingListeners.delete(listener);
}

/** Keeps hearing what `wish` says while the calling component lives. */
export function useLive(wish: () => Interest | null, on: WatchSource[] = []): void {
  const key = Symbol("wish");
  watch(
    [wish, ...on],
    () => {
      const now = wish();
      if (now) wishes.set(key, now);
      else wishes.delete(key);
    },
    { immediate: true },
  );
  onScopeDispose(() => wishes.delete(key));
}

type Row = [id: string, t_ms: number, value: PointValueRaw, quality: number | string, received_ms: number];

function takeReadings(rows: Row[]): void {
  const batch = new Map<string, Heard>();
  for (const [id, time_ms, value, quality, received_ms] of rows) {
    const known = heardOf(id);
    if (known.value && known.value.time_ms > time_ms) continue;
    // A bad reading may carry no value; JSON has no NaN, so the stream says "".
    const next = { time_ms, value: value === "" ? null : value, quality: qualityCode(quality), received_ms };
    known.value = next;
    batch.set(id, next);
  }
  for (const listener of readingListeners) listener(batch);
}

/** Takes one event of the stream; exported for the tests, which speak as the server does. */
export function take(event: ServerEvent): void {
  const body: unknown = JSON.parse(event.data);
  switch (event.event) {
    case "hello": {
      const time_ms = (body as { serverTime_ms: number }).serverTime_ms;
      clockOffset_ms.value = time_ms - Date.now();
      serverNow_ms.value = time_ms;
      break;
    }
    case "readings":
      takeReadings(body as Row[]);
      break;
    case "alarm":
      for (const listener of alarmListeners) listener(body as Alarm);
      break;
    case "rates":
      rates.value = body as Rates;
      break;
    default:
      break;
  }
}

let current: AbortController | null = null;
let lastEventId: string | null = null;
let attempt = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let silence: ReturnType<typeof setTimeout> | undefined;

function hearSomething(mine: AbortController): void {
  attempt = 0;
  liveState.value = "live";
  lastHeard_ms.value = Date.now() + clockOffset_ms.value;
  clearTimeout(silence);
  silence = setTimeout(() => mine.abort(new Error("silent")), SILENCE_ms);
}

async function follow(query: string, mine: AbortController): Promise<void> {
  const headers: Record<string, string> = { Accept: "text/event-stream" };
  if (lastEventId !== null) headers["Last-Event-ID"] = lastEventId;
  const response = await fetch(`/api/v1/live?${query}`, {
    headers,
    signal: mine.signal,
    credentials: "same-origin",
    cache: "no-store",
  });
  if (response.status === 401) {
    announceSignedOut();
    throw new Error("signed out");
  }
  if (!response.ok || !response.body) throw new Error(`live ${response.status}`);
  const cutter = new EventCutter();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  hearSomething(mine);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    hearSomething(mine);
    for (const event of cutter.push(value)) {
      if (event.id !== null) lastEventId = event.id;
      take(event);
    }
  }
}

async function connect(query: string): Promise<void> {
  const mine = new AbortController();
  current = mine;
  if (liveState.value !== "live") liveState.value = attempt === 0 ? "connecting" : "lost";
  try {
    await follow(query, mine);
  } catch {
    // Whatever ended the stream, the answer is the same: say so on the screen and come back.
  }
  if (current !== mine) return;
  clearTimeout(silence);
  liveState.value = "lost";
  retry = setTimeout(() => void connect(query), backoff_ms(attempt));
  attempt += 1;
}

function stop(): void {
  const last = current;
  current = null;
  clearTimeout(retry);
  clearTimeout(silence);
  last?.abort();
}

let settled: ReturnType<typeof setTimeout> | undefined;
let followed: string | null = null;

/** Starts following the wishes of all pages; call once, after signing in. */
export function startLive(): () => void {
  const unwatch = watch(
    () => liveQuery(wishes.values()),
    (query) => {
      clearTimeout(settled);
      // Pages come and go within a tick; one reconnect is enough.
      settled = setTimeout(() => {
        if (query === followed) return;
        followed = query;
        stop();
        attempt = 0;
        if (query) void connect(query);
        else liveState.value = "idle";
      }, 80);
    },
    { immediate: true },
  );
  const wake = (): void => {
    if (liveState.value !== "lost" || !followed) return;
    stop();
    attempt = 0;
    void connect(followed);
  };
  window.addEventListener("online", wake);
  return () => {
    unwatch();
    window.removeEventListener("online", wake);
    clearTimeout(settled);
    stop();
    followed = null;
    liveState.value = "idle";
  };
}
