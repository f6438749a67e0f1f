import type { Text } from "../../api/types";

/** A form as the server sends it: JSON Schema 2020-12 beside a UI schema (JSON Forms conventions). */
export interface Form {
  schema: Schema;
  uiSchema: UiSchema;
}
export interface Schema {
  type?: string;
  title?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  enum?: unknown[];
  const?: unknown;
  not?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  [extra: `x-${string}`]: unknown;
}
export interface UiSchema {
  type: string;
  label?: string;
  scope?: string;
  elements?: UiSchema[];
  options?: Record<string, unknown>;
  rule?: { effect: string; condition: { scope: string; schema: Schema } };
}

export interface Choice {
  value: string;
  label: Text;
}
/** One question. */
export interface Control {
  element: string;
  role: string;
  field: string;
  type: string;
  title: Text;
  hint: Text | null;
  unit: string;
  personal: boolean;
  required: boolean;
  choices: Choice[];
  schema: Schema;
  rule: Schema | null;
}
/** One page: a section of the form, or a piece of a long one. */
export interface Page {
  id: string;
  title: Text;
  controls: Control[];
}
/** Answers nested by role, as they are filed: `{child: {name: …}}`. */
export type Answers = Record<string, Record<string, unknown>>;

const textOf = (zh: unknown, en: unknown): Text => ({ zh: String(zh ?? en ?? ""), en: String(en ?? zh ?? "") });

function controlOf(ui: UiSchema, schema: Schema): Control | null {
  const [role, field] = String(ui.options?.["element"] ?? "").split(".");
  const object = schema.properties?.[role ?? ""];
  const own = object?.properties?.[field ?? ""];
  if (!role || !field || !own) return null;
  const rule = ui.rule?.effect === "SHOW" ? ui.rule.condition.schema : null;
  const choices = (own.oneOf ?? own.items?.oneOf ?? []).map((one) => ({
    value: String(one.const),
    label: textOf(one.title, one["x-en"]),
  }));
  return {
    element: `${role}.${field}`,
    role,
    field,
    type: String(own["x-type"] ?? own.type ?? "text"),
    title: textOf(own.title, own["x-en"]),
    hint: own.description ? textOf(own.description, own["x-description-en"]) : null,
    unit: String(own["x-unit"] ?? ""),
    personal: own["x-personal"] === true,
    // A condition the schema cannot say (ages, days) is judged by the server; here the answer may stay out.
    required: (object?.required?.includes(field) ?? false) || (rule !== null && ui.options?.["required"] === true),
    choices,
    schema: own,
    rule,
  };
}

/** The pages of a form in its own order; what the schema does not know is left out. */
export function readForm({ schema, uiSchema }: Form): Page[] {
  return (uiSchema.elements ?? []).map((category, index) => ({
    id: String(category.options?.["id"] ?? index),
    title: textOf(category.label, category.options?.["en"]),
    controls: (category.elements ?? []).flatMap((one) => controlOf(one, schema) ?? []),
  }));
}

/** Whether a value fits the conditions forms are written with; a key that is unknown here is no hindrance. */
export function fits(schema: Schema, value: unknown): boolean {
  if (schema.const !== undefined && schema.const !== value) return false;
  if (schema.enum && !schema.enum.includes(value)) return false;
  if (schema.minimum !== undefined && !(typeof value === "number" && value >= schema.minimum)) return false;
  if (schema.maximum !== undefined && !(typeof value === "number" && value <= schema.maximum)) return false;
  if (schema.not && fits(schema.not, value)) return false;
  if (schema.allOf?.some((one) => !fits(one, value))) return false;
  if (schema.anyOf && !schema.anyOf.some((one) => fits(one, value))) return false;
  if (schema.oneOf && schema.oneOf.filter((one) => fits(one, value)).length !== 1) return false;
  if (!schema.required && !schema.properties) return true;
  const object = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  if (schema.required?.some((name) => object[name] === undefined)) return false;
  return Object.entries(schema.properties ?? {}).every(
    ([name, one]) => object[name] === undefined || fits(one, object[name]),
  );
}

export const answerOf = (answers: Answers, control: Pick<Control, "role" | "field">): unknown =>
  answers[control.role]?.[control.field];

export function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === "string" && value.trim() === "") ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** The answers with one more; an empty value takes the answer out. */
export function withAnswer(answers: Answers, control: Pick<Control, "role" | "field">, value: unknown): Answers {
  const role = { ...answers[control.role] };
  if (isEmpty(value)) delete role[control.field];
  else role[control.field] = value;
  const next = { ...answers, [control.role]: role };
  if (Object.keys(role).length === 0) delete next[control.role];
  return next;
}

/**
 * What is asked, and the answers to it alone. An answer to a question that is not asked any more counts for
 * nothing, so that it cannot keep a third question open either.
 */
export function asked(pages: readonly Page[], answers: Answers): { pages: Page[]; answers: Answers } {
  const known = pages.flatMap((page) => page.controls);
  let kept: Answers = {};
  for (const control of known) {
    const value = answerOf(answers, control);
    if (!isEmpty(value)) kept = withAnswer(kept, control, value);
  }
  for (;;) {
    const gone = known.filter(
      (one) => one.rule && !fits(one.rule, kept) && answerOf(kept, one) !== undefined,
    );
    if (gone.length === 0) break;
    for (const one of gone) kept = withAnswer(kept, one, undefined);
  }
  const shown = pages
    .map((page) => ({ ...page, controls: page.controls.filter((one) => !one.rule || fits(one.rule, kept)) }))
    .filter((page) => page.controls.length > 0);
  return { pages: shown, answers: kept };
}

/** Long sections become several pages of nearly equal length, so that a phone shows one thing at a time. */
export function paged(pages: readonly Page[], most: number): Page[] {
  return pages.flatMap((page) => {
    const pieces = Math.ceil(page.controls.length / most);
    if (pieces <= 1) return [page];
    const size = Math.ceil(page.controls.length / pieces);
    return Array.from({ length: pieces }, (_, i) => ({
      id: `${page.id}-${i + 1}`,
      title: { zh: `${page.title.zh}（${i + 1}/${pieces}）`, en: `${page.title.en} (${i + 1} of ${pieces})` },
      controls: page.controls.slice(i * size, (i + 1) * size),
    }));
  });
}

/** Short sections that follow each other become one page, as long as it stays short. */
export function joined(pages: readonly Page[], most: number): Page[] {
  const all: Page[] = [];
  for (const page of pages) {
    const last = all.at(-1);
    if (last && last.controls.length + page.controls.length <= most) {
      all[all.length - 1] = {
        id: `${last.id}+${page.id}`,
        title: { zh: `${last.title.zh}、${page.title.zh}`, en: `${last.title.en}, ${page.title.en.toLowerCase()}` },
        controls: [...last.controls, ...page.controls],
      };
    } else all.push(page);
  }
  return all;
}
