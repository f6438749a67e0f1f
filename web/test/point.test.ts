import { describe, expect, it } from "vitest";
import type { PointNow } from "../src/api/types";
import { bandOf } from "../src/point/band";
import { isStale } from "../src/point/shown";
import { keep, pan, YEAR_ms, zoomAbout } from "../src/point/span";
import { sparkPath } from "../src/point/spark";
import { series } from "../src/point/trend-option";

const point = (more: Partial<PointNow> = {}): PointNow => ({
  id: "P", name: "P", utility: "tunnel", quantity: "temperature", unit: "°C", valueKind: "number", states: null,
  value: 21, time_ms: 0, received_ms: 0, quality: "good", stale: false, synthetic: true, limitLow: null,
  limitHigh: null, alarm: null, lon: null, lat: null, chainage_m: null, expectedInterval_s: 10, ...more,
});

describe("A a value grows stale", () => {
  it("A01 is fresh within three expected intervals", () => expect(isStale(point(), 29_000, true, true)).toBe(false));
  it("A02 is stale beyond them, even while the server has not said so", () =>
    expect(isStale(point(), 31_000, true, true)).toBe(true));
  it("A03 waits longer for a point that reports seldom", () =>
    expect(isStale(point({ expectedInterval_s: 900 }), 1_800_000, false, true)).toBe(false));
  it("A04 believes the server where no interval is known", () => {
    expect(isStale(point({ expectedInterval_s: 0, stale: true }), 1, false, true)).toBe(true);
    expect(isStale(point({ expectedInterval_s: 0, stale: true }), 1, true, true)).toBe(false);
  });
  it("A05 is stale when nothing ever came", () => expect(isStale(point(), null, false, true)).toBe(true));
});

describe("B the band shows a value between its limits", () => {
  it("B01 is absent without limits", () => expect(bandOf(1, null, null, 100)).toBeNull());
  it("B02 puts the middle in the middle", () => expect(bandOf(20, 10, 30, 100)?.at_px).toBe(50));
  it("B03 sticks to the end far beyond", () => {
    expect(bandOf(1e6, 10, 30, 100)?.at_px).toBe(100);
    expect(bandOf(-1e6, 10, 30, 100)?.at_px).toBe(0);
  });
  it("B04 opens to the side that has no limit", () => {
    const band = bandOf(0.1, null, 0.5, 100);
    expect(band?.from_px).toBe(0);
    expect(band?.to_px).toBeLessThan(100);
  });
});

describe("C a gap is a gap", () => {
  const segments: [number, number, number, number, number][][] = [
    [[0, 1, 3, 2, 1], [10, 2, 4, 3, 1]],
    [[50, 5, 5, 5, 0]],
  ];
  it("C01 lifts the pen between segments of a spark", () => {
    const spark = sparkPath(segments, 0, 100, 100, 20);
    expect(spark?.path.match(/M/g)).toHaveLength(2);
    expect(spark?.low).toBe(2);
    expect(spark?.high).toBe(5);
  });
  it("C02 draws nothing where there is nothing", () => expect(sparkPath([[]], 0, 1, 10, 10)).toBeNull());
  it("C03 breaks the line of a trend and marks the bad", () => {
    const drawn = series({ source: "raw", segments });
    expect(drawn.mean).toEqual([[0, 2], [10, 3], [49, null], [50, 5]]);
    expect(drawn.span[0]).toEqual([0, 2]);
    expect(drawn.bad).toEqual([[50, 5]]);
  });
});

describe("D zooming from a year to a second", () => {
  it("D01 keeps the instant under the pointer where it is", () => {
    const span = zoomAbout({ from_ms: 0, to_ms: 100_000 }, 25_000, 0.5);
    expect(span).toEqual({ from_ms: 12_500, to_ms: 62_500 });
  });
  it("D02 stops at one second", () => {
    const span = zoomAbout({ from_ms: 0, to_ms: 1_500 }, 0, 0.1);
    expect(span.to_ms - span.from_ms).toBe(1000);
  });
  it("D03 stops at two years", () => {
    const span = keep({ from_ms: -10 * YEAR_ms, to_ms: 10 * YEAR_ms });
    expect(span.to_ms - span.from_ms).toBe(2 * YEAR_ms);
  });
  it("D04 pans without changing the length", () => expect(pan({ from_ms: 5, to_ms: 15 }, -5)).toEqual({ from_ms: 0, to_ms: 10 }));
});
