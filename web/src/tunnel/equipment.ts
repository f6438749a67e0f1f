import { quantityWord } from "../point/words";
import { tunnelWords as w } from "./words";

export type EquipmentSign = "fan" | "pump" | "door" | "lighting" | "camera" | "other";

export function signOf(kind: string): EquipmentSign {
  const k = kind.toLowerCase();
  if (k.includes("fan") || k.includes("vent")) return "fan";
  if (k.includes("pump")) return "pump";
  if (k.includes("door") || k.includes("hatch") || k.includes("manhole")) return "door";
  if (k.includes("light")) return "lighting";
  if (k.includes("camera")) return "camera";
  return "other";
}

const SHORT: Record<string, string> = { oxygen: "O₂", o2: "O₂", methane: "CH₄", ch4: "CH₄", h2s: "H₂S" };

/** What heads a strip: the formula where there is one, else the word. */
export const stripName = (strip: { quantity: string; code: string }): string =>
  SHORT[strip.quantity.toLowerCase()] ?? SHORT[strip.code.toLowerCase()] ?? quantityWord(strip.quantity);

export const signWord = (sign: EquipmentSign): string => w[`kind${sign}`];

/** Drawn in a box of 12 by 12, line only. */
export const SIGN_PATHS: Record<EquipmentSign, string> = {
  fan: "M6 6C6 2 10 2 9 5M6 6C10 6 10 10 7 9M6 6C6 10 2 10 3 7M6 6C2 6 2 2 5 3",
  pump: "M6 1A5 5 0 1 1 5.99 1M2 9L6 2L10 9",
  door: "M3 1H9V11H3ZM7.5 6V7",
  lighting: "M6 1A3.2 3.2 0 0 1 7.6 7V9H4.4V7A3.2 3.2 0 0 1 6 1M4.6 11H7.4",
  camera: "M1 4H8V9H1ZM8 6L11 4V9L8 7",
  other: "M3 3H9V9H3Z",
};
