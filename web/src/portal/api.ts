import { get, post, put, remove, asProblem, problemOf, type Query } from "../api/client";
import type { Text } from "../api/types";
import type { Flow } from "../flow/layout";
import type { Answers, Form } from "./form/form";
import type { AnswerTest, Material, Paper } from "./form/wanted";

const ROOT = "/api/v1/serve";

export type Kind = "service" | "bundle";
export interface Found {
  kind: Kind;
  id: string;
  name: Text;
  summary: Text;
  department: string;
  lifeEvents: string[];
  rank: number;
}
export interface Requirement {
  id: string;
  name: Text;
  all: AnswerTest[];
  remedy: Text;
}
export interface SourceMark {
  id: string;
  title: string;
  address: string;
}
export interface Fee {
  id: string;
  name: Text;
  amount_yuan: number;
  per: string | null;
  basis: string;
  waivable: boolean;
}
interface Subject extends Form {
  id: string;
  name: Text;
  summary: Text;
  lifeEvents: string[];
  conditions: Requirement[];
  /** Elements that are looked at before filing. */
  checks: string[];
  sources: SourceMark[];
}
export interface Service extends Subject {
  version: string;
  department: string;
  effectiveFrom: string;
  header: Record<string, unknown>;
  /** Place in the description (`/materials`) to the id of its source. */
  cited: Record<string, string>;
  materials: Material[];
  outputs: { licence: string; of: string }[];
  path: { id: string; stage: string; name: Text; department: string; limit_workingDays: number }[];
  flow: Flow | null;
  fees: Fee[];
  outlets: { level: string; can: string[] }[];
}
export interface Gain {
  before: number;
  after: number;
}
export interface Bundle extends Subject {
  lead: string;
  materials: Paper[];
  services: { service: string; optional: boolean }[];
  plan: {
    service: string;
    version: string;
    name: Text;
    department: string;
    optional: boolean;
    wave: number;
    start_workingDay: number;
    finish_workingDay: number;
  }[];
  promised_workingDays: number;
  gains: Record<string, Gain>;
  asked?: Record<string, string[]>;
}
export interface Verdict {
  verdict: "YES" | "NO" | "UNKNOWN";
  conditions: { id: string; name: Text; verdict: "YES" | "NO" | "UNKNOWN"; remedy: Text }[];
  decisions: Decided[];
}
/** What the rules of one service say, line by line, and what would change it. */
export interface Decided {
  service: string;
  name: Text;
  verdict: "YES" | "NO" | "UNKNOWN";
  lines: { decision: string; label: Text; value: string; rules: { number: number; clause: string; zh: string; en: string }[] }[];
  missing: { element: string; name: Text }[];
  /** The element is `day` where waiting would change it. */
  changes: { element: string; words: Text }[];
}
export interface Me {
  user: string;
  name: string;
  idNumber: string;
  phone: string;
  assurance: "declared" | "verified";
}
export interface Licence {
  number: string;
  kind: string;
  name: string;
  words: Text;
  caseNumber: string;
  holder: string;
  says: Record<string, unknown>;
  lines: { name: Text; value: Text }[];
  verifyCode: string;
  issuedOn: string;
  validUntil: string | null;
  revoked: boolean;
}
export interface Verified {
  number: string;
  name: string;
  words: Text;
  holder: string;
  issuedOn: string;
  validUntil: string | null;
  valid: boolean;
}
export interface Notice {
  id: number;
  number: string;
  zh: string;
  en: string;
  at: string;
  readAt: string | null;
}
export interface Draft<T> {
  id: string;
  subject: string;
  revision: number;
  savedAt: string;
  content: T;
}
export interface Given {
  attachment?: string | null;
  licence?: string | null;
}
export interface Receipt {
  number: string;
  name: string;
  status: string;
  dueOn: string | null;
  repeated: boolean;
  missing: string[];
  parts: Receipt[];
}
export interface Row {
  number: string;
  parent: string | null;
  bundle: string | null;
  /** Empty for the parent of a bundle. */
  service: string;
  name: string;
  department: string;
  person: string;
  status: string;
  statusWords: Text;
  waitingFor: string[];
  filedAt: string;
  changedAt: string;
  dueOn: string | null;
  legalDueOn: string | null;
  closedOn: string | null;
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
  data: { defects?: string[]; notice?: string; kind?: string } | null;
}
export interface Phase {
  phase: "ACCEPTANCE" | "DECISION" | "DELIVERY";
  from: string;
  endedOn: string | null;
  due: { due?: string; year?: number };
  promisedDue: { due?: string } | null;
  used: number;
  left: number;
  light: "GREEN" | "WARNING" | "PROMISE_MISSED" | "OVERDUE" | "UNKNOWN";
  suspensions: { days: { from: string; to: string }; reason: Text }[];
  ledger: { days: { from: string; to: string }; kind: string; counted: number; running: number; reason: Text }[];
}
export interface Payment {
  id: string;
  number: string;
  fee: string;
  name: string;
  amount_yuan: number;
  status: "due" | "sent" | "paid";
  reference: string | null;
  provider: string;
}
export interface Story {
  file: Row;
  service: string | null;
  events: Told[];
  may: string[];
  answers: Answers | null;
  masked: boolean;
  materials: Record<string, Given> | null;
  missing: string[];
  times: Phase[];
  findings: Text[];
  payments: Payment[];
  eventCount: number;
  parts: Story[];
  /** What was advised when it was filed; null where nothing was. */
  advice: Verdict | null;
  done: string[];
  open: { step: string }[];
  timers: { id: string; name: Text; startedOn: string; dueOn: string }[];
}

