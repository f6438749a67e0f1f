import type { Utility } from "../api/types";
import { words } from "../i18n";

/** In the order of the legend, which is the order of `model.measure.Utility`. */
export const UTILITIES: readonly Utility[] = [
  "water", "sewer", "drainage", "gas", "heat", "power", "telecom", "tunnel",
];

const names = words({
  zh: {
    water: "给水", sewer: "污水", drainage: "排水", gas: "燃气", heat: "供热", power: "电力", telecom: "通信",
    tunnel: "管廊",
  },
  en: {
    water: "Water", sewer: "Sewer", drainage: "Drainage", gas: "Gas", heat: "Heat", power: "Power",
    telecom: "Telecom", tunnel: "Tunnel",
  },
});

export const utilityName = (utility: string): string =>
  (names as Record<string, string>)[utility.toLowerCase()] ?? utility;

/** The colour of a utility on maps and schematics, after CJJ 61, as the current theme tunes it. */
export const utilityColour = (utility: string): string => `var(--u-${utility.toLowerCase()})`;
