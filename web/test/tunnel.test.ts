import { describe, expect, it } from "vitest";
import type { PointNow, Tunnel, TunnelSection } from "../src/api/types";
import { chainageOf, LEAST_CELL_px, layOut, marks, neighbour, scaleFor, stripPoints, strips, worstPoint } from "../src/tunnel/layout";

const point = (id: string, quantity: string): PointNow => ({
  id, name: id, utility: "tunnel", quantity, unit: "", valueKind: "number", states: null, value: 1, time_ms: 0,
  received_ms: 0, quality: "good", stale: false, synthetic: true, limitLow: null, limitHigh: null, alarm: null,
  lon: null, lat: null, chainage_m: null, expectedInterval_s: 10,
});

const section = (c: string, n: number, from: number, to: number): TunnelSection => ({
  id: `T1.${c}.${n}`, number: n, fromChainage_m: from, toChainage_m: to, equipment: [], alarms: [0, 0, 0, 0],
  points: [point(`T1.${c}.${n}.TEMP`, "temperature"), point(`T1.${c}.${n}.O2`, "oxygen"), point(`T1.${c}.${n}.CH4`, "methane")],
});

const tunnel: Tunnel = {
  id: "T1", name: "T1", length_m: 1000,
  compartments: [
    { id: "T1.G", name: "综合舱", kind: "general", lines: [], sections: [section("G", 2, 200, 600), section("G", 1, 0, 200), section("G", 3, 600, 1000)] },
    { id: "T1.R", name: "燃气舱", kind: "gas", lines: [], sections: [section("R", 1, 0, 500), section("R", 2, 500, 1000)] },
  ],
};

describe("A cells lie along the chainage", () => {
  it("A01 fills the window with the whole tunnel", () => expect(scaleFor(tunnel, 2000, 1)).toBe(2));
  it("A02 never makes a section too small to hit", () => {
    const scale = scaleFor(tunnel, 50, 1);
    for (const row of layOut(tunnel, scale)) for (const cell of row.cells) expect(cell.width_px).toBeGreaterThanOrEqual(LEAST_CELL_px);
  });
  it("A03 sorts sections by chainage and joins them without a gap", () => {
    const cells = layOut(tunnel, 0.5)[0]?.cells ?? [];
    expect(cells.map((cell) => [cell.section.number, cell.left_px, cell.width_px])).toEqual([[1, 0, 100], [2, 100, 200], [3, 300, 200]]);
  });
  it("A04 marks round distances, far enough apart", () => {
    expect(marks(1000, 0.5)).toEqual([0, 200, 400, 600, 800, 1000]);
    expect(marks(1000, 10)).toContain(10);
  });
});

describe("B the arrow keys walk the drawing", () => {
  const rows = layOut(tunnel, 1);
  it("B01 goes along the compartment and stops at its end", () => {
    expect(neighbour(rows, "T1.G.1", 1, 0)).toBe("T1.G.2");
    expect(neighbour(rows, "T1.G.3", 1, 0)).toBeNull();
  });
  it("B02 goes to the section that lies below", () => {
    expect(neighbour(rows, "T1.G.2", 0, 1)).toBe("T1.R.1");
    expect(neighbour(rows, "T1.G.3", 0, 1)).toBe("T1.R.2");
    expect(neighbour(rows, "T1.R.2", 0, 1)).toBeNull();
  });
});

describe("C every cell shows the same lines of numbers", () => {
  const found = strips(tunnel.compartments[0]!);
  it("C01 puts what can kill first", () => expect(found.map((strip) => strip.quantity)).toEqual(["methane", "oxygen", "temperature"]));
  it("C02 finds the point of a section for a line", () =>
    expect(stripPoints(tunnel.compartments[0]!.sections[0]!, found[0]!).map((p) => p.id)).toEqual(["T1.G.2.CH4"]));
  it("C03 shows the worst of several on one line", () => {
    const several = [1, 2, 3].map((n) => ({ ...point(`CH4-${n}`, "methane"), limitHigh: 1, value: n === 2 ? 1.3 : 0.1 }));
    expect(worstPoint(several, (p) => p.value)?.id).toBe("CH4-2");
    expect(worstPoint([], () => 0)).toBeNull();
  });
});

describe("D chainage as people write it", () => {
  it("D01 reads metres and K-notation", () => expect(["1250", "K1+250", " k0 + 50.5 "].map(chainageOf)).toEqual([1250, 1250, 50.5]));
  it("D02 refuses anything else", () => expect(["", "K1", "far"].map(chainageOf)).toEqual([null, null, null]));
});
