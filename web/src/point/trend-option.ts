import type { Alarm, LimitLine, PointDetail, Trend } from "../api/types";
import { say } from "../i18n";
import { numberText, stateText } from "../words/number";
import { clockOf } from "../words/time";
import type { Span } from "./span";
import { pointWords as w } from "./words";

interface Colours {
  ink: string;
  ink2: string;
  line: string;
  band: string;
  surface: string;
  priority: string[];
}

export function coloursNow(): Colours {
  const css = getComputedStyle(document.documentElement);
  const read = (name: string): string => css.getPropertyValue(name).trim();
  return {
    ink: read("--ink"),
    ink2: read("--ink-2"),
    line: read("--line"),
    band: read("--band"),
    surface: read("--raised"),
    priority: [read("--p1-text"), read("--p2-text"), read("--p3-text"), read("--p4-text")],
  };
}

/** Axis labels as fine as the span needs, on the county's clock. */
export function axisTime(time_ms: number, span: Span): string {
  const c = clockOf(time_ms);
  const length = span.to_ms - span.from_ms;
  if (length <= 5_000) return `${c.hour}:${c.minute}:${c.second}.${String(time_ms % 1000).padStart(3, "0")}`;
  if (length <= 600_000) return `${c.hour}:${c.minute}:${c.second}`;
  if (length <= 2 * 86_400_000) return `${c.hour}:${c.minute}`;
  if (length <= 120 * 86_400_000) return `${c.month}-${c.day}`;
  return `${c.year}-${c.month}`;
}

type Pair = [number, number | null];

/** The segments as three lines with a break between segments, so that a gap stays a gap. */
export function series(trend: Trend): { low: Pair[]; span: Pair[]; mean: Pair[]; bad: [number, number][] } {
  const low: Pair[] = [];
  const span: Pair[] = [];
  const mean: Pair[] = [];
  const bad: [number, number][] = [];
  trend.segments.forEach((segment, index) => {
    const first = segment[0];
    if (index > 0 && first) for (const line of [low, span, mean]) line.push([first[0] - 1, null]);
    for (const [t, min, max, average, good] of segment) {
      low.push([t, min]);
      span.push([t, max - min]);
      mean.push([t, average]);
      if (!good) bad.push([t, average]);
    }
  });
  return { low, span, mean, bad };
}

const limitLines = (limits: LimitLine[], c: Colours): object[] =>
  limits
    .filter((limit) => limit.limit !== null && !["rate", "deviation", "stale", "state"].includes(limit.kind))
    .map((limit) => ({
      yAxis: limit.limit,
      lineStyle: { color: c.priority[limit.priority - 1], type: "dashed", width: 1 },
      label: {
        formatter: `${say(limit.name) || limit.kind} ${numberText(limit.limit)}`,
        position: "insideStartTop",
        color: c.priority[limit.priority - 1],
        fontSize: 11,
      },
    }));

const alarmLines = (alarms: Alarm[], span: Span, c: Colours): object[] =>
  alarms
    .filter((alarm) => alarm.raisedAt_ms >= span.from_ms && alarm.raisedAt_ms <= span.to_ms)
    .slice(0, 100)
    .map((alarm) => ({
      xAxis: alarm.raisedAt_ms,
      lineStyle: { color: c.priority[alarm.priority - 1], type: "solid", width: 1 },
      label: { formatter: String(alarm.priority), color: c.priority[alarm.priority - 1], fontWeight: 700, fontSize: 12 },
    }));

export function trendOption(point: PointDetail, trend: Trend, span: Span, c: Colours): object {
  const data = series(trend);
  const stepped = point.valueKind !== "number";
  const states = point.states ?? [];
  const valueLabel = (v: number): string => (stepped ? stateText(states[v] ?? (Number.isInteger(v) ? String(v) : "")) : numberText(v));
  const common = { type: "line", symbol: "none", animation: false, connectNulls: false, ...(stepped ? { step: "end" } : {}) };
  return {
    animation: false,
    grid: { left: 64, right: 24, top: 24, bottom: 32 },
    xAxis: {
      type: "time",
      min: span.from_ms,
      max: span.to_ms,
      axisLabel: { formatter: (t: number) => axisTime(t, span), color: c.ink2, hideOverlap: true },
      axisLine: { lineStyle: { color: c.ink2 } },
      splitLine: { show: true, lineStyle: { color: c.line, opacity: 0.5 } },
    },
    yAxis: {
      type: "value",
      scale: true,
      name: point.unit,
      nameTextStyle: { color: c.ink2 },
      ...(stepped
        ? { min: 0, max: Math.max(1, states.length - 1), interval: 1 }
        : {
            // A value is judged against its limits, so the nearest ones are always in the picture.
            min: (range: { min: number }) => Math.min(range.min, point.limitLow ?? range.min, point.limitHigh ?? range.min),
            max: (range: { max: number }) => Math.max(range.max, point.limitHigh ?? range.max, point.limitLow ?? range.max),
          }),
      axisLabel: { color: c.ink2, formatter: valueLabel },
      splitLine: { lineStyle: { color: c.line } },
    },
    tooltip: {
      trigger: "axis",
      backgroundColor: c.surface,
      borderColor: c.ink2,
      textStyle: { color: c.ink, fontSize: 12 },
      formatter: (rows: { seriesId: string; data: Pair }[]) => tip(rows, point, valueLabel),
    },
    series: [
      { ...common, id: "low", stack: "band", lineStyle: { opacity: 0 }, data: data.low, stackStrategy: "all" },
      { ...common, id: "span", stack: "band", lineStyle: { opacity: 0 }, areaStyle: { color: c.band, opacity: 0.55 }, data: data.span, stackStrategy: "all" },
      {
        ...common,
        id: "mean",
        lineStyle: { color: c.ink, width: 1.4 },
        itemStyle: { color: c.ink },
        showSymbol: data.mean.length < 3,
        symbol: "circle",
        data: data.mean,
        markLine: { silent: true, symbol: "none", animation: false, data: [...limitLines(point.limits, c), ...alarmLines(point.alarms, span, c)] },
      },
      {
        id: "bad", type: "scatter", animation: false, symbol: "path://M0 0L8 8M8 0L0 8", symbolSize: 7,
        itemStyle: { color: "none", borderColor: c.priority[1], borderWidth: 1.6 }, data: data.bad,
      },
    ],
  };
}

function tip(rows: { seriesId: string; data: Pair }[], point: PointDetail, said: (v: number) => string): string {
  const of = (id: string): number | null => rows.find((row) => row.seriesId === id)?.data[1] ?? null;
  const at = rows[0]?.data[0];
  if (at === undefined) return "";
  const c = clockOf(at);
  const head = `${c.year}-${c.month}-${c.day} ${c.hour}:${c.minute}:${c.second}`;
  const mean = of("mean");
  const low = of("low");
  const span = of("span");
  const bad = rows.some((row) => row.seriesId === "bad") ? `<br>${w.bad}` : "";
  if (mean === null) return head;
  const unit = point.unit ? ` ${point.unit}` : "";
  const range = low !== null && span !== null && span > 0 ? `<br>${w.minimum} ${said(low)} · ${w.maximum} ${said(low + span)}` : "";
  return `${head}<br>${span ? w.mean : ""} <b>${said(mean)}${unit}</b>${range}${bad}`;
}
