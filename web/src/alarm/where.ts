import type { Alarm } from "../api/types";
import { mapHref } from "../map/links";
import { pointPage } from "../point/links";

export const pointHref = (alarm: Alarm): string => pointPage(alarm.point);

/** The section the alarm stands in, opened in its tunnel; null for alarms outside tunnels. */
export function sectionHref(alarm: Alarm): string | null {
  const where = alarm.where;
  if (!where?.tunnelId) return null;
  const section = where.sectionId ? `?section=${encodeURIComponent(where.sectionId)}` : "";
  return `/tunnels/${encodeURIComponent(where.tunnelId)}${section}`;
}

export function alarmMapHref(alarm: Alarm): string | null {
  const where = alarm.where;
  if (!where || where.lon === null || where.lat === null) return null;
  return mapHref({ lon: where.lon, lat: where.lat, zoom: 16 }, { layer: "points", id: alarm.point });
}
