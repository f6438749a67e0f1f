import { describe, expect, it } from "vitest";
import { atWindow, deedOf, waitingOf, type Ticket } from "../src/hall/hall";

const ticket = (number: string, more: Partial<Ticket>): Ticket => ({
  number, topic: "public-security", rightOfWay: false, booked: false, state: "waiting", window: null, passes: 0,
  cameAt: "2026-03-04T01:00:00Z", calledAt: null, ahead: 0, ...more,
});

describe("a window", () => {
  it("finds its ticket and the queue in the order of calling", () => {
    const all = [ticket("A002", { ahead: 1 }), ticket("P001", { ahead: 0 }), ticket("A001", { state: "called", window: "3", ahead: -1 })];
    expect(atWindow(all, "3")?.number).toBe("A001");
    expect(atWindow(all, "4")).toBeNull();
    expect(waitingOf(all).map((t) => t.number)).toEqual(["P001", "A002"]);
  });

  it("lets a key do only what is possible now", () => {
    const called = ticket("A001", { state: "called", window: "3" });
    const serving = ticket("A001", { state: "serving", window: "3" });
    expect(deedOf("n", null)).toBe("next");
    expect(deedOf("n", called)).toBeNull();
    expect(deedOf("S", called)).toBe("start");
    expect(deedOf("p", serving)).toBeNull();
    expect(deedOf("d", serving)).toBe("done");
    expect(deedOf("d", called)).toBeNull();
    expect(deedOf("x", called)).toBeNull();
  });
});
