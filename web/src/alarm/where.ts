import type { Alarm } from "../api/types";
import { mapHref } from "../map/links";
import { pointPage } from "../point/links";
import { nameOf } from "../words/name";

export const pointName = (alarm: Alarm): string => nameOf({ name: alarm.pointName, nameEn: alarm.pointNameEn });

/** What the alarm stands on, as a name of the county's data. */
export function placeOf(alarm: Alarm): { name: string; en: string | null | undefined } {
  return alarm.where?.text
    ? { name: alarm.where.text, en: alarm.where.textEn }
    : { name: alarm.pointName, en: alarm.pointNameEn };
}

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
