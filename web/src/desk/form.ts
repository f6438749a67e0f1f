import type { Text } from "../api/types";

/** JSON Schema and UI schema as the catalogue sends them, as far as a desk reads them. */
export interface DeskSchema {
  type?: string;
  title?: string;
  properties?: Record<string, DeskSchema>;
  required?: string[];
  enum?: unknown[];
  const?: unknown;
  not?: DeskSchema;
  oneOf?: DeskSchema[];
  items?: DeskSchema;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  [extra: `x-${string}`]: unknown;
}
export interface DeskUi {
  type: string;
  label?: string;
  elements?: DeskUi[];
  options?: Record<string, unknown>;
  rule?: { effect: string; condition: { scope: string; schema: DeskSchema } };
}
export type Answers = Record<string, Record<string, unknown>>;

export interface Field {
  element: string;
  role: string;
  field: string;
  type: string;
  title: Text;
  unit: string;
  required: boolean;
  choices: { value: string; label: Text }[];
  maxLength: number | undefined;
  rule: DeskSchema | null;
}
export interface Section {
  id: string;
  title: Text;
  fields: Field[];
}

const text = (zh: unknown, en: unknown): Text => ({ zh: String(zh ?? en ?? ""), en: String(en ?? zh ?? "") });

function fieldOf(ui: DeskUi, schema: DeskSchema): Field | null {
  const [role, field] = String(ui.options?.["element"] ?? "").split(".");
  const object = schema.properties?.[role ?? ""];
  const own = object?.properties?.[field ?? ""];
  if (!role || !field || !own) return null;
  return {
    element: `${role}.${field}`,
    role,
    field,
    type: String(own["x-type"] ?? own.type ?? "text"),
    title: text(own.title, own["x-en"]),
    unit: String(own["x-unit"] ?? ""),
    required: object?.required?.includes(field) ?? false,
    choices: (own.oneOf ?? own.items?.oneOf ?? []).map((one) => ({ value: String(one.const), label: text(one.title, one["x-en"]) })),
    maxLength: own.maxLength,
    rule: ui.rule?.effect === "SHOW" ? ui.rule.condition.schema : null,
  };
}

export function sectionsOf(schema: DeskSchema, ui: DeskUi): Section[] {
  return (ui.elements ?? [])
    .map((category, index) => ({
      id: String(category.options?.["id"] ?? index),
      title: text(category.label, category.options?.["en"]),
      fields: (category.elements ?? []).flatMap((one) => fieldOf(one, schema) ?? []),
    }))
    .filter((section) => section.fields.length > 0);
}

/** Whether the answers fit the conditions forms are written with. */
export function fits(schema: DeskSchema, value: unknown): boolean {
  if (schema.enum && !schema.enum.includes(value)) return false;
  if (schema.const !== undefined && schema.const !== value) return false;
  if (schema.minimum !== undefined && !(typeof value === "number" && value >= schema.minimum)) return false;
  if (schema.maximum !== undefined && !(typeof value === "number" && value <= schema.maximum)) return false;
  if (schema.not && fits(schema.not, value)) return false;
  const object = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  if (schema.required?.some((name) => object[name] === undefined)) return false;
  return Object.entries(schema.properties ?? {}).every(([name, one]) => object[name] === undefined || fits(one, object[name]));
}

/** The sections as they stand with these answers; the answers without those nobody asks any more. */
export function asked(sections: readonly Section[], answers: Answers): { sections: Section[]; answers: Answers } {
  const shown = sections
    .map((section) => ({ ...section, fields: section.fields.filter((one) => !one.rule || fits(one.rule, answers)) }))
    .filter((section) => section.fields.length > 0);
  const kept: Answers = {};
  for (const one of shown.flatMap((section) => section.fields)) {
    const value = answers[one.role]?.[one.field];
    if (value !== undefined) (kept[one.role] ??= {})[one.field] = value;
  }
  return { sections: shown, answers: kept };
}

/** The answers with one more; an empty one is taken out. */
export function withAnswer(answers: Answers, one: Pick<Field, "role" | "field">, value: unknown): Answers {
  const role = { ...answers[one.role] };
  if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) delete role[one.field];
  else role[one.field] = value;
  const next = { ...answers, [one.role]: role };
  if (Object.keys(role).length === 0) delete next[one.role];
  return next;
}

/** What somebody typed, in the type the form wants. */
export function typed(one: Field, raw: string): unknown {
  const plain = raw.trim();
  if (["integer", "number", "money"].includes(one.type)) return plain !== "" && Number.isFinite(Number(plain)) ? Number(plain) : plain;
  if (one.type === "id-number" || one.type === "credit-code") return plain.replace(/[\s-]/g, "").toUpperCase();
  if (one.type === "geometry") {
    try {
      return plain === "" ? undefined : (JSON.parse(plain) as unknown);
    } catch (error) {
      if (error instanceof SyntaxError) return plain;
      throw error;
    }
  }
  return raw;
}

/** A field tells its value when it is left; sending from within one leaves it first. */
export function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** An answer as a person reads it. */
export function shownAnswer(one: Field | undefined, value: unknown, say: (text: Text) => string, yes: string, no: string): string {
  if (value === undefined || value === null) return "—";
  if (typeof value === "boolean") return value ? yes : no;
  if (Array.isArray(value)) return value.map((each) => shownAnswer(one, each, say, yes, no)).join(" · ");
  if (typeof value === "object") return JSON.stringify(value);
  const choice = one?.choices.find((each) => each.value === value);
  return choice ? say(choice.label) : `${String(value)}${one?.unit ? ` ${one.unit}` : ""}`;
}
