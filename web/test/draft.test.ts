import { describe, expect, it } from "vitest";
import { length_m, readPositions, writePositions } from "../src/works/draft";

describe("a trench as text", () => {
  it("reads what it wrote", () => {
    const positions: [number, number][] = [[113.05, 36.05], [113.0512, 36.0507]];
    expect(readPositions(writePositions(positions))).toEqual({ positions, wrong: [] });
  });

  it("takes Chinese commas and names the lines that are no position", () => {
    expect(readPositions("113.05，36.05\n\nabc\n200, 36")).toEqual({ positions: [[113.05, 36.05]], wrong: [3, 4] });
  });

  it("measures a thousandth of a degree of latitude as 111 m", () => {
    expect(length_m([[113, 36], [113, 36.001]])).toBeCloseTo(111.2, 1);
  });
});
