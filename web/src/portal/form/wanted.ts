import type { Text } from "../../api/types";
import type { Answers } from "./form";

/** A plain test of one answer, as the catalogue writes it. */
export interface AnswerTest {
  element: string;
  is?: string[];
  not?: string[];
  min?: number | null;
  max?: number | null;
  ageMin_years?: number | null;
  ageMax_years?: number | null;
  within_days?: number | null;
}
export interface Material {
  id: string;
  name: Text;
  form: string;
  channel: string;
  required: boolean;
  when: AnswerTest | null;
  licences: string[];
  of: string;
  acceptance: string;
  basis: string;
}
export interface Paper {
  material: Material;
  askedFor: string[];
  producedBy: string | null;
  licences: string[];
  when: { chosen: string | null; all: AnswerTest[] }[];
}
/** A document as this form wants it. */
export interface Wanted {
  id: string;
  name: Text;
  required: boolean;
  licences: string[];
  acceptance: string;
  own: boolean;
}

const DAY_ms = 86_400_000;

function yearsBetween(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
}

/** Whether the test holds on a day; null when the answer is not there. */
export function holds(test: AnswerTest, answers: Answers, today: string): boolean | null {
  const [role = "", field = ""] = test.element.split(".");
  const value = answers[role]?.[field];
  if (value === undefined) return null;
  const texts = (Array.isArray(value) ? value : [value]).map(String);
  if (test.is?.length && !texts.some((one) => test.is?.includes(one))) return false;
  if (test.not?.length && texts.some((one) => test.not?.includes(one))) return false;
  if (typeof test.min === "number" && Number(value) < test.min) return false;
  if (typeof test.max === "number" && Number(value) > test.max) return false;
  const day = String(value);
  if (typeof test.ageMin_years === "number" && yearsBetween(day, today) < test.ageMin_years) return false;
  if (typeof test.ageMax_years === "number" && yearsBetween(day, today) > test.ageMax_years) return false;
  if (typeof test.within_days === "number") {
    const passed = (Date.parse(today) - Date.parse(day)) / DAY_ms;
    if (!(passed >= 0 && passed <= test.within_days)) return false;
  }
  return true;
}

const wantedOf = (one: Material, licences: string[]): Wanted => ({
  id: one.id,
  name: one.name,
  required: one.required,
  licences,
  acceptance: one.acceptance,
  own: one.channel === "申请人自备",
});

/** The documents one service wants, as far as the answers tell. */
export function wantedOfService(materials: readonly Material[], answers: Answers, today: string): Wanted[] {
  return materials
    .filter((one) => one.when === null || holds(one.when, answers, today) === true)
    .map((one) => wantedOf(one, one.licences));
}

/** The documents a bundle wants: each once, and none another part gives. */
export function wantedOfBundle(papers: readonly Paper[], answers: Answers, today: string, leftOut: readonly string[]): Wanted[] {
  return papers
    .filter((paper) => paper.producedBy === null)
    .filter((paper) => paper.askedFor.some((service) => !leftOut.includes(service)))
    .filter(
      (paper) =>
        paper.when.length === 0 ||
        paper.when.some(
          (one) =>
            (one.chosen === null || !leftOut.includes(one.chosen)) &&
            one.all.every((test) => holds(test, answers, today) === true),
        ),
    )
    .map((paper) => wantedOf(paper.material, paper.licences));
}
