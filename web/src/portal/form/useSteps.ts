import { computed, type ComputedRef, type ShallowRef } from "vue";
import { say } from "../../i18n";
import type { Subject } from "../guide/subject";
import type { Page } from "./form";
import type { OpenForm } from "./useForm";
import { formWords as w } from "./words";

export interface Steps {
  steps: ComputedRef<string[]>;
  step: ComputedRef<string>;
  index: ComputedRef<number>;
  screen: ComputedRef<Page | null>;
  title: ComputedRef<string>;
}

/** The steps of a form, one a page, and the one the address asks for; the first when it asks for none. */
export function useSteps(subject: ShallowRef<Subject | null>, form: OpenForm, asked: () => string, selfTitle: () => string): Steps {
  const optional = computed(() => subject.value?.kind === "bundle" && subject.value.it.services.some((one) => one.optional));
  const steps = computed(() => [
    ...(optional.value || form.roles.value.length ? ["start"] : []),
    ...form.screens.value.map((one) => one.id),
    ...(form.wanted.value.length ? ["materials"] : []),
    "review",
  ]);
  const step = computed(() => (steps.value.includes(asked()) ? asked() : (steps.value[0] ?? "review")));
  const screen = computed(() => form.screens.value.find((one) => one.id === step.value) ?? null);
  return {
    steps,
    step,
    screen,
    index: computed(() => steps.value.indexOf(step.value)),
    title: computed(() => {
      if (screen.value) return say(screen.value.title);
      if (step.value === "start") return optional.value ? w.parts : selfTitle();
      return step.value === "materials" ? w.materials : w.review;
    }),
  };
}
