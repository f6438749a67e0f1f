import { describe, expect, it } from "vitest";
import { asked, sectionsOf, shownAnswer, typed, withAnswer, type DeskSchema, type DeskUi } from "../src/desk/form";
import { DESK_VERBS, VERB_KEY } from "../src/desk/words";
import { keyOf, nextVersion, startText, withKey } from "../src/designer/start";
import { deskOf, landingOf } from "../src/shell/session";
import { draw, type ProcessMap } from "../src/supervision/graph";

const schema: DeskSchema = {
  properties: {
    birth: {
      required: ["outOfWedlock"],
      properties: { outOfWedlock: { "type": "boolean", "title": "非婚生", "x-en": "Out of wedlock", "x-type": "boolean" } },
    },
    father: { properties: { name: { "title": "父亲姓名", "x-en": "Father's name", "x-type": "text" } } },
  },
};
const ui: DeskUi = {
  type: "Categorization",
  elements: [
    {
      type: "Category",
      label: "出生",
      options: { id: "birth", en: "Birth" },
      elements: [
        { type: "Control", options: { element: "birth.outOfWedlock" } },
        {
          type: "Control",
          options: { element: "father.name" },
          rule: { effect: "SHOW", condition: { scope: "#", schema: { required: ["birth"], properties: { birth: { required: ["outOfWedlock"], properties: { outOfWedlock: { enum: [false] } } } } } } },
        },
      ],
    },
  ],
};

describe("A a form at a desk", () => {
  const sections = sectionsOf(schema, ui);
  it("A01 reads questions with their words, and which must be answered", () => {
    expect(sections[0]?.fields.map((one) => [one.element, one.title.en, one.required])).toEqual([
      ["birth.outOfWedlock", "Out of wedlock", true],
      ["father.name", "Father's name", false],
    ]);
  });
  it("A02 asks only what applies, and drops answers nobody asks for", () => {
    const yes = withAnswer({ father: { name: "王强" } }, { role: "birth", field: "outOfWedlock" }, true);
    expect(asked(sections, yes)).toMatchObject({ answers: { birth: { outOfWedlock: true } } });
    expect(asked(sections, yes).sections[0]?.fields).toHaveLength(1);
    const no = withAnswer(yes, { role: "birth", field: "outOfWedlock" }, false);
    expect(asked(sections, no).answers).toEqual({ birth: { outOfWedlock: false }, father: { name: "王强" } });
  });
  it("A03 takes an emptied answer out, and its role with it", () =>
    expect(withAnswer({ father: { name: "王强" } }, { role: "father", field: "name" }, "")).toEqual({}));
  it("A04 gives numbers as numbers and identity numbers without blanks", () => {
    const field = sections[0]!.fields[1]!;
    expect(typed({ ...field, type: "number" }, " 24.5 ")).toBe(24.5);
    expect(typed({ ...field, type: "id-number" }, "140411 19950505 004x")).toBe("14041119950505004X");
    expect(shownAnswer({ ...field, type: "boolean" }, false, (text) => text.en, "Yes", "No")).toBe("No");
  });
  it("A05 gives each action a key of its own", () =>
    expect(new Set(DESK_VERBS.map((verb) => VERB_KEY[verb])).size).toBe(DESK_VERBS.length));
});

describe("B each role has its desk", () => {
  it("B01 leads clerks, supervisors, designers and officers to their own pages", () => {
    expect(landingOf({ roles: ["CLERK"] })).toBe("/desk");
    expect(landingOf({ roles: ["ROLE_SUPERVISOR"] })).toBe("/supervision");
    expect(landingOf({ roles: ["ADMINISTRATOR"] })).toBe("/overview");
    expect(deskOf({ roles: ["VIEWER"] })).toBeNull();
  });
});

describe("C a service's text", () => {
  it("C01 changes one key and leaves the rest", () => {
    const text = startText("card", "1", "2026-06-01");
    const next = withKey(text, "effective_from", "2026-07-01");
    expect(keyOf(next, "effective_from")).toBe("2026-07-01");
    expect(keyOf(next, "version")).toBe("1");
    expect(next.split("\n")).toHaveLength(text.split("\n").length);
  });
  it("C02 counts versions on", () => {
    expect(nextVersion("1")).toBe("2");
    expect(nextVersion("2.9")).toBe("2.10");
    expect(nextVersion("a")).toBe("a-2");
  });
});

describe("D a process map is drawn", () => {
  const spread = { count: 1, median_s: 60, p90_s: 60 };
  const activity = (name: string, starts = 0): ProcessMap["activities"][number] => ({ name, count: 2, inCases: 2, again: 0, starts, ends: 0 });
  const edge = (from: string, to: string, back = 0): ProcessMap["edges"][number] => ({ from, to, count: 1, inCases: 1, back, waiting: spread });
  const map: ProcessMap = {
    cases: 2, events: 8, reworked: 1, duration: spread,
    activities: [activity("accept"), activity("correct"), activity("file", 2), activity("return")],
    edges: [edge("file", "accept"), edge("file", "return"), edge("return", "correct"), edge("correct", "return", 1), edge("correct", "accept")],
    variants: [
      { activities: ["file", "accept"], cases: ["a"], duration: spread },
      { activities: ["file", "return", "correct", "return", "correct", "accept"], cases: ["b"], duration: spread },
    ],
  };
  it("D01 puts what leads above what follows, and no two boxes on each other", () => {
    const { boxes, width, height } = draw(map);
    const y = (name: string): number => boxes.find((box) => box.name === name)!.y;
    expect(y("file")).toBeLessThan(y("return"));
    expect(y("return")).toBeLessThan(y("correct"));
    expect(y("correct")).toBeLessThan(y("accept"));
    expect(new Set(boxes.map((box) => `${box.x}/${box.y}`)).size).toBe(boxes.length);
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + 150).toBeLessThanOrEqual(width);
      expect(box.y + 44).toBeLessThanOrEqual(height);
    }
  });
  it("D02 marks rework and draws every edge", () => {
    const { arrows } = draw(map);
    expect(arrows).toHaveLength(map.edges.length);
    expect(arrows.filter((arrow) => arrow.rework).map((arrow) => arrow.edge.from)).toEqual(["correct"]);
  });
  it("D03 is empty for an empty log", () =>
    expect(draw({ ...map, activities: [], edges: [], variants: [] }).boxes).toEqual([]));
});
