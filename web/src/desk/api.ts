import { asProblem, get, post, problemOf } from "../api/client";
import type { Text } from "../api/types";
import type { Flow } from "../flow/layout";
import type { Answers, DeskSchema, DeskUi } from "./form";

const ROOT = "/api/v1/serve";
const path = (text: string): string => encodeURIComponent(text);

export type CardColour = "NONE" | "SOON" | "YELLOW" | "RED";
export interface Urgency {
  dueOn: string | null;
  left_workingDays: number | null;
  colour: CardColour;
}
export interface Task {
  number: string;
  service: string;
  step: string;
  stepName: Text;
  department: string;
  desk: string;
  name: string;
  person: string;
  status: string;
  stepDueOn: string | null;
  dueOn: string | null;
  filedAt: string;
  urgency: Urgency;
}
export interface Told {
  seq: number;
  at: string;
  verb: string;
  words: Text;
  step: string;
  role: string;
  department: string;
  reason: string;
  data: { defects?: string[]; kind?: string; notice?: string; opinion?: string } | null;
}
interface Days {
  from: string;
  to: string;
}
export interface Phase {
  phase: "ACCEPTANCE" | "DECISION" | "DELIVERY";
  from: string;
  endedOn: string | null;
  due: { due?: string; year?: number };
  promisedDue: { due?: string; year?: number } | null;
  used: number;
  left: number;
  light: "GREEN" | "WARNING" | "PROMISE_MISSED" | "OVERDUE" | "UNKNOWN";
  ledger: { days: Days; kind: string; counted: number; running: number; reason: Text }[];
}
export interface OpenStep {
  step: string;
  name: Text;
  department: string;
  desk: string;
  startedOn: string;
  dueOn: string | null;
}
export interface Row {
  number: string;
  parent: string | null;
  name: string;
  department: string;
  person: string;
  status: string;
  statusWords: Text;
  filedAt: string;
  dueOn: string | null;
  legalDueOn: string | null;
  closedOn: string | null;
}
export interface Story {
  file: Row;
  service: string | null;
  events: Told[];
  may: string[];
  answers: Answers | null;
  masked: boolean;
  materials: Record<string, { attachment?: string | null; licence?: string | null }> | null;
  missing: string[];
  times: Phase[];
  findings: Text[];
  payments: { fee: string; name: string; amount_yuan: number; status: string; provider: string }[];
  eventCount: number;
  parts: Story[];
  open: OpenStep[];
  urgency: Urgency | null;
  keeping: "kept" | "restricted" | "erased";
  /** What the applicant was told of their eligibility; the rules are left out where answers are masked. */
  advice: Advice | null;
  /** What is behind, by id: steps, and of a drawn path timers and ways. */
  done: string[];
  timers: { id: string; name: Text; startedOn: string; dueOn: string }[];
}
type Sure = "YES" | "NO" | "UNKNOWN";
export interface Advice {
  verdict: Sure;
  conditions: { id: string; name: Text; verdict: Sure }[];
  decisions: {
    service: string;
    name: Text;
    verdict: Sure;
    lines: { decision: string; label: Text; value: string; rules: { number: number; clause: string; zh: string; en: string }[] }[];
  }[];
}
export interface MaterialOf {
  id: string;
  name: Text;
  required: boolean;
}
export interface ServiceOf {
  id: string;
  name: Text;
  materials: MaterialOf[];
  path?: { id: string; name: Text; stage: string }[];
  flow?: Flow | null;
  schema: DeskSchema;
  uiSchema: DeskUi;
}
export interface Deed {
  step?: string;
  reason?: string;
  defects?: string[];
  kind?: string;
  notice?: string;
  opinion?: string;
  answers?: Answers;
  events: number;
}
export interface Found {
  kind: "service" | "bundle";
  id: string;
  name: Text;
  summary: Text;
  department: string;
}
export interface Receipt {
  number: string;
  name: string;
  dueOn: string | null;
  missing: string[];
  parts: Receipt[];
}

export const inbox = (signal?: AbortSignal): Promise<Task[]> => get(`${ROOT}/inbox`, undefined, signal);
export const story = (number: string, signal?: AbortSignal): Promise<Story> => get(`${ROOT}/cases/${path(number)}`, undefined, signal);
export const act = (number: string, verb: string, deed: Deed): Promise<unknown> => post(`${ROOT}/cases/${path(number)}/${verb}`, deed);
export const departments = (): Promise<Record<string, Text>> => get(`${ROOT}/catalogue/departments`);
export const find = (q: string, signal?: AbortSignal): Promise<Found[]> => get(`${ROOT}/catalogue`, { q }, signal);
export const licenceFacts = (number: string): Promise<{ licences: Text[]; schema: DeskSchema; uiSchema: DeskUi }> =>
  get(`${ROOT}/cases/${path(number)}/licence-facts`);

/** The version a case pinned: `id@version`. */
export function pinned(key: string, signal?: AbortSignal): Promise<ServiceOf> {
  const [id, version] = key.split("@");
  return get(`${ROOT}/catalogue/services/${path(id ?? "")}`, { version: version ?? "" }, signal);
}
export const subject = (kind: Found["kind"], id: string): Promise<ServiceOf> => get(`${ROOT}/catalogue/${kind}s/${path(id)}`);

const xsrf = (): string => decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? "");

async function send<T>(address: string, headers: Record<string, string>, body: BodyInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: "POST",
      credentials: "same-origin",
      headers: { Accept: "application/json", "X-XSRF-TOKEN": xsrf(), ...headers },
      body,
    });
  } catch (error) {
    throw asProblem(error);
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, answer);
  return answer as T;
}
/** Files; the same key again is the same case. */
export const file = (request: unknown, key: string): Promise<Receipt> =>
  send(`${ROOT}/cases`, { "Content-Type": "application/json", "Idempotency-Key": key }, JSON.stringify(request));
export const upload = (chosen: File): Promise<{ sha256: string }> =>
  send(`${ROOT}/attachments?name=${path(chosen.name)}`, { "Content-Type": "application/octet-stream" }, chosen);

/** A body for an answer that is a file. */
export async function fetchFile(address: string, body?: unknown): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(address, {
      credentials: "same-origin",
      ...(body === undefined
        ? {}
        : { method: "POST", headers: { "Content-Type": "application/json", "X-XSRF-TOKEN": xsrf() }, body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw asProblem(error);
  }
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => null));
  return response.blob();
}
export const attachment = (number: string, sha256: string): Promise<Blob> =>
  fetchFile(`${ROOT}/cases/${path(number)}/attachments/${sha256}`);

/** Hands a file to the browser to keep. */
export function keep(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
