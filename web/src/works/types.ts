/** What `/api/v1/serve/openings` answers. */
export type Stage = "planned" | "applied" | "permitted" | "open" | "closed" | "dropped";

export interface Opening {
  id: string;
  who: string;
  title: string;
  utility: string | null;
  road: string;
  shape: GeoJSON.Geometry;
  width_m: number;
  depth_m: number;
  from: string;
  until: string;
  emergency: boolean;
  stage: Stage;
  joint: string | null;
}

export interface Finding {
  kind: string;
  weight: "forbids" | "needs-consent" | "coordinate";
  zh: string;
  en: string;
}

export interface Joint {
  members: string[];
  who: string[];
  from: string;
  until: string;
  shape: GeoJSON.Geometry;
  together_m: number;
  apart_m: number;
  saved_m: number;
  shares: { member: string; length_m: number; bears_m: number }[];
}

export interface Checked {
  allowed: boolean;
  findings: Finding[];
  joint: Joint | null;
}

export interface Dossier {
  opening: Opening;
  checked: Checked;
  notices: { id: number; owner: string; zh: string; en: string; at: string; seenBy: string | null }[];
  alarms: { alarm: number; change: string; point: string; zh: string; en: string; priority: number; distance_m: number; at: string }[];
}
