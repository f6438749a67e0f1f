import type { AnswerFault } from "../api/client";
import type { Text } from "../api/types";
import type { Kind, Receipt } from "../portal/api";
import type { Answers } from "../portal/form/form";

/** How somebody agreed that the helper files for them. */
export interface Consent {
  how: "signed" | "voice" | "present";
  /** When, ISO instant. */
  at: string;
  /** Id of the photo of what they signed, in the vault. */
  paper: string | null;
}
export interface Helped {
  name: string;
  idNumber: string;
  phone: string;
}
/** One document: a file of the vault, an electronic licence by its number, or (of another device) an upload. */
export interface Paper {
  file?: string;
  licence?: string;
  name?: string;
}
/** A question as it was asked when the form was filled in: what a newer version is compared with. */
export interface Asked {
  element: string;
  title: Text;
  required: boolean;
}
/** What the county said no to. */
export interface Refused {
  status: number;
  code: string;
  text: Text;
  faults: readonly AnswerFault[];
  /** The other side: `number` of another case, `changed` versions, `agreedAt` of a consent. */
  told: Record<string, unknown>;
  at: string;
}
export type State = "draft" | "waiting" | "sending" | "filed" | "attention";

/** A filing on this device, from the first word to the receipt. */
export interface Filing {
  id: string;
  /** The Idempotency-Key: made once with the filing and never again, so that one wish can become one case only. */
  key: string;
  state: State;
  kind: Kind;
  subject: string;
  name: Text;
  person: Helped;
  consent: Consent;
  answers: Answers;
  materials: Record<string, Paper>;
  leftOut: string[];
  self: string[];
  /** Service to the version of the form that was filled in. */
  versions: Record<string, string>;
  asked: Asked[];
  /** The helper knows of the person's other open case and wants this one too. */
  again: boolean;
  tries: number;
  refused: Refused | null;
  receipt: Receipt | null;
  changedAt: string;
}

/** Ids of the files a filing needs. */
export const filesOf = (one: Filing): string[] =>
  [one.consent.paper, ...Object.values(one.materials).map((paper) => paper.file)].filter((id): id is string => !!id);

/** What of a filing stays after the county has it: enough to find the case again, no answers and no photos. */
export function stripped(one: Filing, receipt: Receipt, at: string): Filing {
  return {
    ...one,
    state: "filed",
    receipt,
    refused: null,
    answers: {},
    materials: {},
    asked: [],
    person: { name: masked(one.person.name), idNumber: "", phone: "" },
    consent: { ...one.consent, paper: null },
    changedAt: at,
  };
}

/** 王* for 王强. */
export const masked = (name: string): string => {
  const letters = [...name];
  return letters.length ? `${letters[0]}${"*".repeat(Math.max(1, letters.length - 1))}` : "";
};
