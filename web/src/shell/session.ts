import { computed, shallowRef, watch } from "vue";
import { ask, get, onSignedOut, Problem, put, remove } from "../api/client";
import type { Session } from "../api/types";

/** Who is signed in; null when nobody is; undefined until the server said. */
export const session = shallowRef<Session | null | undefined>(undefined);

const RANK = ["VIEWER", "OFFICER", "ENGINEER", "ADMINISTRATOR"] as const;
export type Rank = (typeof RANK)[number];

export function rankOf(roles: readonly string[]): number {
  return Math.max(-1, ...roles.map((role) => RANK.indexOf(role.replace(/^ROLE_/, "") as Rank)));
}

/** Whether the one signed in has this role or a higher one. */
export function may(rank: Rank): boolean {
  return rankOf(session.value?.roles ?? []) >= RANK.indexOf(rank);
}

const DESK = ["CLERK", "REVIEWER", "APPROVER", "SUPERVISOR", "DESIGNER", "PRIVACY"] as const;
export type Desk = (typeof DESK)[number];

/** The desk of serve somebody sits at; null for everybody else. Nobody has two. */
export function deskOf(who: Pick<Session, "roles"> | null | undefined): Desk | null {
  return DESK.find((one) => who?.roles.some((role) => role.replace(/^ROLE_/, "") === one)) ?? null;
}

const LANDING: Record<Desk, string> = {
  CLERK: "/desk",
  REVIEWER: "/desk",
  APPROVER: "/desk",
  SUPERVISOR: "/supervision",
  DESIGNER: "/designer",
  PRIVACY: "/privacy",
};

/** Where work begins. */
export function landingOf(who: Pick<Session, "roles"> | null | undefined): string {
  const desk = deskOf(who);
  if (who && isPortalOnly(who)) return who.roles.some((role) => /HELPER$/.test(role)) ? "/village" : "/home";
  return desk ? LANDING[desk] : "/overview";
}

/** Residents and village helpers have the portal and nothing of the console. */
export function isPortalOnly(who: Pick<Session, "roles">): boolean {
  return who.roles.some((role) => /^(ROLE_)?(RESIDENT|HELPER)$/.test(role)) && rankOf(who.roles) < 0;
}

export const highestRole = computed<Rank | null>(() => RANK[rankOf(session.value?.roles ?? [])] ?? null);

const SEEN = "ronghe.signed-in";

/** Whether this browser was signed in when last heard of; a stranger's page need not ask the server. */
export const wasSignedIn = (): boolean => localStorage.getItem(SEEN) !== null;

watch(session, (now) => {
  if (now) localStorage.setItem(SEEN, "1");
  else if (now === null) localStorage.removeItem(SEEN);
});

export async function findSession(): Promise<Session | null> {
  if (session.value !== undefined) return session.value;
  try {
    session.value = (await ask<Session | null>("/api/v1/session", { quiet401: true })) ?? null;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) session.value = null;
    else throw error;
  }
  return session.value ?? null;
}

/** @param code of the authenticator app or a recovery code, where the account asks for one */
export async function signIn(user: string, password: string, code?: string): Promise<Session> {
  const made = await ask<Session>("/api/v1/session", {
    method: "POST",
    body: { user, password, ...(code ? { code } : {}) },
    quiet401: true,
  });
  session.value = made;
  return made;
}

/** Changes the password and asks again who is signed in, since the change lifts `mustChangePassword`. */
export async function changePassword(old: string, fresh: string): Promise<void> {
  await put("/api/v1/session/password", { old, new: fresh });
  await refreshSession();
}

/** Asks again who is signed in and what still stands before them. */
export async function refreshSession(): Promise<void> {
  session.value = await get<Session>("/api/v1/session");
}

/** Something only the sign-in page can do comes before every other page. */
export const isHeld = (who: Session): boolean => who.mustChangePassword || (who.mustEnrolTotp ?? false);

export async function signOut(): Promise<void> {
  await remove("/api/v1/session");
  session.value = null;
}

onSignedOut(() => {
  session.value = null;
});

