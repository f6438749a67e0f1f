import { beforeEach, describe, expect, it } from "vitest";
import type { Alarm, Priority } from "../src/api/types";
import { byUrgency, currentAlarms, currentCounts, takeAlarm, unacknowledgedCounts } from "../src/alarm/desk";
import { matches } from "../src/alarm/list";
import { alarmMapHref, pointHref, sectionHref } from "../src/alarm/where";

const alarm = (id: number, priority: Priority, more: Partial<Alarm> = {}): Alarm => ({
  id, point: `T1.R.00${id}.CH4`, pointName: "甲烷", utility: "tunnel", rule: "tunnel.ch4/high", kind: "high", priority,
  state: "unacknowledged-active", raisedAt_ms: id * 1000, returnedAt_ms: null, acknowledgedAt_ms: null,
  acknowledgedBy: null, comment: null, value: 1, limit: 0.5, unit: "%", name: { zh: "甲烷高", en: "Methane high" },
  cause: null, consequence: null, response: null, clause: null, synthetic: true,
  where: { text: "太行街", tunnelId: "T1", sectionId: "T1.R.001", chainage_m: 100, lon: 113, lat: 36 }, ...more,
});

const ANY = { state: "active" as const, priority: "", utility: "", q: "" };

beforeEach(() => {
  for (const one of currentAlarms.value) takeAlarm({ ...one, state: "normal" });
});

describe("A the desk keeps what is not over", () => {
  it("A01 counts by priority, unacknowledged apart", () => {
    takeAlarm(alarm(1, 1));
    takeAlarm(alarm(2, 2, { state: "acknowledged-active" }));
    expect(currentCounts.value).toEqual([1, 1, 0, 0]);
    expect(unacknowledgedCounts.value).toEqual([1, 0, 0, 0]);
  });
  it("A02 drops an alarm that returned and was acknowledged", () => {
    takeAlarm(alarm(1, 1));
    takeAlarm(alarm(1, 1, { state: "normal" }));
    expect(currentAlarms.value).toEqual([]);
  });
  it("A03 keeps one that returned but nobody acknowledged", () => {
    takeAlarm(alarm(1, 1, { state: "unacknowledged-returned" }));
    expect(currentAlarms.value).toHaveLength(1);
  });
});

describe("B worst first", () => {
  it("B01 puts priority before acknowledgement before age", () => {
    const list = [alarm(1, 3), alarm(2, 1, { state: "acknowledged-active" }), alarm(3, 1), alarm(4, 1)];
    expect(list.sort(byUrgency).map((one) => one.id)).toEqual([4, 3, 2, 1]);
  });
});

describe("C the filter", () => {
  it("C01 finds text in any language, name, place and id", () => {
    for (const q of ["methane", "甲烷高", "太行", "t1.r.001"]) expect(matches(alarm(1, 1), { ...ANY, q })).toBe(true);
    expect(matches(alarm(1, 1), { ...ANY, q: "heat" })).toBe(false);
  });
  it("C02 tells acknowledged from unacknowledged", () => {
    const seen = alarm(1, 1, { state: "acknowledged-active" });
    expect(matches(seen, { ...ANY, state: "unacknowledged" })).toBe(false);
    expect(matches(seen, ANY)).toBe(true);
  });
  it("C03 narrows by priority and utility", () => {
    expect(matches(alarm(1, 2), { ...ANY, priority: "1" })).toBe(false);
    expect(matches(alarm(1, 2), { ...ANY, utility: "heat" })).toBe(false);
    expect(matches(alarm(1, 2), { ...ANY, priority: "2", utility: "tunnel" })).toBe(true);
  });
});

describe("D one click from an alarm", () => {
  it("D01 leads to its point, section and place", () => {
    expect(pointHref(alarm(1, 1))).toBe("/points/T1.R.001.CH4/trend");
    expect(sectionHref(alarm(1, 1))).toBe("/tunnels/T1?section=T1.R.001");
    expect(alarmMapHref(alarm(1, 1))).toBe("/overview?at=113.00000%2C36.00000%2C16&pick=points%3AT1.R.001.CH4");
  });
  it("D02 offers no section outside tunnels and no map without a place", () => {
    const bare = alarm(1, 1, { where: { text: "", tunnelId: null, sectionId: null, chainage_m: null, lon: null, lat: null } });
    expect(sectionHref(bare)).toBeNull();
    expect(alarmMapHref(bare)).toBeNull();
  });
});
