import { computed, ref, watch } from "vue";
import type { Text } from "../api/types";

export type Language = "zh" | "en";

const KEY = "ronghe.language";

function first(): Language {
  const stored = localStorage.getItem(KEY);
  return stored === "en" || stored === "zh" ? stored : "zh";
}

/** The one switch: every word on the screen follows it. */
export const language = ref<Language>(first());

watch(
  language,
  (now) => {
    localStorage.setItem(KEY, now);
    document.documentElement.lang = now === "zh" ? "zh-CN" : "en";
  },
  { immediate: true },
);

export const isChinese = computed(() => language.value === "zh");

type Word = string | ((...args: never[]) => string);
type Same<T> = { [K in keyof T]: T[K] extends string ? string : T[K] };

/** The words of one topic in both languages; reading a word in a template follows the switch. */
export function words<T extends Record<string, Word>>(both: { zh: T; en: Same<T> }): Same<T> {
  return new Proxy(both.zh as Same<T>, {
    get: (_, name) => (both[language.value] as Record<string | symbol, unknown>)[name],
  });
}

/** A text of the data in the current language; the other language stands in when one is missing. */
export function say(text: Text | string | null | undefined): string {
  if (text === null || text === undefined) return "";
  if (typeof text === "string") return text;
  return language.value === "zh" ? text.zh || text.en : text.en || text.zh;
}
