import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Alarm, Priority } from "../src/api/types";

/** A browser's audio, as far as the bell uses it: what was played, and whether a click allowed it. */
class FakeAudio {
  static made: FakeAudio[] = [];
  static allowed = true;
  state = "suspended";
  currentTime = 10;
  destination = {};
  notes: { frequency: number; from: number; until: number }[] = [];
  constructor() {
    FakeAudio.made.push(this);
  }
  resume(): Promise<void> {
    if (FakeAudio.allowed) this.state = "running";
    return Promise.resolve();
  }
  createOscillator(): object {
    const note = { frequency: 0, from: 0, until: 0 };
    this.notes.push(note);
    return {
      frequency: { set value(hz: number) { note.frequency = hz; } },
      connect: (next: object) => next,
      start: (at: number) => { note.from = at; },
      stop: (at: number) => { note.until = at; },
    };
  }
  createGain(): object {
    return {
      gain: { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined },
      connect: (next: object) => next,
    };
  }
}

const alarm = (id: number, priority: Priority, state: Alarm["state"] = "unacknowledged-active"): Alarm => ({
  id, point: "T1.R.001.CH4", pointName: "甲烷", utility: "tunnel", rule: "tunnel.ch4/high", kind: "high", priority, state,
  raisedAt_ms: id * 1000, returnedAt_ms: null, acknowledgedAt_ms: null, acknowledgedBy: null, comment: null, value: 1,
  limit: 0.5, unit: "%", name: null, cause: null, consequence: null, response: null, clause: null, where: null, synthetic: true,
});

const played = () => FakeAudio.made.flatMap((audio) => audio.notes);

beforeEach(() => {
  FakeAudio.made = [];
  FakeAudio.allowed = true;
  vi.resetModules();
  vi.stubGlobal("AudioContext", FakeAudio);
});
afterEach(() => vi.unstubAllGlobals());

describe("A the bell", () => {
  it("A01 rings more notes the more urgent the alarm, one after the other", async () => {
    const { ring } = await import("../src/alarm/bell");
    const notes = ([1, 2, 3, 4] as Priority[]).map((priority) => {
      const before = played().length;
      ring(priority);
      return played().length - before;
    });
    expect(notes).toEqual([3, 2, 1, 1]);
    const [first, second] = played();
    expect(first!.frequency).toBe(880);
    expect(second!.from).toBeGreaterThanOrEqual(first!.until);
    expect(FakeAudio.made).toHaveLength(1);
  });
  it("A02 stays silent while the browser allows no sound, and rings once it does", async () => {
    const { allowSound, ring } = await import("../src/alarm/bell");
    FakeAudio.allowed = false;
    ring(1);
    expect(played()).toEqual([]);
    FakeAudio.allowed = true;
    allowSound();
    ring(1);
    expect(played()).toHaveLength(3);
  });
});

describe("B the desk rings it", () => {
  /** The desk with nothing open, filled as after signing in. */
  async function desk(sound: boolean) {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("[]", { headers: { "content-type": "application/json" } })));
    const { prefs } = await import("../src/shell/prefs");
    prefs.sound = sound;
    const opened = await import("../src/alarm/desk");
    await opened.refillDesk();
    return opened;
  }
  it("B01 once for a new alarm, not again when it is heard again or acknowledged", async () => {
    const { takeAlarm } = await desk(true);
    takeAlarm(alarm(1, 1));
    takeAlarm(alarm(1, 1));
    takeAlarm(alarm(1, 1, "acknowledged-active"));
    expect(played()).toHaveLength(3);
  });
  it("B02 not for what returned already", async () => {
    const { takeAlarm } = await desk(true);
    takeAlarm(alarm(2, 1, "unacknowledged-returned"));
    expect(played()).toEqual([]);
  });
  it("B03 not when the officer switched it off", async () => {
    const { newest, takeAlarm } = await desk(false);
    takeAlarm(alarm(3, 1));
    expect(played()).toEqual([]);
    expect(newest.value?.id).toBe(3);
  });
});
