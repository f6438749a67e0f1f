/** Shapes of the REST and live contract. Texts are `{zh,en}`; times end in `_ms` or are ISO-8601. */
export interface Text {
  zh: string;
  en: string;
}

export type Utility = "water" | "sewer" | "drainage" | "gas" | "heat" | "power" | "telecom" | "tunnel";
export type Priority = 1 | 2 | 3 | 4;
export type Role = "VIEWER" | "OFFICER" | "ENGINEER" | "ADMINISTRATOR" | "METRICS" | "DEVICE";
/** Active alarms of priority 1, 2, 3, 4. */
export type AlarmCounts = [number, number, number, number];
export type PointValueRaw = number | boolean | string | null;

export interface Session {
  user: string;
  name: string;
  roles: string[];
  /** Of staff of a service desk; `*` at a counter for all services. */
  department?: string;
  outlet?: string;
  mustChangePassword: boolean;
  /** The role needs two-step sign-in and it is not set up: nothing else opens before. */
  mustEnrolTotp?: boolean;
  /** False for an account that an identity provider opened. */
  hasPassword?: boolean;
}

export interface CountyInfo {
  code: string;
  name: Text;
  synthetic: boolean;
  notice: Text | null;
  /** West, south, east, north; empty while nothing has a position. */
  bbox: number[];
  centre: number[];
  sources: { file: string; source: string; vintage: string; licence: string; synthetic: boolean }[];
  counts: Record<string, number>;
}

export interface SearchHit {
  kind: string;
  id: string;
  name: string;
  nameEn?: string | null;
  detail: string | null;
  detailEn?: string | null;
  lon: number | null;
  lat: number | null;
  synthetic: boolean;
  href: string | null;
}

export interface AlarmMark {
  id: number | string;
  priority: Priority;
  acknowledged: boolean;
}

export interface PointNow {
  id: string;
  name: string;
  /** Names in English are null where the county's package has none. */
  nameEn?: string | null;
  utility: Utility;
  quantity: string;
  unit: string;
  valueKind: "number" | "boolean" | "state";
  states: string[] | null;
  statesEn?: string[] | null;
  value: PointValueRaw;
  time_ms: number | null;
  received_ms: number | null;
  quality: string | null;
  stale: boolean;
  synthetic: boolean;
  limitLow: number | null;
  limitHigh: number | null;
  alarm: AlarmMark | null;
  lon: number | null;
  lat: number | null;
  chainage_m: number | null;
  expectedInterval_s: number;
}

export interface LimitLine {
  rule: string;
  kind: string;
  limit: number | null;
  unit: string;
  priority: Priority;
  clause: string | null;
  name: Text | null;
  cause: Text | null;
  consequence: Text | null;
  response: Text | null;
}

export interface PointDetail extends PointNow {
  range: [number | null, number | null] | null;
  owner: {
    kind: string;
    id: string;
    name: string | null;
    nameEn?: string | null;
    chainage_m: number | null;
    tunnelId?: string | null;
    sectionId?: string | null;
    line?: string | null;
    lineEn?: string | null;
  };
  limits: LimitLine[];
  alarms: Alarm[];
}

export type AlarmState =
  | "unacknowledged-active"
  | "acknowledged-active"
  | "unacknowledged-returned"
  | "log-ended"
  | "normal";

export interface Alarm {
  id: number | string;
  point: string;
  pointName: string;
  pointNameEn?: string | null;
  utility: Utility;
  rule: string;
  kind: string;
  priority: Priority;
  state: AlarmState;
  raisedAt_ms: number;
  returnedAt_ms: number | null;
  /** Last reading of the replayed log it stood at the end of. */
  logEndedAt_ms?: number | null;
  acknowledgedAt_ms: number | null;
  acknowledgedBy: string | null;
  comment: string | null;
  value: PointValueRaw;
  limit: number | null;
  unit: string | null;
  name: Text | null;
  cause: Text | null;
  consequence: Text | null;
  response: Text | null;
  clause: string | null;
  where: {
    text: string;
    textEn?: string | null;
    tunnelId: string | null;
    sectionId: string | null;
    chainage_m: number | null;
    lon: number | null;
    lat: number | null;
  } | null;
  synthetic: boolean;
  /** Dig sites in whose zone it was raised, nearest first. */
  works?: WorksNearby[];
}

export interface WorksNearby {
  id: string;
  title: string;
  who: string;
  phone: string;
  from_ms: number;
  until_ms: number;
  closedAt_ms: number | null;
  distance_m: number;
}

export interface TownshipFigures {
  code: string;
  name: string;
  nameEn?: string | null;
  population: number | null;
  urbanShare: number | null;
  points: number;
  alarms: AlarmCounts;
  stale: number;
  bbox?: [number, number, number, number] | null;
}

export interface UtilityFigures {
  utility: Utility;
  nodes: number;
  links: number;
  length_km: number;
  points: number;
  alarms: AlarmCounts;
  stale: number;
}

export interface TunnelFigures {
  id: string;
  name: string;
  nameEn?: string | null;
  length_m: number;
  sections: number;
  points: number;
  stale?: number;
  alarms: AlarmCounts;
}

export interface Overview {
  townships: TownshipFigures[];
  utilities: UtilityFigures[];
  tunnels: TunnelFigures[];
  rate_perSecond: number;
  synthetic: boolean;
}

export interface TunnelEquipment {
  id: string;
  name: string;
  nameEn?: string | null;
  kind: string;
  chainage_m: number;
  points: PointNow[];
}

export interface TunnelSection {
  id: string;
  number: number | string;
  fromChainage_m: number;
  toChainage_m: number;
  points: PointNow[];
  equipment: TunnelEquipment[];
  alarms: AlarmCounts;
}

export interface RunningLine {
  utility: Utility;
  line: string;
  lineEn?: string | null;
}

export interface Compartment {
  id: string;
  name: string;
  nameEn?: string | null;
  kind: string;
  lines: RunningLine[];
  sections: TunnelSection[];
}

export interface Tunnel {
  id: string;
  name: string;
  nameEn?: string | null;
  length_m: number;
  compartments: Compartment[];
}

export interface Line {
  utility: Utility;
  line: string;
  lineEn?: string | null;
  length_km: number;
  links: number;
  points: PointNow[];
  alarms: AlarmCounts;
  bbox: [number, number, number, number] | null;
}

/** A page of a list; `next` is the cursor of the following page. */
export interface Page<T> {
  items: T[];
  next: string | number | null;
  total?: number | null;
}

/** One roll-up on a trend: time, minimum, maximum, mean, and whether all was good (1) or not (0). */
export type TrendBin = [t_ms: number, min: number, max: number, mean: number, good01: number];

export interface Trend {
  source: string;
  segments: TrendBin[][];
}
