import { describe, expect, it } from "vitest";
import { fault, faultsAt, idNumberFault, isCreditCode, isDay, readIdNumber } from "../src/portal/form/check";
import { choose, newest, type Content } from "../src/portal/form/draft";
import { fill, licenceAnswers, personRoles } from "../src/portal/form/fill";
import { asked, fits, joined, paged, readForm, withAnswer, type Answers, type Control, type Form, type UiSchema } from "../src/portal/form/form";
import { shapeOf, shapeText } from "../src/portal/form/shape";
import { holds, wantedOfBundle, wantedOfService, type AnswerTest, type Material } from "../src/portal/form/wanted";
import { onwardOf } from "../src/portal/account/onward";
import { clockSentence, defectsOf, reached } from "../src/portal/follow/track";
import type { Phase, Story } from "../src/portal/api";
import { isPortalOnly } from "../src/shell/session";

/** As the server writes a condition: the answer to `role.field` is one of `values`. */
const when = (role: string, field: string, values: unknown[]): object => ({
  effect: "SHOW",
  condition: { scope: "#", schema: { required: [role], properties: { [role]: { required: [field], properties: { [field]: { enum: values } } } } } },
});
const control = (element: string, required: boolean, rule?: object): object => ({
  type: "Control", scope: "#", options: { element, required }, ...(rule ? { rule } : {}),
});
const FORM = {
  schema: {
    type: "object",
    properties: {
      child: { properties: {
        name: { "title": "新生儿姓名", "x-en": "Newborn: name", "x-type": "text", "type": "string", "minLength": 1, "maxLength": 5, "pattern": "^[^<>]*$" },
        sex: { "title": "性别", "x-type": "choice", "oneOf": [{ const: "male", title: "男" }, { const: "female", title: "女" }] },
        birthDate: { "title": "出生日期", "x-type": "date" },
      }, required: ["name"] },
      mother: { properties: { idNumber: { "title": "母亲身份号码", "x-en": "Mother: identity number", "x-type": "id-number" }, birthDate: { "title": "出生", "x-type": "date" }, sex: { "title": "性别", "x-type": "choice", "oneOf": [{ const: "female", title: "女" }] } }, required: ["idNumber"] },
      birth: { properties: { outOfWedlock: { "title": "非婚", "x-type": "boolean" } }, required: ["outOfWedlock"] },
      father: { properties: { name: { "title": "父亲姓名", "x-type": "text" }, employed: { "title": "在职", "x-type": "boolean" } }, required: [] },
      employer: { properties: { name: { "title": "单位", "x-type": "text" } }, required: [] },
    },
  },
  uiSchema: {
    type: "Categorization",
    elements: [
      { type: "Category", label: "新生儿", options: { id: "child", en: "Newborn" }, elements: [control("child.name", true), control("child.sex", false), control("child.birthDate", false)] },
      { type: "Category", label: "父母", options: { id: "parents", en: "Parents" }, elements: [
        control("mother.idNumber", true), control("birth.outOfWedlock", true),
        control("father.name", true, when("birth", "outOfWedlock", [false])), control("father.employed", true, when("birth", "outOfWedlock", [false])),
        control("ghost.field", true),
      ] },
      { type: "Category", label: "单位", options: { id: "work", en: "Work" }, elements: [control("employer.name", true, when("father", "employed", [true]))] },
    ],
  },
} as unknown as Form;
const pages = readForm(FORM);
const find = (element: string): Control => pages.flatMap((page) => page.controls).find((one) => one.element === element) as Control;

describe("A the form is read as the server means it", () => {
  it("A01 keeps the order and leaves out what the schema does not know", () =>
    expect(pages.map((page) => page.controls.map((one) => one.element))).toEqual([
      ["child.name", "child.sex", "child.birthDate"],
      ["mother.idNumber", "birth.outOfWedlock", "father.name", "father.employed"],
      ["employer.name"],
    ]));
  it("A02 knows what is required: always, or while it is asked", () =>
    expect(["child.name", "child.sex", "father.name"].map((one) => find(one).required)).toEqual([true, false, true]));
  it("A03 reads titles and choices in both languages", () => {
    expect(find("child.name").title).toEqual({ zh: "新生儿姓名", en: "Newborn: name" });
    expect(find("child.sex").choices.map((one) => one.value)).toEqual(["male", "female"]);
  });
});

