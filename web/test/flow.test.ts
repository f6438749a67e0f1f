import { describe, expect, it } from "vitest";
import { layOut, type Flow, type FlowNode } from "../src/flow/layout";

const name = { zh: "例", en: "example" };
const node = (id: string, kind: FlowNode["kind"], on: string | null = null): FlowNode => ({ id, name, kind, department: "", days: null, on });
const link = (from: string, to: string): Flow["links"][number] => ({ id: `${from}>${to}`, from, to, name: null });

describe("a drawn path", () => {
  const flow: Flow = {
    nodes: [
      node("start", "start"), node("fork", "parallel"), node("roads", "task"), node("police", "task"),
      node("silent", "timer", "police"), node("met", "choice"), node("join", "parallel"), node("end", "end"),
    ],
    links: [
      link("start", "fork"), link("fork", "roads"), link("fork", "police"), link("police", "met"), link("silent", "met"),
      link("met", "join"), link("roads", "join"), link("join", "end"),
    ],
  };
  const layout = layOut(flow);
  const at = (id: string): { x: number; y: number; width: number; height: number } => {
    const found = layout.nodes.find((one) => one.id === id);
    if (!found) throw new Error(id);
    return found;
  };

  it("goes from left to right along every link", () => {
    for (const one of flow.links) {
      if (one.from !== "silent") expect(at(one.from).x + at(one.from).width).toBeLessThanOrEqual(at(one.to).x);
    }
  });
  it("puts no two nodes over each other", () => {
    const standing = layout.nodes.filter((one) => !one.on);
    for (const a of standing) {
      for (const b of standing) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(a.id === b.id || apart).toBe(true);
      }
    }
  });
  it("sets a timer on the edge of its task", () => {
    expect(at("silent").x).toBeGreaterThan(at("police").x);
    expect(at("silent").y).toBeLessThan(at("police").y + at("police").height);
    expect(at("silent").y + at("silent").height).toBeGreaterThan(at("police").y + at("police").height);
  });
  it("draws each link inside the picture", () => {
    expect(layout.links).toHaveLength(flow.links.length);
    expect(Math.max(...layout.nodes.map((one) => one.x + one.width))).toBeLessThan(layout.width);
  });
});
