import { computed, shallowRef } from "vue";
import { get } from "../../api/client";
import { nameOf, type Named } from "../../words/name";

export interface Division {
  code: string;
  /** In Chinese, as people may type it on any page. */
  chinese: string;
  name: string;
  /** With the township it lies in, since villages share names. */
  label: string;
}
interface Known extends Named {
  code: string;
}
interface Collection {
  features: { properties: { code: string; name: string; name_en?: string | null } }[];
}

const MOST = 2000;
const known = shallowRef<Known[]>([]);
let asking: Promise<void> | null = null;

/** Townships, villages and communities of the county, as the open map data has them. */
export function loadDivisions(): Promise<void> {
  asking ??= get<Collection>("/ogc/collections/divisions/items", { limit: MOST }).then(
    ({ features }) => {
      const seen = new Set<string>();
      known.value = features
        .map(({ properties: one }) => ({ code: one.code, name: one.name, nameEn: one.name_en }))
        .filter((one) => /^\d{6}(\d{3}(\d{3})?)?$/.test(one.code) && !seen.has(one.code) && seen.add(one.code));
    },
    () => {
      asking = null;
    },
  );
  return asking;
}

/** 新庄 and 辛庄 are both spelled Xinzhuang: where two would read alike, the characters tell them apart. */
export const divisions = computed<Division[]>(() => {
  const byCode = new Map(known.value.map((one) => [one.code, one]));
  const labelled = known.value.map((one) => {
    const town = one.code.length === 12 ? byCode.get(one.code.slice(0, 9)) ?? byCode.get(`${one.code.slice(0, 9)}000`) : undefined;
    const name = nameOf(one);
    return { code: one.code, chinese: one.name, name, label: town && town.name !== one.name ? `${name}（${nameOf(town)}）` : name };
  });
  const times = new Map<string, number>();
  for (const { label } of labelled) times.set(label, (times.get(label) ?? 0) + 1);
  return labelled.map((one) => ((times.get(one.label) ?? 0) > 1 ? { ...one, label: `${one.label} ${one.chinese}` } : one));
});

export const divisionOf = (code: string): string => divisions.value.find((one) => one.code === code)?.label ?? "";
