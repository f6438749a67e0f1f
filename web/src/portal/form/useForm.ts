import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from "vue";
import type { Text } from "../../api/types";
import type { Licence, Me } from "../api";
import type { Subject } from "../guide/subject";
import { faultsOf, type Fault } from "./check";
import { fill, licenceAnswers, personRoles, type Source } from "./fill";
import { asked, joined, paged, readForm, withAnswer, type Answers, type Control, type Page } from "./form";
import { wantedOfBundle, wantedOfService, type Wanted } from "./wanted";

const MOST_JOINED = 4;
const MOST_A_PAGE = 6;

export const todayInChina = (): string => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());

export interface OpenForm {
  answers: ShallowRef<Answers>;
  from: Ref<Record<string, Source>>;
  pages: ComputedRef<Page[]>;
  screens: ComputedRef<Page[]>;
  kept: ComputedRef<Answers>;
  wanted: ComputedRef<Wanted[]>;
  roles: ComputedRef<{ role: string; name: Text }[]>;
  answer: (control: Control, value: unknown) => void;
  fillIn: (person: Me | null, licences: readonly Licence[], self: readonly string[], whose?: "account" | "helped") => void;
  faults: (screen: Page) => Fault[];
}

/** A form being filled in: what is asked, what was answered, what it wants. */
export function useForm(subject: ShallowRef<Subject | null>, leftOut: Ref<string[]>): OpenForm {
  const answers = shallowRef<Answers>({});
  const from = ref<Record<string, Source>>({});
  const all = computed(() => (subject.value ? readForm(subject.value.it) : []));
  const now = computed(() => asked(all.value, answers.value));
  // Laid out whether asked or not, so that a page does not fall apart under the hands of who fills it in.
  const laidOut = computed(() => paged(joined(all.value, MOST_JOINED), MOST_A_PAGE));
  const screens = computed(() => asked(laidOut.value, answers.value).pages);
  const wanted = computed(() => {
    const known = subject.value;
    if (!known) return [];
    const today = todayInChina();
    return known.kind === "service"
      ? wantedOfService(known.it.materials, now.value.answers, today)
      : wantedOfBundle(known.it.materials, now.value.answers, today, leftOut.value);
  });

  return {
    answers,
    from,
    pages: computed(() => now.value.pages),
    screens,
    kept: computed(() => now.value.answers),
    wanted,
    roles: computed(() => personRoles(all.value).filter((one) => one.role !== "applicant")),
    answer(control, value) {
      answers.value = withAnswer(answers.value, control, value);
      if (from.value[control.element]) {
        const { [control.element]: _, ...rest } = from.value;
        from.value = rest;
      }
    },
    fillIn(person, licences, self, whose = "account") {
      const filled = fill(all.value, answers.value, person, licenceAnswers(licences), ["applicant", ...self], whose);
      answers.value = filled.answers;
      from.value = { ...from.value, ...filled.from };
    },
    faults: (screen) => faultsOf(screen, now.value.answers),
  };
}
