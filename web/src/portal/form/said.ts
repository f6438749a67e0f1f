import { say } from "../../i18n";
import { divisionOf } from "./divisions";
import { isEmpty, type Control } from "./form";
import { shapeText } from "./shape";
import { formWords as w } from "./words";

/** An answer as a person reads it. */
export function said(control: Control, value: unknown): string {
  if (isEmpty(value)) return w.notAnswered;
  if (typeof value === "boolean") return value ? w.yes : w.no;
  if (control.type === "geometry") return shapeText(value).replaceAll("\n", "; ");
  if (control.type === "division") return divisionOf(String(value)) || String(value);
  const label = (one: unknown): string => say(control.choices.find((choice) => choice.value === one)?.label ?? String(one));
  const text = Array.isArray(value) ? value.map(label).join(", ") : label(value);
  return control.unit ? `${text} ${control.unit === "m2" ? "m²" : control.unit}` : text;
}
