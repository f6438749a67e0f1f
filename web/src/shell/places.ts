import { computed } from "vue";
import { may, type Rank } from "./session";
import { shellWords as w } from "./words";

export interface Place {
  to: string;
  label: string;
}

/** The pages in the bar, as far as the one signed in may open them. */
export const places = computed<Place[]>(() => {
  const all: (Place & { needs: Rank })[] = [
    { to: "/overview", label: w.overview, needs: "VIEWER" },
    { to: "/tunnels", label: w.tunnels, needs: "VIEWER" },
    { to: "/lines", label: w.lines, needs: "VIEWER" },
    { to: "/alarms", label: w.alarms, needs: "VIEWER" },
    { to: "/intake", label: w.intake, needs: "OFFICER" },
    { to: "/users", label: w.users, needs: "ADMINISTRATOR" },
    { to: "/audit", label: w.audit, needs: "ADMINISTRATOR" },
  ];
  return all.filter((place) => may(place.needs));
});