export interface Place {
  id: string;
  name: string;
  nameEn: string | null;
  level: "county" | "township" | "village";
}
export interface Slot {
  at_min: number;
  free: number;
}
export interface Appointment {
  id: number;
  outlet: string;
  on: string;
  slot_min: number;
  topic: string;
  state: "booked" | "arrived" | "cancelled";
}

const path = (text: string): string => encodeURIComponent(text);

export const find = (query: Query, signal: AbortSignal): Promise<Found[]> => get(`${ROOT}/catalogue`, query, signal);
export const departments = (): Promise<Record<string, Text>> => get(`${ROOT}/catalogue/departments`);
export const service = (id: string, signal?: AbortSignal): Promise<Service> =>
  get(`${ROOT}/catalogue/services/${path(id)}`, undefined, signal);
/** The version a case pinned: `id@version`. */
export function pinned(key: string): Promise<Service> {
  const [id, version] = key.split("@");
  return get(`${ROOT}/catalogue/services/${path(id ?? "")}`, { version: version ?? "" });
}
export const bundle = (id: string, leftOut: readonly string[], signal?: AbortSignal): Promise<Bundle> =>
  get(`${ROOT}/catalogue/bundles/${path(id)}`, { leftOut: leftOut.join(",") }, signal);
export const eligibility = (id: string, answers: Answers): Promise<Verdict> => post(`${ROOT}/eligibility/${path(id)}`, answers);
export const register = (person: Record<string, string>): Promise<unknown> => post(`${ROOT}/residents`, person);
export const me = (): Promise<Me> => get(`${ROOT}/me`);
export const drafts = (): Promise<Draft<null>[]> => get(`${ROOT}/drafts`);
export const draft = <T>(id: string): Promise<Draft<T>> => get(`${ROOT}/drafts/${path(id)}`);
export const saveDraft = (id: string, subject: string, content: unknown, revision: number): Promise<{ revision: number }> =>
  put(`${ROOT}/drafts/${path(id)}`, { subject, content, revision });
export const dropDraft = (id: string): Promise<void> => remove(`${ROOT}/drafts/${path(id)}`);
export const cases = (): Promise<Row[]> => get(`${ROOT}/cases`);
export const story = (number: string): Promise<Story> => get(`${ROOT}/cases/${path(number)}`);
export const act = (number: string, verb: string, deed: unknown): Promise<unknown> => post(`${ROOT}/cases/${path(number)}/${verb}`, deed);
export const rate = (number: string, rating: unknown): Promise<void> => post(`${ROOT}/cases/${path(number)}/rating`, rating);
export const complain = (number: string, reason: string): Promise<void> => post(`${ROOT}/cases/${path(number)}/complaints`, { reason });
export const pay = (number: string, fee: string): Promise<Payment[]> => post(`${ROOT}/cases/${path(number)}/payments/${path(fee)}`);
export const notices = (): Promise<Notice[]> => get(`${ROOT}/notices`);
export const readNotices = (upTo: number): Promise<void> => post(`${ROOT}/notices/read?upTo=${upTo}`);
export const licences = (): Promise<Licence[]> => get(`${ROOT}/licences`);
export const verify = (code: string): Promise<Verified> => get(`${ROOT}/verify/${path(code)}`);

export const outlets = (): Promise<Place[]> => get(`${ROOT}/catalogue/outlets`);
export const slots = (outlet: string, on: string): Promise<Slot[]> => get(`${ROOT}/catalogue/outlets/${path(outlet)}/slots`, { on });
export const appointments = (): Promise<Appointment[]> => get(`${ROOT}/appointments`);
export const book = (wanted: Omit<Appointment, "id" | "state">): Promise<Appointment> => post(`${ROOT}/appointments`, wanted);
export const cancelAppointment = (id: number): Promise<void> => remove(`${ROOT}/appointments/${id}`);

const xsrf = (): string => decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? "");

/** Files; the same key again gives the same case, so a lost answer can be asked for again. */
export async function file(request: unknown, key: string): Promise<Receipt> {
  let response: Response;
  try {
    response = await fetch(`${ROOT}/cases`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Accept": "application/json", "Content-Type": "application/json", "Idempotency-Key": key, "X-XSRF-TOKEN": xsrf() },
      body: JSON.stringify(request),
    });
  } catch (error) {
    throw asProblem(error);
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, body);
  return body as Receipt;
}

/** Uploads one file, telling how far it is (0 to 1). */
export function upload(chosen: File, told: (share: number) => void): Promise<{ sha256: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${ROOT}/attachments?name=${path(chosen.name)}`);
    request.setRequestHeader("X-XSRF-TOKEN", xsrf());
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => event.lengthComputable && told(event.loaded / event.total);
    request.onerror = () => reject(asProblem(new TypeError("offline")));
    request.onload = () => {
      let body: unknown = null;
      try {
        body = JSON.parse(request.responseText);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
      if (request.status < 300) resolve(body as { sha256: string });
      else reject(problemOf(request.status, body));
    };
    request.send(chosen);
  });
}
