import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@vue/compiler-sfc";
import { afterEach, describe, expect, it } from "vitest";
import { language } from "../src/i18n";

const SRC = join(__dirname, "..", "src");

function filesUnder(path: string): string[] {
  return statSync(path).isFile() ? [path] : readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

const modules = import.meta.glob<Record<string, unknown>>("../src/**/{words,search-words}.ts", { eager: true });
const vues = filesUnder(SRC).filter((path) => path.endsWith(".vue"));

interface Node {
  type: number;
  content?: string | { content?: string };
  children?: Node[];
  branches?: Node[];
  props?: { type: number; name: string; value?: { content: string } }[];
  tag?: string;
}

const TEXT = 2;
const ATTRIBUTE = 6;
const SPOKEN = ["aria-label", "title", "placeholder", "alt"];
/** The names of the two languages stand in their own language, and keys on the keyboard are keys. */
const ALLOWED = ["中文", "English", "Ctrl K", "Ctrl ⏎", "Esc", "＋", "－", "·", "–", "…", "/"];

function spoken(node: Node, found: string[] = []): string[] {
  if (node.type === TEXT && typeof node.content === "string") found.push(node.content.trim());
  for (const prop of node.props ?? []) {
    if (prop.type === ATTRIBUTE && SPOKEN.includes(prop.name) && prop.value) found.push(prop.value.content.trim());
  }
  for (const child of [...(node.children ?? []), ...(node.branches ?? [])]) spoken(child, found);
  return found;
}

afterEach(() => {
  language.value = "zh";
});

describe("A both languages are complete", () => {
  it("A01 finds the words of every topic", () => expect(Object.keys(modules).length).toBeGreaterThanOrEqual(10));
  for (const [path, module] of Object.entries(modules)) {
    for (const [name, words] of Object.entries(module)) {
      if (typeof words !== "object" || words === null) continue;
      it(`A02 ${path.slice(7)} ${name}: every word in Chinese is a word in English`, () => {
        const keys = Object.keys(words as object);
        expect(keys.length).toBeGreaterThan(0);
        for (const key of keys) {
          language.value = "zh";
          const zh = (words as Record<string, unknown>)[key];
          language.value = "en";
          const en = (words as Record<string, unknown>)[key];
          expect(typeof en, key).toBe(typeof zh);
          expect(en, key).toBeTruthy();
          if (typeof en === "string" && key !== "language") expect(en, key).not.toMatch(/[\u4e00-\u9fff]/);
        }
      });
    }
  }
});

describe("B no template speaks one language only", () => {
  it("B01 finds the templates", () => expect(vues.length).toBeGreaterThan(30));
  for (const path of vues) {
    it(`B02 ${path.slice(SRC.length + 1)}`, () => {
      const { descriptor } = parse(readFileSync(path, "utf8"));
      const texts = descriptor.template?.ast ? spoken(descriptor.template.ast as unknown as Node) : [];
      const loose = texts
        .map((text) => ALLOWED.reduce((rest, known) => rest.replaceAll(known, ""), text).trim())
        .filter((text) => /[\p{L}]/u.test(text));
      expect(loose).toEqual([]);
    });
  }
});
