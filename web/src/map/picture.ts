import type { Map as MapLibre } from "maplibre-gl";

export interface PictureWords {
  title: string;
  date: string;
  source: string;
  synthetic: string | null;
}

/** A round length that fits `widest_px` at this scale, and how wide it is drawn. */
export function scaleBar(metresPerPixel: number, widest_px: number): { length_m: number; width_px: number } {
  const most = metresPerPixel * widest_px;
  const power = 10 ** Math.floor(Math.log10(most));
  const length_m = ([5, 2, 1].find((n) => n * power <= most) ?? 1) * power;
  return { length_m, width_px: length_m / metresPerPixel };
}

/** What one pixel of the map is on the ground, at its middle. */
export function metresPerPixel(map: MapLibre): number {
  const { lat } = map.getCenter();
  return (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom());
}

/** The map as a PNG with title, scale, date, source and, where it applies, the synthetic mark. */
export async function pictureOf(map: MapLibre, words: PictureWords): Promise<Blob> {
  const shot = await new Promise<HTMLCanvasElement>((resolve) => {
    map.once("render", () => {
      const source = map.getCanvas();
      const copy = document.createElement("canvas");
      copy.width = source.width;
      copy.height = source.height;
      copy.getContext("2d")?.drawImage(source, 0, 0);
      resolve(copy);
    });
    map.triggerRepaint();
  });
  const ratio = shot.width / map.getContainer().clientWidth;
  const foot = 54 * ratio;
  const sheet = document.createElement("canvas");
  sheet.width = shot.width;
  sheet.height = shot.height + foot;
  const g = sheet.getContext("2d");
  if (!g) throw new Error("no canvas");
  g.fillStyle = "#ffffff";
  g.fillRect(0, 0, sheet.width, sheet.height);
  g.drawImage(shot, 0, 0);
  g.translate(0, shot.height);
  g.scale(ratio, ratio);
  g.fillStyle = "#111111";
  g.font = "600 14px sans-serif";
  g.fillText(words.title, 12, 20);
  g.font = "12px sans-serif";
  g.fillText(`${words.date} · ${words.source}`, 12, 40);
  const wide = sheet.width / ratio;
  const bar = scaleBar(metresPerPixel(map), 140);
  const left = wide - bar.width_px - 16;
  g.fillRect(left, 28, bar.width_px, 2);
  g.fillRect(left, 22, 2, 8);
  g.fillRect(left + bar.width_px - 2, 22, 2, 8);
  const said = bar.length_m >= 1000 ? `${bar.length_m / 1000} km` : `${bar.length_m} m`;
  g.fillText(said, left, 16);
  if (words.synthetic) {
    g.font = "700 13px sans-serif";
    const width = g.measureText(words.synthetic).width;
    g.strokeRect(left - width - 40, 12, width + 16, 24);
    g.fillText(words.synthetic, left - width - 32, 29);
  }
  return new Promise((resolve, reject) => {
    sheet.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}
