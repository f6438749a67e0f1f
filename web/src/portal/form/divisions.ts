import { shallowRef } from "vue";
import { get } from "../../api/client";

export interface Division {
  code: string;
  name: string;
  /** With the township it lies in, since villages share names. */
  label: string;
}
interface Collection {
  features: { properties: { code: string; name: string; level?: string } }[];
}

const MOST = 2000;
export const divisions = shallowRef<Division[]>([]);
let asking: Promise<void> | null = null;

/** Townships, villages and communities of the county, as the open map data has them. */
export function loadDivisions(): Promise<void> {
  asking ??= get<Collection>("/ogc/collections/divisions/items", { limit: MOST }).then(
    ({ features }) => {
      const known = features.map((one) => one.properties).filter((one) => /^\d{6}(\d{3}(\d{3})?)?$/.test(one.code));
      const names = new Map(known.map((one) => [one.code, one.name]));
      const seen = new Set<string>();
      divisions.value = known
        .filter((one) => !seen.has(one.code) && seen.add(one.code))
        .map(({ code, name }) => {
          const town = code.length === 12 ? names.get(code.slice(0, 9)) ?? names.get(`${code.slice(0, 9)}000`) : undefined;
          return { code, name, label: town && town !== name ? `${name}（${town}）` : name };
        });
    },
    () => {
      asking = null;
    },
  );
  return asking;
}

export const divisionOf = (code: string): string => divisions.value.find((one) => one.code === code)?.label ?? "";
