import { shallowRef, watchEffect } from "vue";

/** One step of the way down: county → line or tunnel → section or device → point. */
export interface Step {
  label: string;
  to?: string;
}

export const trail = shallowRef<Step[]>([]);

/** Shows the way to this page; the last step is the page itself, the one before is where Esc goes. */
export function useTrail(steps: () => Step[]): void {
  watchEffect(() => {
    trail.value = steps();
    const last = trail.value.at(-1);
    if (last) document.title = `${last.label} · 融合 Ronghe`;
  });
}

export function upOf(steps: readonly Step[]): string | null {
  return steps.slice(0, -1).findLast((step) => step.to !== undefined)?.to ?? null;
}
