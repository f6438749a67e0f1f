import type { PointNow, PointValueRaw } from "../api/types";
import { language } from "../i18n";

/** A number with at most four significant places of detail and thin grouping: `12,345`, `0.034`, `21.5`. */
export function numberText(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "—";
  const size = Math.abs(value);
  const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
  return value.toLocaleString("en-US", { maximumFractionDigits: digits });
}

/** The same number of decimals every time, so that live columns do not jump. */
export function steadyText(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** As short as a narrow cell needs: at most four digits and a point. */
export function compactText(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 9.995 ? 1 : 2;
  return value.toFixed(digits);
}

export function countText(value: number | null | undefined): string {
  return value === null || value === undefined ? "—" : value.toLocaleString("en-US", { maximumFractionDigits: 0 });
}

export function percentText(share: number | null | undefined): string {
  return share === null || share === undefined ? "—" : `${(share * 100).toFixed(1)}%`;
}

/** Length in metres as `320 m` or `4.6 km`. */
export function lengthText(length_m: number): string {
  return length_m < 1000 ? `${Math.round(length_m)} m` : `${(length_m / 1000).toFixed(length_m < 100_000 ? 2 : 0)} km`;
}

/** Chainage as surveyors write it: `K1+250`. */
export function chainageText(chainage_m: number): string {
  const whole = Math.round(chainage_m);
  const km = Math.floor(whole / 1000);
  const rest = whole - km * 1000;
  return `K${km}+${String(rest).padStart(3, "0")}`;
}

/** What a value reads as, without its unit. */
export function valueText(
  value: PointValueRaw,
  point: Pick<PointNow, "valueKind" | "states" | "statesEn">,
): string {
  if (value === null || value === undefined) return "—";
  if (point.valueKind === "number") return typeof value === "number" ? steadyText(value) : String(value);
  const index = typeof value === "boolean" ? Number(value) : typeof value === "number" ? value : -1;
  const state = point.states?.[index];
  if (state) return (language.value === "en" && point.statesEn?.[index]) || stateText(state);
  if (typeof value === "string") return stateText(value);
  if (point.valueKind === "boolean") {
    const yes = Boolean(value);
    return language.value === "zh" ? (yes ? "是" : "否") : yes ? "yes" : "no";
  }
  return String(value);
}

const STATES: Record<string, string> = {
  关: "closed", 开: "open", 停: "stopped", 停止: "stopped", 运行: "running", 启: "started", 故障: "fault",
  正常: "normal", 报警: "alarm", 分: "open", 合: "closed", 无: "none", 有: "present", 亮: "on", 灭: "off",
  关闭: "closed", 开启: "open", 打开: "open", 有人: "intruder", 无人: "nobody", 分闸: "open", 合闸: "closed",
  有烟: "smoke", 无烟: "no smoke", 入侵: "intrusion", 检修: "maintenance", 热备: "standby", 半开: "half open",
  烟雾: "smoke", 全开: "fully open", 全关: "fully closed", 泄漏: "leak",
};

/** The usual states of switchgear have an English word; any other state is shown as the county wrote it. */
export function stateText(state: string): string {
  return language.value === "zh" ? state : (STATES[state] ?? state);
}
