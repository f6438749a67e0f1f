import { afterEach, describe, expect, it } from "vitest";
import { language, say } from "../src/i18n";
import { chainageText, compactText, lengthText, numberText, percentText, valueText } from "../src/words/number";
import { durationText, fullTimeText, instantOf, timeText } from "../src/words/time";

const NOON = Date.parse("2026-11-23T04:00:00Z");

afterEach(() => {
  language.value = "zh";
});

describe("A times stand on the county's clock", () => {
  it("A01 shows only the time today", () => expect(timeText(NOON, NOON + 1000)).toBe("12:00:00"));
  it("A02 adds the day when it is not today, by the county's midnight", () => {
    const lateEvening = Date.parse("2026-11-23T15:59:59Z");
    expect(timeText(NOON, lateEvening)).toBe("12:00:00");
    expect(timeText(NOON, lateEvening + 1000)).toBe("11-23 12:00:00");
  });
  it("A03 adds the year when it is another one", () =>
    expect(timeText(Date.parse("2025-01-01T00:00:00Z"), NOON)).toBe("2025-01-01 08:00:00"));
  it("A04 reads a wall clock back as the same instant", () => {
    expect(fullTimeText(NOON)).toBe("2026-11-23 12:00:00");
    expect(instantOf("2026-11-23T12:00")).toBe(NOON);
    expect(instantOf("2026-11-23T12:00:07")).toBe(NOON + 7000);
    expect(instantOf("soon")).toBeNull();
  });
  it("A05 says a dash for a time that is not known", () => expect(timeText(null)).toBe("—"));
  it("A06 says durations in words of the language", () => {
    expect(durationText(3_400)).toBe("3 秒");
    expect(durationText(3 * 60_000)).toBe("3 分钟");
    language.value = "en";
    expect(durationText(3 * 60_000)).toBe("3 min");
    expect(durationText(5 * 3_600_000)).toBe("5 h");
    expect(durationText(86_400_000 * 3)).toBe("3 days");
  });
});

describe("B numbers read the same everywhere", () => {
  it("B01 keeps the detail that matters", () =>
    expect([12345.6, 123.45, 21.456, 0.03456].map(numberText)).toEqual(["12,346", "123.5", "21.46", "0.035"]));
  it("B02 says a dash for nothing", () => expect([null, undefined, Number.NaN].map(numberText)).toEqual(["—", "—", "—"]));
  it("B03 writes chainage as surveyors do", () =>
    expect([0, 250, 1250, 8999.6].map(chainageText)).toEqual(["K0+000", "K0+250", "K1+250", "K9+000"]));
  it("B04 changes from metres to kilometres", () => expect([320, 4600].map(lengthText)).toEqual(["320 m", "4.60 km"]));
  it("B05 fits a narrow cell in five characters", () => {
    for (const value of [0.04, 9.99, 9.996, 20.83, 99.96, 640.2, -3.214]) {
      expect(compactText(value).length).toBeLessThanOrEqual(5);
    }
  });
  it("B06 says shares with one decimal", () => expect(percentText(0.4607)).toBe("46.1%"));
});

describe("C a value reads by its kind", () => {
  it("C01 names a state by its index and in the language", () => {
    const fan = { valueKind: "state" as const, states: ["停", "运行", "故障"] };
    expect(valueText(1, fan)).toBe("运行");
    language.value = "en";
    expect(valueText(1, fan)).toBe("running");
  });
  it("C02 names a boolean by the county's own words", () =>
    expect(valueText(true, { valueKind: "boolean", states: ["关", "开"] })).toBe("开"));
  it("C03 says a dash for no value", () => expect(valueText(null, { valueKind: "number", states: null })).toBe("—"));
  it("C04 lets the other language stand in for a missing text", () => {
    language.value = "en";
    expect(say({ zh: "甲烷", en: "" })).toBe("甲烷");
  });
});
