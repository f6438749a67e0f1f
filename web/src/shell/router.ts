import { createRouter, createWebHistory, type RouteRecordRaw } from "vue-router";
import { findSession, may, session, type Rank } from "./session";

declare module "vue-router" {
  interface RouteMeta {
    open?: boolean;
    needs?: Rank;
    /** Fills the window below the bar instead of scrolling as a page. */
    full?: boolean;
    bare?: boolean;
  }
}

const routes: RouteRecordRaw[] = [
  { path: "/sign-in", component: () => import("./SignInPage.vue"), meta: { open: true, bare: true } },
  { path: "/", redirect: "/overview" },
  { path: "/overview", component: () => import("../overview/OverviewPage.vue"), meta: { full: true } },
  { path: "/:rest(.*)*", component: () => import("./MissingPage.vue") },
];

export const router = createRouter({ history: createWebHistory(), routes });

router.beforeEach(async (to) => {
  if (to.meta.open) return true;
  const found = await findSession();
  if (!found || found.mustChangePassword) return { path: "/sign-in", query: { to: to.fullPath } };
  if (to.meta.needs && !may(to.meta.needs)) return { path: "/not-allowed", query: { from: to.fullPath } };
  return true;
});

/** Goes to the sign-in page when the session ends under somebody's hands. */
export function watchSignedOut(stop: () => void): void {
  router.afterEach((to) => {
    if (to.path === "/sign-in" && !session.value) stop();
  });
}
