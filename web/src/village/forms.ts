import { ref } from "vue";
import { get, withQuery } from "../api/client";
import type { Text } from "../api/types";
import type { Kind } from "../portal/api";

/** The cache of forms taken along; the worker answers from it when the county cannot be reached. */
const CACHE = "ronghe-forms";
const LIST = "ronghe.village.forms";
const CATALOGUE = "/api/v1/serve/catalogue";
/** What every form needs beside itself: nothing personal. */
const SHARED = ["/api/v1/county", `${CATALOGUE}/departments`, "/ogc/collections/divisions/items?limit=2000"];
/** A bundle is kept for every choice of its optional parts, up to this many of them. */
const MOST_OPTIONAL = 6;

export interface Packed {
  kind: Kind;
  id: string;
  name: Text;
  /** When it was last fetched, ISO instant. */
  at: string;
}

function read(): Packed[] {
  try {
    return JSON.parse(localStorage.getItem(LIST) ?? "[]") as Packed[];
  } catch {
    return [];
  }
}
/** What is taken along on this device. */
export const packed = ref<Packed[]>(read());

/** Every choice of things to leave out, none first. */
export function choices(optional: readonly string[]): string[][] {
  return optional.slice(0, MOST_OPTIONAL).reduce<string[][]>((all, one) => [...all, ...all.map((some) => [...some, one].sort())], [[]]);
}

/** The addresses a form may ask for. */
export async function addressesOf(kind: Kind, id: string): Promise<string[]> {
  if (kind === "service") return [`${CATALOGUE}/services/${id}`];
  const path = `${CATALOGUE}/bundles/${id}`;
  const { services } = await get<{ services: { service: string; optional: boolean }[] }>(path);
  return choices(services.filter((one) => one.optional).map((one) => one.service)).map((leftOut) => withQuery(path, { leftOut: leftOut.join(",") }));
}

async function fetchInto(cache: Cache, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-cache" });
    if (!answer.ok) throw new TypeError(`${address}: ${answer.status}`);
    await cache.put(address, answer);
  }
}

/** Takes a form along, or fetches it anew; rejects when the county cannot be reached. */
export async function takeAlong(kind: Kind, id: string, name: Text): Promise<void> {
  const cache = await caches.open(CACHE);
  await fetchInto(cache, [...SHARED, ...(await addressesOf(kind, id))]);
  store([...packed.value.filter((one) => one.kind !== kind || one.id !== id), { kind, id, name, at: new Date().toISOString() }]);
}

/** Leaves a form at home again. */
export async function leaveBehind(kind: Kind, id: string): Promise<void> {
  const cache = await caches.open(CACHE);
  const path = `${CATALOGUE}/${kind}s/${id}`;
  for (const one of await cache.keys()) if (new URL(one.url).pathname === path) await cache.delete(one);
  store(packed.value.filter((one) => one.kind !== kind || one.id !== id));
}

function store(next: Packed[]): void {
  packed.value = next;
  localStorage.setItem(LIST, JSON.stringify(next));
}
