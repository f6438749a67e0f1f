import { computed, ref, shallowRef } from "vue";
import { ask, asProblem, Problem } from "../api/client";
import type { Session } from "../api/types";
import { file, upload } from "../portal/api";
import { session } from "../shell/session";
import type { Filing, Helped } from "./filing";
import { isDue, sync, type Door, type Round } from "./outbox";
import { packed, takeAlong } from "./forms";
import { newId, type Vault } from "./vault";

const OWNER = "ronghe.village.owner";
const IDLE_ms = 10 * 60_000;
const AGAIN_ms = 60_000;
const MOST_KNOWN = 30;

/** The open vault; null while locked. The key lives in this page's memory and nowhere else. */
export const vault = shallowRef<Vault | null>(null);
export const filings = shallowRef<Filing[]>([]);
export const online = ref(navigator.onLine);
export const syncing = ref(false);
export const round = ref<Round>("done");
/** Whose desk it was last on this device, for when nobody can be asked. */
export const lastOwner = (): string | null => localStorage.getItem(OWNER);
export const isHelper = computed(() => (session.value?.roles ?? []).some((role) => /^(ROLE_)?HELPER$/.test(role)));
export const unsent = computed(() => filings.value.filter((one) => one.state !== "filed").length);

const tabs = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("ronghe.village");
let idle: ReturnType<typeof setTimeout> | undefined;
let again: ReturnType<typeof setInterval> | undefined;

/** Reads the filings anew, newest first. */
export async function reload(): Promise<void> {
  const open = vault.value;
  const all = open ? await open.all<Filing>("filing") : [];
  if (open === vault.value) filings.value = all.sort((a, b) => b.changedAt.localeCompare(a.changedAt));
}

/** Tells this page and the other tabs that filings changed. */
export async function changed(): Promise<void> {
  tabs?.postMessage("changed");
  await reload();
}

/** The vault was opened: work begins. */
export async function opened(fresh: Vault): Promise<void> {
  vault.value = fresh;
  localStorage.setItem(OWNER, fresh.owner);
  await reload();
  begin();
  void syncNow();
  if (online.value) void refreshForms();
}

export function lock(): void {
  clearTimeout(idle);
  clearInterval(again);
  vault.value = null;
  filings.value = [];
}

function begin(): void {
  stayAwake();
  clearInterval(again);
  again = setInterval(() => void syncNow(), AGAIN_ms);
}

function stayAwake(): void {
  clearTimeout(idle);
  if (vault.value) idle = setTimeout(lock, IDLE_ms);
}

async function refreshForms(): Promise<void> {
  for (const one of packed.value) {
    try {
      await takeAlong(one.kind, one.id, one.name);
    } catch {
      return; // the copies of last time stay
    }
  }
}

const door: Door = {
  async who() {
    try {
      session.value = (await ask<Session | null>("/api/v1/session", { quiet401: true })) ?? null;
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
      session.value = null;
    }
    return session.value?.user ?? null;
  },
  upload: (name, content) => upload(new File([content], name, { type: content.type }), () => undefined),
  file,
};

/** Sends what waits, if the vault is open; asked while it runs, it runs once more. */
export async function syncNow(): Promise<void> {
  const open = vault.value;
  if (!open || syncing.value || !filings.value.some(isDue)) return;
  syncing.value = true;
  try {
    round.value = await sync(open, door, () => void changed());
  } catch (error) {
    if (asProblem(error).code !== "offline") throw error;
    round.value = "offline";
  } finally {
    syncing.value = false;
    await changed();
  }
}

/** Asks the browser to wake the page when the network is back, where it can. */
export async function askToWake(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration("/village")) as
    | (ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } })
    | undefined;
  await registration?.sync?.register("ronghe-village").catch(() => undefined);
}

/** Those helped lately, the latest first. */
export async function knownPeople(): Promise<(Helped & { id: string; at: string })[]> {
  const all = (await vault.value?.all<Helped & { id: string; at: string }>("person")) ?? [];
  return all.sort((a, b) => b.at.localeCompare(a.at));
}

/** Remembers somebody, once. */
export async function remember(person: Helped): Promise<void> {
  const open = vault.value;
  if (!open) return;
  const known = await knownPeople();
  const same = known.find((one) => one.idNumber === person.idNumber);
  const oldest = known.slice(MOST_KNOWN - 1).map((one) => one.id);
  await open.keep("person", { ...person, id: same?.id ?? newId(), at: new Date().toISOString() }, same ? [] : oldest);
}

let listening = false;
/** Hears of the network, of other tabs, of the worker, of idleness. */
export function listen(): void {
  if (listening) return;
  listening = true;
  window.addEventListener("online", () => {
    online.value = true;
    void syncNow();
  });
  window.addEventListener("offline", () => (online.value = false));
  document.addEventListener("visibilitychange", () => !document.hidden && void syncNow());
  for (const sign of ["pointerdown", "keydown"]) window.addEventListener(sign, stayAwake, { passive: true });
  if (tabs) tabs.onmessage = () => void reload();
  navigator.serviceWorker?.addEventListener("message", (event) => event.data === "sync" && void syncNow());
}

/** A worker of a newer build that waits for this page to let it in. */
export const waitingShell = shallowRef<ServiceWorker | null>(null);

/** Makes the pages open without a network; silently impossible where the address is not secure. */
export async function register(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register("/village-worker.js", { scope: "/village" }).catch(() => null);
  if (!registration) return;
  waitingShell.value = registration.waiting;
  registration.addEventListener("updatefound", () => {
    const fresh = registration.installing;
    fresh?.addEventListener("statechange", () => {
      if (fresh.state === "installed" && navigator.serviceWorker.controller) waitingShell.value = fresh;
    });
  });
}

/** Lets the newer build in and begins anew with it; the vault must be opened again. */
export function takeOver(): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waitingShell.value?.postMessage("take-over");
}
