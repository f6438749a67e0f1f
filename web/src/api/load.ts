import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from "vue";
import { asProblem, type Problem } from "./client";

export interface Load<T> {
  data: ShallowRef<T | null>;
  problem: ShallowRef<Problem | null>;
  loading: Ref<boolean>;
  reload: () => Promise<void>;
}

const RETRY_OFFLINE_ms = 5_000;

/**
 * Loads when the page opens and whenever `on` changes. The last answer stays while the next one comes; an
 * answer that is overtaken is dropped; while the server cannot be reached it is asked again by itself.
 */
export function useLoad<T>(fetcher: (signal: AbortSignal) => Promise<T>, on?: WatchSource[]): Load<T> {
  const data = shallowRef<T | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const loading = ref(false);
  let running: AbortController | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;

  async function reload(): Promise<void> {
    running?.abort();
    clearTimeout(retry);
    const mine = new AbortController();
    running = mine;
    loading.value = true;
    try {
      const answer = await fetcher(mine.signal);
      if (running !== mine) return;
      data.value = answer;
      problem.value = null;
    } catch (error) {
      if (running !== mine) return;
      problem.value = asProblem(error);
      if (problem.value.code === "offline") retry = setTimeout(() => void reload(), RETRY_OFFLINE_ms);
    } finally {
      if (running === mine) loading.value = false;
    }
  }

  onScopeDispose(() => {
    clearTimeout(retry);
    const last = running;
    running = null;
    last?.abort();
  });
  if (on) watch(on, () => void reload(), { immediate: true });
  else void reload();
  return { data, problem, loading, reload };
}
