import { describe, expect, it } from "vitest";
import { Problem, problemOf, withQuery } from "../src/api/client";
import { intakeOf, quarantineOf } from "../src/intake/intake";
import { mapHref, mapWish } from "../src/map/links";
import { scaleBar } from "../src/map/picture";
import { rankOf } from "../src/shell/session";
import { targetOf } from "../src/shell/search-targets";
import { upOf } from "../src/shell/trail";

const hit = { kind: "point", id: "T1.R.007.CH4", name: "甲烷", detail: null, lon: 113, lat: 36, synthetic: true, href: null };

describe("A what the server says went wrong is shown in both languages", () => {
  it("A01 reads code, texts and what next", () => {
    const found = problemOf(409, { code: "acknowledged-already", zh: "已确认", en: "Done", nextZh: "刷新", nextEn: "Reload" });
    expect(found).toBeInstanceOf(Problem);
    expect([found.code, found.text.zh, found.next?.en]).toEqual(["acknowledged-already", "已确认", "Reload"]);
  });
  it("A02 has words of its own when the server has none", () => {
    expect(problemOf(403, null).text.zh).toContain("权限");
    expect(problemOf(500, null).code).toBe("http-500");
  });
  it("A03 leaves empty conditions out of an address", () =>
    expect(withQuery("/a", { q: "", n: 1, x: null })).toBe("/a?n=1"));
});

describe("B roles include the ones below", () => {
  it("B01 reads authorities with and without prefix", () => {
    expect(rankOf(["ROLE_OFFICER"])).toBe(rankOf(["OFFICER"]));
    expect(rankOf(["ROLE_ADMINISTRATOR"])).toBeGreaterThan(rankOf(["ROLE_ENGINEER"]));
    expect(rankOf(["ROLE_METRICS"])).toBe(-1);
  });
});

describe("C every hit of the search leads somewhere", () => {
  it("C01 opens points, tunnels and sections on their own pages", () => {
    expect(targetOf(hit)).toBe("/points/T1.R.007.CH4/trend");
    expect(targetOf({ ...hit, kind: "tunnel", id: "T1" })).toBe("/tunnels/T1");
    expect(targetOf({ ...hit, kind: "section", id: "T1.R.007" })).toBe("/tunnels/T1?section=T1.R.007");
  });
  it("C02 shows a village on the map", () =>
    expect(targetOf({ ...hit, kind: "place", id: "V1" })).toBe(mapHref({ lon: 113, lat: 36, zoom: 16 }, { layer: "places", id: "V1" })));
  it("C03 reads the map's own link back", () => {
    const query = Object.fromEntries(new URL(`http://x${mapHref({ lon: 113.5, lat: 36 }, { layer: "links", id: "a:b" })}`).searchParams);
    expect(mapWish(query)).toMatchObject({ at: [113.5, 36, 15], pick: { layer: "links", id: "a:b" } });
    expect(mapWish({ at: "here" }).at).toBeNull();
  });
});

describe("D Esc goes up one level", () => {
  it("D01 finds the nearest level above", () =>
    expect(upOf([{ label: "a", to: "/a" }, { label: "b" }, { label: "c" }])).toBe("/a"));
  it("D02 stays at the top", () => expect(upOf([{ label: "a", to: "/a" }])).toBeNull());
});

describe("E data in", () => {
  it("E01 reads totals, devices and errors", () => {
    const found = intakeOf({
      perSecond: 4, totals: { stored: 3, rejected: 1 },
      devices: [{ name: "d", perSecond: 2, stored: 5, lastAt: "2026-11-23T00:00:00Z" }],
      errors: [{ at_ms: 5, device: "d", point: "p", code: "not-your-point", zh: "不是", en: "no" }],
    });
    expect(found.totals).toEqual({ stored: 3, rejected: 1 });
    expect(found.devices[0]).toMatchObject({ name: "d", perSecond: 2, counts: { stored: 5 } });
    expect(found.devices[0]?.last_ms).toBe(Date.parse("2026-11-23T00:00:00Z"));
    expect(found.errors[0]?.code).toBe("not-your-point");
  });
  it("E02 reads an answer that says nothing as nothing", () =>
    expect(intakeOf(null)).toEqual({ perSecond: null, totals: {}, devices: [], errors: [] }));
  it("E03 reads the quarantine bare or as a page", () => {
    const row = { sentPoint: "AI_03", device: "d", count: 2, lastValue: 47.2 };
    expect(quarantineOf([row])).toEqual(quarantineOf({ items: [row] }));
    expect(quarantineOf([row])[0]).toMatchObject({ sentPoint: "AI_03", count: 2, sample: "47.2" });
  });
});

describe("F the picture of the map", () => {
  it("F01 draws a round length that fits", () => {
    expect(scaleBar(10, 140)).toEqual({ length_m: 1000, width_px: 100 });
    expect(scaleBar(3, 140)).toEqual({ length_m: 200, width_px: 200 / 3 });
  });
});
