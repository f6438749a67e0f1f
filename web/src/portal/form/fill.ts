import type { Text } from "../../api/types";
import { readIdNumber } from "./check";
import { answerOf, isEmpty, withAnswer, type Answers, type Page } from "./form";

/** Where an answer came from, when it was not typed. */
export type Source = "account" | "helped" | "licence" | "identity";

export interface Account {
  name: string;
  idNumber: string;
  phone: string;
}

export interface Filled {
  answers: Answers;
  from: Record<string, Source>;
}

/** Roles of the form that are persons, who may be the one who files: those asked for an identity number. */
export function personRoles(pages: readonly Page[]): { role: string; name: Text }[] {
  return pages
    .flatMap((page) => page.controls)
    .filter((one) => one.field === "idNumber")
    .map(({ role, title }) => ({
      role,
      name: { zh: title.zh.replace(/身份号码$/, "") || title.zh, en: title.en.replace(/:.*$/, "") },
    }));
}

/** What licences say about elements of the form, as far as they agree. */
export function licenceAnswers(licences: readonly { says: Record<string, unknown>; revoked: boolean }[]): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const torn = new Set<string>();
  for (const licence of licences) {
    if (licence.revoked) continue;
    for (const [element, value] of Object.entries(licence.says)) {
      if (found.has(element) && JSON.stringify(found.get(element)) !== JSON.stringify(value)) torn.add(element);
      found.set(element, value);
    }
  }
  for (const element of torn) found.delete(element);
  return found;
}

/**
 * Fills what is known already and was not answered: the account into `self` (the applicant, and whoever the one
 * who files says to be), licences where the form asks the same element, sex and birthday from identity numbers.
 * Never changes an answer. `whose` says where the account's facts came from.
 */
export function fill(
  pages: readonly Page[],
  before: Answers,
  account: Account | null,
  licences: ReadonlyMap<string, unknown>,
  self: readonly string[],
  whose: "account" | "helped" = "account",
): Filled {
  let answers = before;
  const from: Record<string, Source> = {};
  const controls = pages.flatMap((page) => page.controls);
  const put = (index: number, value: unknown, source: Source): void => {
    const control = controls[index];
    if (!control || isEmpty(value) || !isEmpty(answerOf(answers, control))) return;
    if (control.type === "choice" && !control.choices.some((one) => one.value === value)) return;
    answers = withAnswer(answers, control, value);
    from[control.element] = source;
  };
  controls.forEach((control, index) => {
    if (account && self.includes(control.role)) {
      const known: Record<string, string> = { name: account.name, idNumber: account.idNumber, phone: account.phone };
      put(index, known[control.field], whose);
    }
    put(index, licences.get(control.element), "licence");
  });
  controls.forEach((control, index) => {
    const number = answers[control.role]?.["idNumber"];
    const read = typeof number === "string" ? readIdNumber(number) : null;
    if (!read?.ok) return;
    if (control.field === "birthDate") put(index, read.birthDate, "identity");
    if (control.field === "sex") put(index, read.sex, "identity");
  });
  return { answers, from };
}
