import type { RouteRecordRaw } from "vue-router";

/** The village helper's place: opens without a network and without an answer of the server; the PIN is its door. */
export const villageRoutes: RouteRecordRaw[] = [
  {
    path: "/village",
    component: () => import("./VillageLayout.vue"),
    meta: { open: true, bare: true },
    children: [
      { path: "", component: () => import("./DeskPage.vue") },
      { path: "start", component: () => import("./StartPage.vue") },
      { path: "fill/:id", component: () => import("./FillPage.vue") },
      { path: "filing/:id", component: () => import("./FilingPage.vue") },
      { path: "neighbours", component: () => import("./NeighboursPage.vue") },
      { path: "forms", component: () => import("./FormsPage.vue") },
      { path: "leave", component: () => import("./LeavePage.vue") },
      { path: ":rest(.*)*", redirect: "/village" },
    ],
  },
];
