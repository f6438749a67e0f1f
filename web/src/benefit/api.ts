import { ask, get, post, put } from "../api/client";
import type { Text } from "../api/types";
import type { Receipt } from "../portal/api";

const ROOT = "/api/v1/serve/benefits";

export interface Field {
  name: string;
  type: "BOOLEAN" | "NUMBER" | "STRING";
  question: Text;
  unit: Text | null;
  choices: { value: string; words: Text }[];
}
export interface Entitlement {
  id: string;
  name: Text;
  per: "month" | "year" | "once";
  law: Text;
  /** Null when it could not be decided yet. */
  eligible: boolean | null;
  amount: number | null;
  lines: { decision: string; label: Text; value: string; rules: { number: number; inputs: Record<string, string>; clause: string; zh: string; en: string }[] }[];
  missing: string[];
  figures: { id: string; name: Text; value: number; unit: string; from: string; source: string }[];
}
export interface Mine {
  entitlement: Entitlement;
  wouldChangeIt: { field: string; to: string }[];
  service: string;
  filed: string | null;
}
export interface Answer {
  on: string;
  known: { what: Text; value: string; from: Text }[];
  questions: { field: Field; benefits: string[]; answered: boolean }[];
  benefits: Mine[];
}
export interface Basis {
  benefit: string;
  name: Text;
  basis: Text;
  /** The clause was not compared with its source. */
  example: boolean;
  fields: string[];
  service: string;
}
export interface FoundPerson {
  person: string;
  division: string;
  benefit: string;
  shown: Record<string, string>;
}
export interface Look {
  label: string;
  division: string;
  on: string;
  bases: Basis[];
  people: FoundPerson[];
  more: number;
}
export interface Decided {
  state: "confirmed" | "declined";
  number: string | null;
  reason: string;
}
export interface FoundList {
  look: Look;
  rows: { found: FoundPerson; decided: Decided | null }[];
}

export const mine = (answers: Record<string, unknown>): Promise<Answer> => post(`${ROOT}/mine`, answers);
export const optOut = (): Promise<{ out: boolean }> => get(`${ROOT}/mine/opt-out`);
export const putOptOut = (out: boolean): Promise<{ out: boolean }> => put(`${ROOT}/mine/opt-out`, { out });
export const neighbours = (purpose: string): Promise<Look> => post(`${ROOT}/neighbours`, { purpose });
export const neighbourOut = (person: string): Promise<void> => post(`${ROOT}/neighbours/${person}/opt-out`);
export const ofDepartment = (): Promise<Basis[]> => get(`${ROOT}/found`);
export const found = (benefit: string, division: string, purpose: string): Promise<FoundList> => post(`${ROOT}/found/${benefit}`, { division, purpose });
export const decline = (benefit: string, person: string, reason: string): Promise<void> => post(`${ROOT}/found/${benefit}/${person}/decline`, { reason });
export const confirm = (benefit: string, person: string, request: unknown, key: string): Promise<Receipt> =>
  ask(`${ROOT}/found/${benefit}/${person}/confirm`, { method: "POST", body: request, headers: { "Idempotency-Key": key } });
