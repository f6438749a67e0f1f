import type { SearchHit } from "../api/types";
import { words } from "../i18n";
import { mapHref } from "../map/links";
import { pointPage } from "../point/links";
import type { PickLayer } from "../map/words";

const kinds = words({
  zh: {
    division: "区划", place: "地点", facility: "设施", tunnel: "管廊", section: "防火分区", link: "管段", node: "节点",
    line: "线路", point: "测点", road: "道路", equipment: "设备", page: "页面",
  },
  en: {
    division: "Division", place: "Place", facility: "Facility", tunnel: "Tunnel", section: "Section", link: "Link",
    node: "Node", line: "Line", point: "Point", road: "Road", equipment: "Equipment", page: "Page",
  },
});

export const kindWord = (kind: string): string => (kinds as Record<string, string>)[kind.toLowerCase()] ?? kind;

const LAYERS: Record<string, PickLayer> = {
  division: "divisions", place: "places", facility: "facilities", link: "links", node: "nodes", tunnel: "tunnels",
};

/** Tunnel sections are called `<tunnel>.<compartment>.<number>`. */
export const tunnelOfSection = (section: string): string => section.split(".")[0] ?? section;

/** Where a hit leads: its own page when it has one, else the map with it chosen. */
export function targetOf(hit: SearchHit): string {
  const kind = hit.kind.toLowerCase();
  const id = encodeURIComponent(hit.id);
  if (kind === "point") return pointPage(hit.id);
  if (kind === "tunnel") return `/tunnels/${id}`;
  if (kind === "section") return `/tunnels/${encodeURIComponent(tunnelOfSection(hit.id))}?section=${id}`;
  if (kind === "line") return `/lines?q=${encodeURIComponent(hit.name)}`;
  if (hit.lon !== null && hit.lat !== null) {
    const layer = LAYERS[kind];
    const zoom = kind === "division" ? 12.5 : 16;
    return mapHref({ lon: hit.lon, lat: hit.lat, zoom }, layer ? { layer, id: hit.id } : undefined);
  }
  return hit.href?.startsWith("/") ? hit.href : "/overview";
}
