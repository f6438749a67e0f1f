import { pointPage } from "../point/links";
import type { Pick, PickLayer } from "./words";

/** The map, opened at a place with something chosen: any list can send its rows here. */
export function mapHref(at: { lon: number; lat: number; zoom?: number }, pick?: { layer: PickLayer; id: string }): string {
  const query = new URLSearchParams({ at: `${at.lon.toFixed(5)},${at.lat.toFixed(5)},${at.zoom ?? 15}` });
  if (pick) query.set("pick", `${pick.layer}:${pick.id}`);
  return `/overview?${query.toString()}`;
}

export const boxHref = (bbox: readonly number[]): string => `/overview?box=${bbox.map((n) => n.toFixed(5)).join(",")}`;

/** The page that shows a thing of the map on its own, when it has one. */
export function pageOf(pick: { layer: string; id: string }): string | null {
  if (pick.layer === "points") return pointPage(pick.id);
  if (pick.layer === "tunnels") return `/tunnels/${encodeURIComponent(pick.id)}`;
  return null;
}

function numbers(text: unknown, count: number): number[] | null {
  if (typeof text !== "string") return null;
  const found = text.split(",").map(Number);
  return found.length === count && found.every(Number.isFinite) ? found : null;
}

export interface MapWish {
  at: [number, number, number] | null;
  box: [number, number, number, number] | null;
  pick: Pick | null;
}

/** What a link asked the map to show. */
export function mapWish(query: Record<string, unknown>): MapWish {
  const at = numbers(query["at"], 3) as MapWish["at"];
  const pick = typeof query["pick"] === "string" ? /^([a-z]+):(.+)$/.exec(query["pick"]) : null;
  return {
    at,
    box: numbers(query["box"], 4) as MapWish["box"],
    pick: pick
      ? {
          layer: pick[1] as PickLayer,
          id: pick[2] ?? "",
          name: null,
          utility: null,
          lon: at?.[0] ?? null,
          lat: at?.[1] ?? null,
        }
      : null,
  };
}
