import { computed, ref, shallowRef, watch } from "vue";
import type { Text } from "../api/types";
import { say } from "../i18n";
import { session } from "../shell/session";
import { departments, me, notices, type Me } from "./api";

/** The roles of session, without prefix. */
export const roles = computed(() => (session.value?.roles ?? []).map((role) => role.replace(/^ROLE_/, "")));
export const isResident = computed(() => roles.value.includes("RESIDENT"));

/** The resident signed in, as far as the account tells; null for staff and strangers. */
export const person = shallowRef<Me | null>(null);
export const unread = ref(0);

export async function loadPerson(): Promise<Me | null> {
  if (!isResident.value) return null;
  person.value ??= await me();
  return person.value;
}

export async function countUnread(): Promise<void> {
  if (!isResident.value) return;
  unread.value = (await notices()).filter((one) => one.readAt === null).length;
}

watch(session, (now) => {
  if (!now || now.user !== person.value?.user) person.value = null;
  if (!now) unread.value = 0;
});

const names = shallowRef<Record<string, Text>>({});
let asking: Promise<void> | null = null;

export function loadDepartments(): Promise<void> {
  asking ??= departments().then(
    (found) => {
      names.value = found;
    },
    () => {
      asking = null;
    },
  );
  return asking;
}

export const departmentName = (code: string): string => say(names.value[code] ?? code);
