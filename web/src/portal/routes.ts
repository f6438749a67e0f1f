import type { RouteRecordRaw } from "vue-router";

/** The residents' portal: open to anyone, but what belongs to a person asks to sign in first. */
export const portalRoutes: RouteRecordRaw[] = [
  {
    path: "/home",
    component: () => import("./PortalLayout.vue"),
    meta: { open: true, bare: true },
    children: [
      { path: "", component: () => import("./guide/HomePage.vue") },
      { path: ":kind(service|bundle)/:id", component: () => import("./guide/GuidePage.vue") },
      { path: ":kind(service|bundle)/:id/check", component: () => import("./guide/CheckPage.vue") },
      { path: ":kind(service|bundle)/:id/file", component: () => import("./form/FilePage.vue") },
      { path: "cases", component: () => import("./follow/CasesPage.vue"), meta: { person: true } },
      { path: "cases/:number", component: () => import("./follow/CasePage.vue"), meta: { person: true } },
      { path: "cases/:number/receipt", component: () => import("./follow/ReceiptPage.vue"), meta: { person: true } },
      { path: "cases/:number/correct", component: () => import("./follow/CorrectPage.vue"), meta: { person: true } },
      { path: "benefits", component: () => import("./guide/BenefitsPage.vue"), meta: { person: true } },
      { path: "licences", component: () => import("./follow/LicencesPage.vue"), meta: { person: true } },
      { path: "appointments", component: () => import("./visit/AppointmentsPage.vue"), meta: { person: true } },
      { path: "notices", component: () => import("./follow/NoticesPage.vue"), meta: { person: true } },
      { path: "me", component: () => import("./account/MinePage.vue"), meta: { person: true } },
      { path: "register", component: () => import("./account/RegisterPage.vue") },
      { path: "sign-in", component: () => import("./account/SignInResident.vue") },
      { path: "provider", component: () => import("./account/ProviderPage.vue") },
      { path: ":rest(.*)*", component: () => import("./MissingHere.vue") },
    ],
  },
  {
    path: "/verify",
    component: () => import("./PortalLayout.vue"),
    meta: { open: true, bare: true },
    children: [{ path: ":code?", component: () => import("./follow/VerifyPage.vue") }],
  },
];
