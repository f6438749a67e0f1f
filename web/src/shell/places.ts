import { computed } from "vue";
import { may } from "./session";
import { shellWords as w } from "./words";

export interface Place {
  to: string;
  label: string;
}

/** The pages in the bar, as far as the one signed in may open them. */
export const places = computed<Place[]>(() => {
  const all: (Place & { may: boolean })[] = [{ to: "/overview", label: w.overview, may: true }];
  return all.filter((place) => place.may || may("ADMINISTRATOR"));
});