describe("B a question shows when its condition holds", () => {
  const ids = (answers: Answers): string[] => asked(pages, answers).pages.flatMap((page) => page.controls.map((one) => one.element));
  it("B01 not before the deciding answer", () => expect(ids({})).not.toContain("father.name"));
  it("B02 once it is given", () => expect(ids({ birth: { outOfWedlock: false } })).toContain("father.name"));
  it("B03 a chain closes from its beginning: what is not asked counts for nothing", () => {
    const answers = { birth: { outOfWedlock: true }, father: { name: "王强", employed: true }, employer: { name: "合作社" } };
    const now = asked(pages, answers);
    expect(now.answers).toEqual({ birth: { outOfWedlock: true } });
    expect(now.pages.map((page) => page.id)).toEqual(["child", "parents"]);
  });
  it("B04 and opens again with what had been answered", () =>
    expect(asked(pages, { birth: { outOfWedlock: false }, father: { employed: true } }).pages.map((page) => page.id)).toContain("work"));
  it("B05 reads not, ranges and alternatives", () => {
    expect(fits({ not: { enum: ["a"] } }, "b")).toBe(true);
    expect(fits({ minimum: 3, maximum: 5 }, 6)).toBe(false);
    expect(fits({ anyOf: [{ const: 1 }, { const: 2 }] }, 2)).toBe(true);
    expect(fits({ required: ["x"] }, undefined)).toBe(false);
  });
  it("B06 an emptied answer leaves no empty role behind", () =>
    expect(withAnswer({ child: { name: "安" } }, find("child.name"), " ")).toEqual({}));
});

describe("C pages fit a phone", () => {
  it("C01 short sections join, long ones split evenly", () => {
    expect(joined(pages, 5).map((page) => page.controls.length)).toEqual([3, 5]);
    expect(paged(pages, 3).map((page) => page.controls.length)).toEqual([3, 2, 2, 1]);
    expect(paged(pages, 3)[1]?.title.en).toBe("Parents (1 of 2)");
  });
  it("C02 no question is lost or doubled", () => {
    const all = pages.flatMap((page) => page.controls);
    expect(paged(joined(pages, 4), 2).flatMap((page) => page.controls)).toEqual(all);
  });
});

describe("D what is wrong is said so that it can be put right", () => {
  it("D01 an identity number: length, characters, date, check digit", () => {
    expect(readIdNumber("11010519491231002X")).toEqual({ ok: true, birthDate: "1949-12-31", sex: "female" }); // GB 11643-1999, example
    expect(idNumberFault("1101051949123100")?.zh).toContain("16 位");
    expect(idNumberFault("11010519491331002X")?.en).toContain("19491331");
    expect(readIdNumber("110105194912310021")).toEqual({ ok: false, why: "digit" });
    expect(readIdNumber("１1010519491231002X")).toEqual({ ok: false, why: "characters" });
  });
  it("D02 a credit code", () => {
    expect(isCreditCode("91350100M000100Y43")).toBe(true); // GB 32100-2015, example
    expect(isCreditCode("91350100M000100Y44")).toBe(false);
  });
  it("D03 a day that is none", () => expect([isDay("2026-02-29"), isDay("2028-02-29"), isDay("2026-2-9")]).toEqual([false, true, false]));
  it("D04 required, too long, not a choice", () => {
    expect(fault(find("child.name"), undefined)?.zh).toBe("请填写新生儿姓名。");
    expect(fault(find("child.name"), "一二三四五六")?.en).toContain("At most 5");
    expect(fault(find("child.sex"), "x")?.en).toBe("Choose one of these.");
    expect(fault(find("child.sex"), undefined)).toBeNull();
    expect(fault(find("birth.outOfWedlock"), false)).toBeNull();
  });
  it("D05 money with three decimals, a fraction where whole numbers count", () => {
    const money = { ...find("child.name"), type: "money", schema: { minimum: 0 } };
    expect(fault(money, 12.34)).toBeNull();
    expect(fault(money, 1.005)?.en).toContain("two decimals");
    expect(fault({ ...money, type: "integer" }, 1.5)?.en).toContain("whole");
    expect(fault(money, "many")?.en).toBe("Give a number.");
  });
  it("D06 what the server found leads to its question", () => {
    const [first, second] = faultsAt(pages, [{ at: "/child/name", zh: "不对", en: "wrong" }, { at: "", zh: "缺", en: "missing" }]);
    expect([first?.element, first?.title.zh, second?.title.en]).toEqual(["child.name", "新生儿姓名", "The form"]);
  });
});

