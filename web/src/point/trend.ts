import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from "vue";
import { asProblem, get, type Problem } from "../api/client";
import type { Trend } from "../api/types";
import { heardOf, serverNow_ms } from "../live/store";
import { keep, type Span } from "./span";

const PAUSE_ms = 180;
const REFRESH_ms = 15_000;
/** Live values are drawn between two refreshes only while a second is worth a pixel. */
const APPEND_UP_TO_ms = 2 * 3_600_000;

/**
 * The trend of a point over a span, asked at the width of the chart. While it follows, its end moves with the
 * server's clock and live values are appended; `knownAt` stops it at what had been received by then.
 */
export function useTrend(point: Ref<string>, width_px: Ref<number>, knownAt_ms: Ref<number | null>) {
  const length_ms = ref(3_600_000);
  const fixed = ref<Span | null>(null);
  const trend = shallowRef<Trend | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const loading = ref(false);
  const anchor_ms = ref(serverNow_ms.value);

  const span = computed<Span>(() => {
    if (fixed.value) return fixed.value;
    const to_ms = knownAt_ms.value ?? anchor_ms.value;
    return { from_ms: to_ms - length_ms.value, to_ms };
  });
  const following = computed(() => fixed.value === null && knownAt_ms.value === null);

  let running: AbortController | null = null;
  async function load(): Promise<void> {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    loading.value = true;
    const asked = span.value;
    try {
      const found = await get<Trend>(
        `/api/v1/points/${encodeURIComponent(point.value)}/trend`,
        {
          from: new Date(asked.from_ms).toISOString(),
          to: new Date(asked.to_ms).toISOString(),
          width: Math.max(50, Math.round(width_px.value)),
          knownAt: knownAt_ms.value === null ? null : new Date(knownAt_ms.value).toISOString(),
        },
        mine.signal,
      );
      if (running !== mine) return;
      trend.value = found;
      problem.value = null;
    } catch (error) {
      if (running === mine) problem.value = asProblem(error);
    } finally {
      if (running === mine) loading.value = false;
    }
  }

  let pause: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(pause);
    pause = setTimeout(() => void load(), PAUSE_ms);
  };
  watch([fixed, length_ms, width_px, knownAt_ms], soon);
  watch(point, () => {
    trend.value = null;
    fixed.value = null;
    anchor_ms.value = serverNow_ms.value;
    void load();
  }, { immediate: true });

  const refresh = setInterval(() => {
    if (following.value) void load();
  }, REFRESH_ms);
  watch(serverNow_ms, (now) => {
    if (following.value && (length_ms.value <= APPEND_UP_TO_ms || now - anchor_ms.value > REFRESH_ms)) anchor_ms.value = now;
  });
  watch(
    () => heardOf(point.value).value,
    (heard) => {
      const now = trend.value;
      if (!heard || !now || !following.value || length_ms.value > APPEND_UP_TO_ms) return;
      const value = typeof heard.value === "boolean" ? Number(heard.value) : heard.value;
      if (typeof value !== "number") return;
      const last = now.segments.at(-1);
      const end = last?.at(-1);
      if (!last || !end || heard.time_ms <= end[0]) return;
      const grown = [...last, [heard.time_ms, value, value, value, heard.quality.startsWith("good") ? 1 : 0] as const];
      trend.value = { ...now, segments: [...now.segments.slice(0, -1), grown as unknown as typeof last] };
    },
  );
  onScopeDispose(() => {
    clearTimeout(pause);
    clearInterval(refresh);
    running?.abort();
  });

  return {
    trend,
    problem,
    loading,
    span,
    following,
    length_ms,
    reload: load,
    /** Looks at exactly this span; the end no longer moves. */
    look: (to: Span) => {
      fixed.value = keep(to);
    },
    /** Looks at the last `length` until now (or until what is known). */
    last: (length: number) => {
      length_ms.value = length;
      anchor_ms.value = serverNow_ms.value;
      fixed.value = null;
    },
  };
}
