import { createRouter, createWebHistory, type RouteRecordRaw } from "vue-router";
import type { Session } from "../api/types";
import { portalRoutes } from "../portal/routes";
import { villageRoutes } from "../village/routes";
import { deskOf, findSession, isHeld, isPortalOnly, landingOf, may, session, wasSignedIn, type Desk, type Rank } from "./session";

declare module "vue-router" {
  interface RouteMeta {
    open?: boolean;
    needs?: Rank;
    /** A page of these desks of serve; those who sit at a desk have no other pages. */
    desks?: readonly Desk[];
    /** A page of everybody who is signed in. */
    anyone?: boolean;
    /** Fills the window below the bar instead of scrolling as a page. */
    full?: boolean;
    bare?: boolean;
    /** A page of the portal that belongs to a person: sign in first, there. */
    person?: boolean;
  }
}

const HANDLING: readonly Desk[] = ["CLERK", "REVIEWER", "APPROVER"];

const routes: RouteRecordRaw[] = [
  { path: "/sign-in", component: () => import("./SignInPage.vue"), meta: { open: true, bare: true } },
  {
    path: "/home/consultations",
    component: () => import("../portal/PortalLayout.vue"),
    meta: { open: true, bare: true },
    children: [{ path: "", component: () => import("../consult/ResidentPage.vue") }],
  },
  ...portalRoutes,
  ...villageRoutes,
  { path: "/", component: () => import("./MissingPage.vue"), meta: { anyone: true } },
  { path: "/overview", component: () => import("../overview/OverviewPage.vue"), meta: { full: true } },
  { path: "/wall", component: () => import("../overview/WallPage.vue"), meta: { full: true } },
  { path: "/tunnels", component: () => import("../tunnel/TunnelsPage.vue") },
  { path: "/tunnels/:id", component: () => import("../tunnel/TunnelPage.vue"), meta: { full: true } },
  { path: "/lines", component: () => import("../line/LinesPage.vue") },
  { path: "/alarms/:id?", component: () => import("../alarm/AlarmPage.vue"), meta: { full: true } },
  { path: "/points/:id", redirect: (to) => `${to.path}/trend` },
  { path: "/points/:id/trend", component: () => import("../point/PointPage.vue") },
  { path: "/intake", component: () => import("../intake/IntakePage.vue"), meta: { needs: "OFFICER" } },
  { path: "/users", component: () => import("../staff/UsersPage.vue"), meta: { needs: "ADMINISTRATOR" } },
  { path: "/audit", component: () => import("../audit/AuditPage.vue"), meta: { needs: "ADMINISTRATOR" } },
  { path: "/desk", component: () => import("../desk/InboxPage.vue"), meta: { desks: HANDLING } },
  { path: "/desk/counter", component: () => import("../desk/CounterPage.vue"), meta: { desks: ["CLERK"] } },
  { path: "/desk/found", component: () => import("../benefit/FoundPage.vue"), meta: { desks: ["CLERK"] } },
  { path: "/desk/:number", component: () => import("../desk/CasePage.vue"), meta: { desks: HANDLING } },
  { path: "/works", component: () => import("../works/WorksPage.vue"), meta: { full: true, needs: "VIEWER", desks: HANDLING } },
  { path: "/hall", component: () => import("../hall/HallPage.vue"), meta: { desks: ["CLERK"] } },
  { path: "/board/:outlet", component: () => import("../hall/BoardPage.vue"), meta: { open: true, bare: true } },
  { path: "/supervision", component: () => import("../supervision/SupervisionPage.vue"), meta: { desks: ["SUPERVISOR"] } },
  { path: "/supervision/process/:service?", component: () => import("../supervision/ProcessPage.vue"), meta: { desks: ["SUPERVISOR"] } },
  { path: "/consultations", component: () => import("../consult/ConsultPage.vue"), meta: { desks: ["SUPERVISOR"] } },
  { path: "/designer", component: () => import("../designer/DesignerPage.vue"), meta: { desks: ["DESIGNER"] } },
  { path: "/designer/:id/:version", component: () => import("../designer/EditPage.vue"), meta: { desks: ["DESIGNER"] } },
  { path: "/privacy", component: () => import("../privacy/PrivacyPage.vue"), meta: { desks: ["PRIVACY"] } },
  { path: "/me", component: () => import("../me/MePage.vue"), meta: { anyone: true } },
  { path: "/not-allowed", component: () => import("./NotAllowedPage.vue"), meta: { anyone: true } },
  { path: "/:rest(.*)*", component: () => import("./MissingPage.vue"), meta: { anyone: true } },
];

export const router = createRouter({ history: createWebHistory(), routes });

router.beforeEach(async (to) => {
  if (to.meta.person) return portalGuard(to.fullPath);
  if (to.meta.open) {
    // Who is signed in shows in the portal too, but it opens without an answer.
    if (to.matched[0]?.path.startsWith("/home") && wasSignedIn()) await findSession().catch(() => null);
    return true;
  }
  let found: Session | null;
  try {
    found = await findSession();
  } catch {
    // The server cannot be reached: the page opens and says so itself, and recovers by itself.
    return session.value === undefined ? { path: "/sign-in", query: { to: to.fullPath } } : true;
  }
  if (!found || isHeld(found)) return { path: "/sign-in", query: { to: to.fullPath } };
  if (isPortalOnly(found)) return { path: landingOf(found) };
  if (to.path === "/") return landingOf(found);
  const desk = deskOf(found);
  const elsewhere = desk
    ? !to.meta.anyone && !to.meta.desks?.includes(desk)
    : to.meta.desks !== undefined && !to.meta.needs;
  if (elsewhere || (!desk && to.meta.needs && !may(to.meta.needs))) return { path: "/not-allowed", query: { from: to.fullPath } };
  return true;
});

async function portalGuard(to: string): Promise<boolean | { path: string; query: { to: string } }> {
  const found = wasSignedIn() ? await findSession().catch(() => undefined) : null;
  return found === null ? { path: "/home/sign-in", query: { to } } : true;
}
