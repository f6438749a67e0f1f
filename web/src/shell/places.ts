import { computed } from "vue";
import { deskOf, may, session, type Desk, type Rank } from "./session";
import { shellWords as w } from "./words";

export interface Place {
  to: string;
  label: string;
}

/** The pages in the bar, as far as the one signed in may open them. */
export const places = computed<Place[]>(() => {
  const desk = deskOf(session.value);
  if (desk) return deskPlaces(desk);
  const all: (Place & { needs: Rank })[] = [
    { to: "/overview", label: w.overview, needs: "VIEWER" },
    { to: "/tunnels", label: w.tunnels, needs: "VIEWER" },
    { to: "/lines", label: w.lines, needs: "VIEWER" },
    { to: "/alarms", label: w.alarms, needs: "VIEWER" },
    { to: "/works", label: w.works, needs: "VIEWER" },
    { to: "/intake", label: w.intake, needs: "OFFICER" },
    { to: "/users", label: w.users, needs: "ADMINISTRATOR" },
    { to: "/audit", label: w.audit, needs: "ADMINISTRATOR" },
  ];
  return all.filter((place) => may(place.needs));
});

/** Who sits at a desk of serve sees the pages of that desk and no others. */
function deskPlaces(desk: Desk): Place[] {
  switch (desk) {
    case "CLERK":
      return [
        { to: "/desk", label: w.desk },
        ...(session.value?.department === "*" ? [{ to: "/desk/counter", label: w.counter }] : []),
        { to: "/desk/found", label: w.found },
        { to: "/hall", label: w.hall },
        { to: "/works", label: w.works },
      ];
    case "REVIEWER":
    case "APPROVER":
      return [
        { to: "/desk", label: w.desk },
        { to: "/works", label: w.works },
      ];
    case "SUPERVISOR":
      return [
        { to: "/supervision", label: w.supervision },
        { to: "/supervision/process", label: w.process },
        { to: "/consultations", label: w.consultations },
      ];
    case "DESIGNER":
      return [{ to: "/designer", label: w.designer }];
    case "PRIVACY":
      return [{ to: "/privacy", label: w.privacy }];
  }
}
