import { language, say } from "../i18n";

/** What the county's data calls something: always in Chinese, in English when the package says so. */
export interface Named {
  name: string;
  nameEn?: string | null | undefined;
}

/** The name in the reader's language; the Chinese one where there is no other. */
export function nameOf(thing: Named): string {
  return say({ zh: thing.name, en: thing.nameEn ?? "" });
}

/** Whether a text on an English page is in Chinese and has to be marked as Chinese. */
export function inChinese(text: string): boolean {
  return language.value === "en" && /\p{Script=Han}/u.test(text);
}
