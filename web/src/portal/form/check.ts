import type { Text } from "../../api/types";
import { answerOf, isEmpty, type Answers, type Control, type Page } from "./form";

/** One thing that is wrong, with the question it belongs to. */
export interface Fault {
  element: string;
  title: Text;
  text: Text;
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** What an 18-digit citizen number (GB 11643) tells, or why it is none. */
export type IdNumber =
  | { ok: true; birthDate: string; sex: "male" | "female" }
  | { ok: false; why: "length" | "characters" | "date" | "digit" };

export function readIdNumber(text: string): IdNumber {
  if (!/^[0-9X]*$/.test(text)) return { ok: false, why: "characters" };
  if (text.length !== 18) return { ok: false, why: "length" };
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return { ok: false, why: "characters" };
  const birthDate = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (!isDay(birthDate) || birthDate < "1850-01-01") return { ok: false, why: "date" };
  const sum = ID_WEIGHTS.reduce((all, weight, i) => all + weight * Number(text[i]), 0);
  if ("10X98765432"[sum % 11] !== text[17]) return { ok: false, why: "digit" };
  return { ok: true, birthDate, sex: Number(text[16]) % 2 === 1 ? "male" : "female" };
}

const ID_WORDS: Record<"length" | "characters" | "date" | "digit", (text: string) => Text> = {
  length: (t) => ({
    zh: `身份号码应是 18 位，现在是 ${t.length} 位。`,
    en: `An identity number has 18 characters; this one has ${t.length}.`,
  }),
  characters: () => ({
    zh: "身份号码只有数字，最后一位可以是 X。可能混进了别的字。",
    en: "An identity number has digits only, and perhaps an X at the end. Maybe another character slipped in.",
  }),
  date: (t) => ({
    zh: `第 7 到 14 位应是出生日期，现在是 ${t.slice(6, 14)}，没有这一天。`,
    en: `Characters 7 to 14 are the date of birth; ${t.slice(6, 14)} is not a date.`,
  }),
  digit: () => ({
    zh: "身份号码对不上校验位，可能有一位输错了。请对照身份证再看一遍。",
    en: "The check digit does not match; one digit may be wrong. Please compare with the card.",
  }),
};

/** What is wrong with an identity number; null when nothing is. */
export function idNumberFault(text: string): Text | null {
  const read = readIdNumber(text);
  return read.ok ? null : ID_WORDS[read.why](text);
}

/** Unified social credit code, GB 32100. */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return false;
  const sum = CREDIT_WEIGHTS.reduce((all, weight, i) => all + weight * CREDIT_LETTERS.indexOf(text[i] ?? ""), 0);
  return CREDIT_LETTERS[(31 - (sum % 31)) % 31] === text[17];
}

const PATTERN_WORDS: Record<string, Text> = {
  "mobile": { zh: "手机号码应是 11 位，以 1 开头；座机请写区号。", en: "A mobile number has 11 digits and begins with 1; a landline needs its area code." },
  "email": { zh: "电子邮箱应像 name@example.cn。", en: "An e-mail address looks like name@example.cn." },
  "bank-account": { zh: "银行账号应是 8 到 32 位数字。", en: "A bank account has 8 to 32 digits." },
  "credit-code": { zh: "统一社会信用代码是 18 位，没有 I、O、S、V、Z。", en: "A credit code has 18 characters and no I, O, S, V or Z." },
  "division": { zh: "请从列表里选一个村（社区）或乡镇。", en: "Choose a village or township from the list." },
};

function numberFault(control: Control, value: unknown): Text | null {
  const { minimum, maximum } = control.schema;
  if (typeof value !== "number" || !Number.isFinite(value)) return { zh: "请填数字。", en: "Give a number." };
  if (control.type === "integer" && !Number.isInteger(value)) return { zh: "请填整数。", en: "Give a whole number." };
  if (control.type === "money" && Math.abs(value * 100 - Math.round(value * 100)) > 1e-6) {
    return { zh: "金额最多两位小数。", en: "An amount has at most two decimals." };
  }
  if (minimum !== undefined && value < minimum) return { zh: `不能小于 ${minimum}。`, en: `It cannot be less than ${minimum}.` };
  if (maximum !== undefined && value > maximum) return { zh: `不能大于 ${maximum}。`, en: `It cannot be more than ${maximum}.` };
  return null;
}

function textFault(control: Control, text: string): Text | null {
  const { minLength, maxLength, pattern } = control.schema;
  if (/[<>]/.test(text)) return { zh: "不能有 < 或 >。", en: "It cannot contain < or >." };
  if (minLength !== undefined && text.length < minLength) return { zh: `至少 ${minLength} 个字。`, en: `At least ${minLength} characters.` };
  if (control.type === "id-number") return idNumberFault(text);
  if (control.type === "credit-code" && !isCreditCode(text)) {
    return PATTERN_WORDS["credit-code"] ?? null;
  }
  if (maxLength !== undefined && text.length > maxLength) {
    return { zh: `最多 ${maxLength} 个字，现在是 ${text.length} 个。`, en: `At most ${maxLength} characters; there are ${text.length}.` };
  }
  if (pattern && !new RegExp(pattern, "u").test(text)) {
    const hint = control.hint;
    return (
      PATTERN_WORDS[control.type] ??
      (hint
        ? { zh: `格式不对：${hint.zh}。`, en: `The format is wrong: ${hint.en}.` }
        : { zh: "格式不对，请对照证件再看一遍。", en: "The format is wrong; please compare with the document." })
    );
  }
  return null;
}

/** What is wrong with one answer; null when nothing is. */
export function fault(control: Control, value: unknown): Text | null {
  if (isEmpty(value)) {
    if (!control.required) return null;
    const picks = control.choices.length > 0 || control.type === "boolean";
    return picks
      ? { zh: `请选择${control.title.zh}。`, en: `Choose: ${control.title.en}.` }
      : { zh: `请填写${control.title.zh}。`, en: `Fill in: ${control.title.en}.` };
  }
  switch (control.type) {
    case "integer":
    case "number":
    case "money":
      return numberFault(control, value);
    case "boolean":
    case "choices":
    case "geometry":
      return null;
    case "choice":
      return control.choices.some((one) => one.value === value) ? null : { zh: "请从选项里选。", en: "Choose one of these." };
    case "date":
      return isDay(String(value)) ? null : { zh: "没有这一天，请按 年-月-日 填写。", en: "There is no such day; write year-month-day." };
    default:
      return textFault(control, String(value));
  }
}

export function faultsOf(page: Page, answers: Answers): Fault[] {
  return page.controls.flatMap((control) => {
    const text = fault(control, answerOf(answers, control));
    return text ? [{ element: control.element, title: control.title, text }] : [];
  });
}

/** What the server found, told at the questions of the form: `/child/name` is `child.name`. */
export function faultsAt(pages: readonly Page[], found: readonly { at: string; zh: string; en: string }[]): Fault[] {
  const controls = new Map(pages.flatMap((page) => page.controls).map((one) => [one.element, one]));
  return found.map((one) => {
    const element = one.at.replace(/^\//, "").replace("/", ".");
    const title = controls.get(element)?.title ?? { zh: "表单", en: "The form" };
    return { element, title, text: { zh: one.zh, en: one.en } };
  });
}
