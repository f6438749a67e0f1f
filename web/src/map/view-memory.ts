import type { Utility } from "../api/types";

export interface MapView {
  lon: number;
  lat: number;
  zoom: number;
}

const VIEW = "ronghe.map.view";
const HIDDEN = "ronghe.map.hidden";

function read<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as T | null;
  } catch {
    return null;
  }
}

/** Where the map was left; it opens there again. */
export const storedView = (county: string): MapView | null => read<MapView>(`${VIEW}.${county}`);
export const storeView = (county: string, view: MapView): void =>
  localStorage.setItem(`${VIEW}.${county}`, JSON.stringify(view));

export const storedHidden = (): Utility[] => read<Utility[]>(HIDDEN) ?? [];
export const storeHidden = (hidden: Utility[]): void => localStorage.setItem(HIDDEN, JSON.stringify(hidden));
