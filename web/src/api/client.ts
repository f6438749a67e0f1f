import type { Text } from "./types";

/** One thing wrong with what was filed; `at` is a JSON pointer into it. */
export interface AnswerFault extends Text {
  at: string;
}

/** What the server (or the lack of it) said went wrong: what, why, what next, code. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly text: Text,
    readonly next: Text | null,
    /** What is wrong with which answer, where the server told. */
    readonly faults: readonly AnswerFault[] = [],
    /** All else the server told with it, such as the number of another case. */
    readonly told: Readonly<Record<string, unknown>> = {},
  ) {
    super(text.en);
  }
}

const OFFLINE: Text = {
  zh: "连不上服务器。",
  en: "The server cannot be reached.",
};
const OFFLINE_NEXT: Text = {
  zh: "请检查网络；连上后本页会自己恢复。",
  en: "Check the network; this page recovers by itself once the connection is back.",
};

const signedOutListeners = new Set<() => void>();

/** Calls back whenever the server says that nobody is signed in. */
export function onSignedOut(listener: () => void): void {
  signedOutListeners.add(listener);
}

export function announceSignedOut(): void {
  for (const listener of signedOutListeners) listener();
}

function cookie(name: string): string | null {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
}

function textOf(zh: unknown, en: unknown, fallback: Text): Text {
  const z = typeof zh === "string" && zh !== "" ? zh : null;
  const e = typeof en === "string" && en !== "" ? en : null;
  return { zh: z ?? e ?? fallback.zh, en: e ?? z ?? fallback.en };
}

export function problemOf(status: number, body: unknown): Problem {
  const json = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const fallback: Record<number, Text> = {
    401: { zh: "请先登录。", en: "Please sign in first." },
    403: { zh: "您没有权限看这里或做这件事。", en: "You are not allowed to see or do this." },
    404: { zh: "没有找到。", en: "Not found." },
  };
  const text = textOf(
    json["zh"],
    json["en"] ?? json["detail"] ?? json["title"],
    fallback[status] ?? { zh: "服务器出错了。", en: "The server failed." },
  );
  const hasNext = json["nextZh"] !== undefined || json["nextEn"] !== undefined;
  const next = hasNext ? textOf(json["nextZh"], json["nextEn"], { zh: "", en: "" }) : null;
  const code = typeof json["code"] === "string" ? json["code"] : `http-${status}`;
  const faults = Array.isArray(json["faults"]) ? (json["faults"] as AnswerFault[]) : [];
  return new Problem(status, code, text, next, faults, json);
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError) return new Problem(0, "offline", OFFLINE, OFFLINE_NEXT);
  const said = error instanceof Error ? error.message : String(error);
  return new Problem(0, "page", { zh: `页面出错：${said}`, en: `This page failed: ${said}` }, null);
}

export type Query = Record<string, string | number | boolean | null | undefined>;

export function withQuery(path: string, query?: Query): string {
  if (!query) return path;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

interface Ask {
  method?: string;
  body?: unknown;
  query?: Query;
  signal?: AbortSignal;
  /** A 401 is an answer here (sign-in itself), not the end of a session. */
  quiet401?: boolean;
  headers?: Record<string, string>;
}

/** Asks the server for JSON; rejects with a {@link Problem}. */
export async function ask<T>(path: string, how: Ask = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json", ...how.headers };
  const token = cookie("XSRF-TOKEN");
  const method = how.method ?? "GET";
  if (token && method !== "GET") headers["X-XSRF-TOKEN"] = token;
  if (how.body !== undefined) headers["Content-Type"] = "application/json";
  let response: Response;
  try {
    response = await fetch(withQuery(path, how.query), {
      method,
      headers,
      credentials: "same-origin",
      ...(how.body === undefined ? {} : { body: JSON.stringify(how.body) }),
      ...(how.signal ? { signal: how.signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw asProblem(error);
  }
  const raw = await response.text();
  const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
  const body: unknown = isJson && raw ? JSON.parse(raw) : null;
  if (!response.ok) {
    if (response.status === 401 && !how.quiet401) announceSignedOut();
    throw problemOf(response.status, body);
  }
  return body as T;
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  ask<T>(path, { ...(query ? { query } : {}), ...(signal ? { signal } : {}) });
export const post = <T>(path: string, body?: unknown): Promise<T> => ask<T>(path, { method: "POST", body });
export const put = <T>(path: string, body?: unknown): Promise<T> => ask<T>(path, { method: "PUT", body });
export const patch = <T>(path: string, body?: unknown): Promise<T> => ask<T>(path, { method: "PATCH", body });
export const remove = <T>(path: string): Promise<T> => ask<T>(path, { method: "DELETE" });

/** A list may come bare or as a page; either way, a page comes out. */
export function asPage<T>(answer: T[] | Page<T>): Page<T> {
  return Array.isArray(answer) ? { items: answer, next: null } : answer;
}

type Page<T> = import("./types").Page<T>;
