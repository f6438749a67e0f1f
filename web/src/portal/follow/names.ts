import type { Text } from "../../api/types";
import { service, type Story } from "../api";

/** Names of the materials of these cases by id; what cannot be asked now stays out. */
export async function materialNames(stories: readonly Story[]): Promise<Record<string, Text>> {
  const ids = new Set(stories.flatMap((one) => (one.service ? [one.service.replace(/@.*/, "")] : [])));
  const found = await Promise.all([...ids].map((id) => service(id).catch(() => null)));
  return Object.fromEntries(found.flatMap((one) => (one ? one.materials.map((m) => [m.id, m.name] as const) : [])));
}