describe("E nothing is typed twice", () => {
  const account = { name: "李梅", idNumber: "11010519491231002X", phone: "13800000001" };
  it("E01 who one is fills that person, and the number fills sex and birthday", () => {
    const more = { type: "Category", label: "母亲", elements: [control("mother.birthDate", false), control("mother.sex", false)] };
    const wider = readForm({ ...FORM, uiSchema: { ...FORM.uiSchema, elements: [...(FORM.uiSchema.elements ?? []), more as UiSchema] } });
    const filled = fill(wider, {}, account, new Map(), ["mother"]);
    expect(filled.answers).toEqual({ mother: { idNumber: "11010519491231002X", birthDate: "1949-12-31", sex: "female" } });
    expect(filled.from).toEqual({ "mother.idNumber": "account", "mother.birthDate": "identity", "mother.sex": "identity" });
  });
  it("E02 an answer is never changed", () =>
    expect(fill(pages, { child: { name: "安" } }, account, new Map([["child.name", "平"]]), ["child"]).answers["child"]).toEqual({ name: "安" }));
  it("E03 licences fill where they agree, and only choices that exist", () => {
    const says = licenceAnswers([
      { says: { "child.name": "安", "child.sex": "unknown" }, revoked: false },
      { says: { "child.name": "平" }, revoked: true },
      { says: { "child.birthDate": "2026-03-01" }, revoked: false },
      { says: { "child.birthDate": "2026-03-02" }, revoked: false },
    ]);
    expect(fill(pages, {}, null, says, []).answers).toEqual({ child: { name: "安" } });
  });
  it("E04 names who may be the one who files", () =>
    expect(personRoles(pages)).toEqual([{ role: "mother", name: { zh: "母亲", en: "Mother" } }]));
});

