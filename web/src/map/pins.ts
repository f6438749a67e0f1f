import type { Alarm, Priority } from "../api/types";
import type { Palette } from "./style";

const SIZE = 26;
const INK_ON = ["--p1-ink", "--p2-ink", "--p3-ink", "--p4-ink"];

/** The mark of a priority as pixels: the same shape, colour and digit as {@link AlarmMark}. */
export function pinImage(priority: Priority, outlined: boolean, p: Palette): ImageData {
  const ratio = 2;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIZE * ratio;
  const g = canvas.getContext("2d", { willReadFrequently: true });
  if (!g) return new ImageData(SIZE * ratio, SIZE * ratio);
  g.scale(ratio, ratio);
  const colour = p.priority[priority - 1] ?? p.ink;
  g.beginPath();
  if (priority === 1) g.rect(3, 3, 20, 20);
  else if (priority === 2) { g.moveTo(13, 1.5); g.lineTo(25, 23.5); g.lineTo(1, 23.5); g.closePath(); }
  else if (priority === 3) { g.moveTo(13, 1); g.lineTo(25, 13); g.lineTo(13, 25); g.lineTo(1, 13); g.closePath(); }
  else g.arc(13, 13, 11, 0, Math.PI * 2);
  g.lineWidth = 4;
  g.strokeStyle = p.halo;
  g.stroke();
  g.fillStyle = outlined ? p.surface : colour;
  g.fill();
  g.lineWidth = outlined ? 2.5 : 1;
  g.strokeStyle = outlined ? colour : p.ink;
  g.stroke();
  const css = getComputedStyle(document.documentElement);
  g.fillStyle = outlined ? p.ink : css.getPropertyValue(INK_ON[priority - 1] ?? "--ink").trim();
  g.font = "700 13px sans-serif";
  g.textAlign = "center";
  g.textBaseline = "middle";
  g.fillText(String(priority), 13, priority === 2 ? 17 : 13.7);
  return g.getImageData(0, 0, SIZE * ratio, SIZE * ratio);
}

export const pinName = (priority: Priority, outlined: boolean): string => `alarm-${priority}${outlined ? "-out" : ""}`;

/** Alarms that have a place, as GeoJSON. */
export function pinFeatures(alarms: readonly Alarm[]): GeoJSON.FeatureCollection {
  const features: GeoJSON.Feature[] = [];
  for (const alarm of alarms) {
    const where = alarm.where;
    if (!where || where.lon === null || where.lat === null) continue;
    features.push({
      type: "Feature",
      geometry: { type: "Point", coordinates: [where.lon, where.lat] },
      properties: {
        id: String(alarm.id),
        priority: alarm.priority,
        blink: alarm.state === "unacknowledged-active",
        icon: pinName(alarm.priority, alarm.state === "unacknowledged-returned"),
      },
    });
  }
  return { type: "FeatureCollection", features };
}
