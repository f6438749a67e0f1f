import { reactive, watch } from "vue";

export type Theme = "auto" | "light" | "dark";
export type Density = "dense" | "roomy";

/** What one person set for themselves; kept in this browser. */
export interface Prefs {
  theme: Theme;
  density: Density;
  sound: boolean;
  /** Large print in the residents' portal. */
  large: boolean;
}

const KEY = "ronghe.prefs";
const DEFAULTS: Prefs = { theme: "auto", density: "dense", sound: false, large: false };

function stored(): Partial<Prefs> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Prefs>;
  } catch {
    return {};
  }
}

export const prefs = reactive<Prefs>({ ...DEFAULTS, ...stored() });

const darkWanted = window.matchMedia("(prefers-color-scheme: dark)");

export function isDark(): boolean {
  return prefs.theme === "dark" || (prefs.theme === "auto" && darkWanted.matches);
}

/** Follows the prefs onto the document: class `dark` (Element Plus reads it too) and `data-density`. */
export function applyPrefs(): void {
  const apply = (): void => {
    document.documentElement.classList.toggle("dark", isDark());
    document.documentElement.dataset["density"] = prefs.density;
    document.documentElement.dataset["print"] = prefs.large ? "large" : "normal";
    window.dispatchEvent(new Event("ronghe:theme"));
  };
  watch(
    prefs,
    () => {
      localStorage.setItem(KEY, JSON.stringify(prefs));
      apply();
    },
    { immediate: true },
  );
  darkWanted.addEventListener("change", apply);
}
