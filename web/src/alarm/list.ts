import { computed, ref, shallowRef, watch, type Ref } from "vue";
import { asPage, asProblem, get, type Problem } from "../api/client";
import type { Alarm, Page } from "../api/types";
import { currentAlarms, deskReady, isActive, isUnacknowledged } from "./desk";

export interface AlarmFilter {
  state: "active" | "unacknowledged" | "all";
  priority: string;
  utility: string;
  q: string;
}

/** Whether an alarm of the desk belongs in the filtered list, as the server would judge it. */
export function matches(alarm: Alarm, filter: AlarmFilter): boolean {
  if (filter.state === "unacknowledged" && !isUnacknowledged(alarm)) return false;
  if (filter.state === "active" && !isActive(alarm) && !isUnacknowledged(alarm)) return false;
  if (filter.priority && String(alarm.priority) !== filter.priority) return false;
  if (filter.utility && alarm.utility.toLowerCase() !== filter.utility) return false;
  const q = filter.q.trim().toLowerCase();
  if (!q) return true;
  const text = [alarm.point, alarm.pointName, alarm.rule, alarm.name?.zh, alarm.name?.en, alarm.pointNameEn, alarm.where?.text, alarm.where?.textEn];
  return text.some((part) => part?.toLowerCase().includes(q));
}

const PAGE = 100;

/**
 * Current alarms come from the desk, which is live; the whole history is asked from the server page by page.
 */
export function useAlarmList(filter: Ref<AlarmFilter>) {
  const history = shallowRef<Alarm[]>([]);
  const next = ref<string | number | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const loading = ref(false);
  let asked = 0;

  async function more(fresh: boolean): Promise<void> {
    const mine = ++asked;
    loading.value = true;
    try {
      const page = asPage(
        await get<Page<Alarm> | Alarm[]>("/api/v1/alarms", {
          ...filter.value,
          q: filter.value.q.trim(),
          limit: PAGE,
          cursor: fresh ? null : next.value,
        }),
      );
      if (mine !== asked) return;
      history.value = fresh ? page.items : [...history.value, ...page.items];
      next.value = page.next;
      problem.value = null;
    } catch (error) {
      if (mine === asked) problem.value = asProblem(error);
    } finally {
      if (mine === asked) loading.value = false;
    }
  }

  let pause: ReturnType<typeof setTimeout> | undefined;
  watch(
    filter,
    (now) => {
      clearTimeout(pause);
      if (now.state === "all") pause = setTimeout(() => void more(true), 150);
    },
    { immediate: true, deep: true },
  );

  const live = computed(() => currentAlarms.value.filter((alarm) => matches(alarm, filter.value)));
  const alarms = computed(() => {
    if (filter.value.state !== "all") return live.value;
    const now = new Map(currentAlarms.value.map((alarm) => [String(alarm.id), alarm]));
    return history.value.map((alarm) => now.get(String(alarm.id)) ?? alarm);
  });
  return {
    alarms,
    problem,
    loading: computed(() => (filter.value.state === "all" ? loading.value : !deskReady.value)),
    hasMore: computed(() => filter.value.state === "all" && next.value !== null),
    more: () => more(false),
    reload: () => more(true),
  };
}
