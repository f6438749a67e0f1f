import { shallowRef } from "vue";
import type { Text } from "../../api/types";
import { say } from "../../i18n";
import { find, service, type Row, type Story } from "../api";

const subjects = shallowRef<Map<string, Text>>(new Map());
let asking: Promise<void> | null = null;

/** Names of services and bundles in both languages; a case itself keeps the Chinese one it was filed under. */
export function loadCaseNames(): Promise<void> {
  asking ??= find({}, new AbortController().signal).then(
    (found) => {
      subjects.value = new Map(found.map((one) => [`${one.kind}/${one.id}`, one.name]));
    },
    () => {
      asking = null;
    },
  );
  return asking;
}

export function caseName(row: Pick<Row, "name" | "bundle" | "service">): string {
  const known = subjects.value.get(row.service ? `service/${row.service}` : `bundle/${row.bundle}`);
  return known ? say(known) : row.name;
}

/** Names of the materials and fees of these cases by id; what cannot be asked now stays out. */
export async function paperNames(stories: readonly Story[]): Promise<Record<string, Text>> {
  const ids = new Set(stories.flatMap((one) => (one.service ? [one.service.replace(/@.*/, "")] : [])));
  const found = await Promise.all([...ids].map((id) => service(id).catch(() => null)));
  return Object.fromEntries(found.flatMap((one) => (one ? [...one.materials, ...one.fees].map((m) => [m.id, m.name] as const) : [])));
}