describe("F documents are asked for when they are wanted", () => {
  const test = (element: string, more: Partial<AnswerTest>): AnswerTest => ({ element, ...more });
  const material = (id: string, test: AnswerTest | null): Material => ({
    id, name: { zh: id, en: id }, form: "", channel: "", required: true, when: test, licences: ["a"], of: "", acceptance: "", basis: "",
  });
  it("F01 by answer, number, age and days", () => {
    const answers = { a: { yes: true, n: 3, born: "2020-03-02", on: "2026-02-01" } };
    expect(holds(test("a.yes", { is: ["true"] }), answers, "2026-03-01")).toBe(true);
    expect(holds(test("a.n", { min: 4 }), answers, "2026-03-01")).toBe(false);
    expect(holds(test("a.born", { ageMax_years: 5 }), answers, "2026-03-01")).toBe(true);
    expect(holds(test("a.born", { ageMin_years: 6 }), answers, "2026-03-01")).toBe(false);
    expect(holds(test("a.on", { within_days: 28 }), answers, "2026-03-01")).toBe(true);
    expect(holds(test("a.on", { within_days: 27 }), answers, "2026-03-01")).toBe(false);
    expect(holds(test("a.none", {}), answers, "2026-03-01")).toBeNull();
  });
  it("F02 of a service", () =>
    expect(wantedOfService([material("x", null), material("y", test("a.n", { is: ["1"] }))], {}, "2026-03-01").map((one) => one.id)).toEqual(["x"]));
  it("F03 of a bundle: none another part gives, none of a part left out", () => {
    const paper = (id: string, producedBy: string | null, chosen: string | null) => ({
      material: material(id, null), askedFor: [chosen ?? "s"], producedBy, licences: [], when: chosen ? [{ chosen, all: [] }] : [],
    });
    const papers = [paper("x", null, null), paper("y", "s", null), paper("z", null, "extra")];
    expect(wantedOfBundle(papers, {}, "2026-03-01", []).map((one) => one.id)).toEqual(["x", "z"]);
    expect(wantedOfBundle(papers, {}, "2026-03-01", ["extra"]).map((one) => one.id)).toEqual(["x"]);
  });
  it("F04 a shape typed as points comes back as typed", () => {
    for (const text of ["113.1,36.2", "113.1,36.2\n113.2,36.3", "113,36\n114,36\n114,37\n113,36"]) expect(shapeText(shapeOf(text))).toBe(text);
    expect(shapeOf("here")).toBeUndefined();
  });
});

describe("G drafts of two devices", () => {
  const kept = (revision: number, ahead: boolean) => ({ content: {} as Content, revision, ahead });
  const server = (revision: number) => ({ content: {} as Content, revision });
  it("G01 what only this device has goes on; what it has sent already gives way", () => {
    expect(choose(null, null)).toBe("none");
    expect(choose(kept(0, true), null)).toBe("local");
    expect(choose(kept(3, false), server(4))).toBe("server");
    expect(choose(kept(3, true), server(3))).toBe("local");
  });
  it("G02 when both went on, a person decides", () => expect(choose(kept(3, true), server(4))).toBe("ask"));
  it("G04 of two copies of a correction the later goes on", () => {
    const early = { at: "2026-03-01T00:00:00Z" } as Content;
    const late = { at: "2026-03-02T00:00:00Z" } as Content;
    expect(newest(early, late)).toBe(late);
    expect(newest(late, early)).toBe(late);
    expect(newest(null, early)).toBe(early);
    expect(newest(null, null)).toBeNull();
  });
  it("G03 a draft that was filed elsewhere does not rise again", () => expect(choose(kept(3, false), null)).toBe("none"));
});

describe("H following and doors", () => {
  it("H01 stations behind by state", () => expect(["filed", "in-review", "delivered", "odd"].map(reached)).toEqual([1, 2, 5, 0]));
  it("H02 the clock in one sentence", () => {
    const phase = { phase: "DECISION", used: 3, left: 17, endedOn: null } as unknown as Phase;
    expect(clockSentence(phase)).toBe("审查决定：用了 3 个工作日，还剩 17 个。");
    expect(clockSentence({ ...phase, left: -2 })).toContain("超了 2 个");
  });
  it("H03 the last return tells the defects", () => {
    const events = [
      { verb: "return", reason: "旧", data: { defects: ["a"] } },
      { verb: "return", reason: "新", data: { defects: ["b", "c"] } },
    ];
    expect(defectsOf({ events } as unknown as Story)).toEqual({ reason: "新", defects: ["b", "c"] });
  });
  it("H04 after signing in one stays in the portal", () => {
    expect(onwardOf("/home/cases?x=1")).toBe("/home/cases?x=1");
    expect(["https://a.b", "//a.b", "/homes", "/overview", undefined].map(onwardOf)).toEqual(Array(5).fill("/home"));
  });
  it("H05 residents and helpers have no console", () => {
    expect([["RESIDENT"], ["ROLE_HELPER"], ["OFFICER"], ["CLERK"]].map((roles) => isPortalOnly({ roles }))).toEqual([true, true, false, false]);
  });
});
