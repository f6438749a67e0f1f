import { shallowRef } from "vue";
import { get } from "../api/client";
import type { CountyInfo } from "../api/types";

/** The county this server runs; null until it said. */
export const county = shallowRef<CountyInfo | null>(null);

let asked: Promise<CountyInfo> | null = null;

export function loadCounty(): Promise<CountyInfo> {
  asked ??= get<CountyInfo>("/api/v1/county").then(
    (found) => (county.value = found),
    (error: unknown) => {
      asked = null;
      throw error;
    },
  );
  return asked;
}
