import { describe, expect, it } from "vitest";
import { liveQuery } from "../src/live/interest";
import { isBad, isGood, qualityCode } from "../src/live/quality";
import { EventCutter } from "../src/live/sse";
import { backoff_ms, clockOffset_ms, heardOf, onAlarm, onReadings, rates, take, type Heard } from "../src/live/store";

const event = (name: string, data: unknown): { event: string; data: string; id: null } => ({
  event: name,
  data: JSON.stringify(data),
  id: null,
});

describe("A the stream is cut into events", () => {
  it("A01 waits for the blank line, whatever the pieces", () => {
    const cutter = new EventCutter();
    expect(cutter.push("event: rea")).toEqual([]);
    expect(cutter.push('dings\ndata: [1,\ndata: 2]\nid: 7\n')).toEqual([]);
    expect(cutter.push("\n")).toEqual([{ event: "readings", data: "[1,\n2]", id: "7" }]);
  });
  it("A02 keeps the last id for events that carry none, as browsers do", () => {
    const cutter = new EventCutter();
    cutter.push("id: 3\ndata: a\n\n");
    expect(cutter.push("data: b\n\n")[0]?.id).toBe("3");
  });
  it("A03 passes over comments and empty events", () =>
    expect(new EventCutter().push(": alive\n\nevent: x\n\n")).toEqual([]));
  it("A04 takes CR LF as one end of line", () =>
    expect(new EventCutter().push("event: hello\r\ndata: {}\r\n\r\n")).toEqual([{ event: "hello", data: "{}", id: null }]));
});

describe("B all pages share one stream", () => {
  it("B01 asks for nothing when nobody wants anything", () => expect(liveQuery([])).toBeNull());
  it("B02 adds the wishes up, each point once", () =>
    expect(liveQuery([{ points: ["b", "a"] }, { points: ["a"], alarms: true }, { tunnel: "T1" }])).toBe(
      "points=a%2Cb&tunnel=T1&alarms=1",
    ));
  it("B02b asks for every tunnel on the wall at once", () =>
    expect(liveQuery([{ tunnel: "T2" }, { tunnel: "T1" }, { tunnel: "T2" }])).toBe("tunnel=T1&tunnel=T2"));
  it("B03 comes back slower and slower, but within half a minute and a quarter", () => {
    expect(backoff_ms(0, 0)).toBe(500);
    expect(backoff_ms(3, 0)).toBe(4000);
    expect(backoff_ms(50, 0)).toBe(30_000);
    expect(backoff_ms(50, 1)).toBe(37_500);
  });
});

describe("C what is heard", () => {
  it("C01 keeps the newest reading and drops one that is older", () => {
    take(event("readings", [["P1", 2000, 21.5, "good", 2100]]));
    take(event("readings", [["P1", 1000, 99, "good", 2200]]));
    expect(heardOf("P1").value).toEqual({ time_ms: 2000, value: 21.5, quality: "good", received_ms: 2100 });
  });
  it("C02 reads the empty text of a bad reading as no value", () => {
    take(event("readings", [["P2", 1, "", "bad-sensor-failure", 2]]));
    expect(heardOf("P2").value).toMatchObject({ value: null, quality: "bad-sensor-failure" });
  });
  it("C03 tells whoever listens, and no longer once they left", () => {
    const batches: ReadonlyMap<string, Heard>[] = [];
    const leave = onReadings((batch) => batches.push(batch));
    take(event("readings", [["P3", 1, 1, "good", 1]]));
    leave();
    take(event("readings", [["P3", 2, 1, "good", 1]]));
    expect(batches.map((batch) => [...batch.keys()])).toEqual([["P3"]]);
  });
  it("C04 passes alarms on and shows rates", () => {
    const seen: unknown[] = [];
    const leave = onAlarm((alarm) => seen.push(alarm.id));
    take(event("alarm", { id: 5 }));
    take(event("rates", { perSecond: 41, stored: 1, rejected: 0, quarantined: 0 }));
    leave();
    expect(seen).toEqual([5]);
    expect(rates.value?.perSecond).toBe(41);
  });
  it("C05 corrects the browser's clock by the server's", () => {
    take(event("hello", { serverTime_ms: Date.now() + 3_600_000 }));
    expect(Math.abs(clockOffset_ms.value - 3_600_000)).toBeLessThan(1000);
    take(event("hello", { serverTime_ms: Date.now() }));
  });
});

describe("D quality", () => {
  it("D01 reads numbers, texts and constants", () =>
    expect([0, 12, "BAD_NO_VALUE", "good-local-override", null].map(qualityCode)).toEqual([
      "good", "bad-sensor-failure", "bad-no-value", "good-local-override", "good",
    ]));
  it("D02 takes a code it does not know as uncertain", () => {
    expect(qualityCode("odd")).toBe("uncertain");
    expect(isGood(qualityCode("odd"))).toBe(false);
    expect(isBad(qualityCode("odd"))).toBe(false);
  });
});
