import type { Map as MapLibre } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { metresPerPixel, scaleBar } from "../src/map/picture";

const mapAt = (lat: number, zoom: number) => ({ getCenter: () => ({ lat, lng: 113 }), getZoom: () => zoom }) as unknown as MapLibre;

describe("A the scale on a picture", () => {
  it("A01 is a round length that fits", () => {
    expect(scaleBar(1, 140)).toEqual({ length_m: 100, width_px: 100 });
    expect(scaleBar(30, 140)).toEqual({ length_m: 2000, width_px: 2000 / 30 });
    expect(scaleBar(0.4, 140).length_m).toBe(50);
  });
  it("A02 never is wider than asked, and never under a third of it", () => {
    for (let metres = 0.01; metres < 100_000; metres *= 1.37) {
      const bar = scaleBar(metres, 140);
      expect(bar.width_px).toBeLessThanOrEqual(140);
      expect(bar.width_px).toBeGreaterThan(140 / 3);
    }
  });
  it("A03 knows what a pixel is: at zoom 0 the equator is 512 pixels long, at 60° north half as much ground", () => {
    expect(metresPerPixel(mapAt(0, 0))).toBeCloseTo(40_075_016.686 / 512, 3);
    expect(metresPerPixel(mapAt(60, 0))).toBeCloseTo(40_075_016.686 / 1024, 3);
    expect(metresPerPixel(mapAt(0, 10))).toBeCloseTo(40_075_016.686 / 512 / 1024, 6);
  });
});
