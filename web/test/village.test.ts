// @vitest-environment node
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../src/api/client";
import type { Receipt } from "../src/portal/api";
import { differences, conflictOf } from "../src/village/conflict";
import { filesOf, masked, type Filing } from "../src/village/filing";
import { choices } from "../src/village/forms";
import { change, discard, isLasting, sync, type Door } from "../src/village/outbox";
import type { Vault } from "../src/village/vault";

vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });

/** Web Locks as far as the outbox uses them: one holder a name, the others in line. */
class Locks {
  private readonly last = new Map<string, Promise<unknown>>();
  request = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const mine = (this.last.get(name) ?? Promise.resolve()).then(work);
    this.last.set(name, mine.catch(() => undefined));
    return mine;
  };
}
vi.stubGlobal("navigator", { locks: new Locks() });

const FEW = 1_000; // iterations, so that a test does not wait for what a thief should
const NAME = "李桂兰";
const ID = "14041119400606046X";
const PIN = "山路 718 弯";
const text = (zh: string): { zh: string; en: string } => ({ zh, en: zh });

type Store = typeof import("../src/village/store");
type Vaults = typeof import("../src/village/vault");
let store: Store;
let vaults: Vaults;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  store = await import("../src/village/store");
  vaults = await import("../src/village/vault");
});

const filing = (id: string, more: Partial<Filing> = {}): Filing => ({
  id, key: `key-${id}-0000`, state: "waiting", kind: "service", subject: "elder-allowance", name: text("高龄津贴"),
  person: { name: NAME, idNumber: ID, phone: "" }, consent: { how: "signed", at: "2026-03-04T01:00:00Z", paper: null },
  answers: { elder: { name: NAME, idNumber: ID } }, materials: {}, leftOut: [], self: [], versions: { "elder-allowance": "1" }, asked: [],
  again: false, tries: 0, refused: null, receipt: null, changedAt: `2026-03-04T01:00:0${id}Z`, ...more,
});

/** A county that behaves as the real one: one case a key, whatever is lost on the way. */
class County implements Door {
  readonly cases = new Map<string, { number: string; request: string }>();
  readonly uploads: string[] = [];
  user: string | null = "helper";
  /** What the next filings meet, in order: the answer is lost after the commit, or no request arrives, or a refusal. */
  readonly fate: ("lost" | "unreachable" | Problem)[] = [];
  posts = 0;

  who = (): Promise<string | null> => Promise.resolve(this.user);
  upload = async (name: string, content: Blob): Promise<{ sha256: string }> => {
    const sha256 = Buffer.from(await crypto.subtle.digest("SHA-256", await content.arrayBuffer())).toString("hex");
    this.uploads.push(`${name} ${sha256.slice(0, 8)}`);
    return { sha256 };
  };
  file = (request: unknown, key: string): Promise<Receipt> => {
    this.posts++;
    const fate = this.fate.shift();
    if (fate === "unreachable") return Promise.reject(new TypeError("offline"));
    if (fate instanceof Problem) return Promise.reject(fate);
    const before = this.cases.get(key);
    const body = JSON.stringify(request);
    if (before && before.request !== body) return Promise.reject(new Problem(409, "request-key-reused", text("用过"), null));
    const number = before?.number ?? `20260304-${String(this.cases.size + 1).padStart(10, "0")}`;
    this.cases.set(key, { number, request: body });
    if (fate === "lost") return Promise.reject(new TypeError("the answer was lost"));
    return Promise.resolve({ number, name: "高龄津贴", status: "filed", dueOn: null, repeated: !!before, missing: [], parts: [] });
  };
}

const state = async (vault: Vault, id: string): Promise<string> => (await vault.get<Filing>(id))?.state ?? "gone";

/** All bytes and texts of the database, as a thief with the disk reads them. */
async function dump(): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const asked = indexedDB.open("ronghe-village");
    asked.onsuccess = () => resolve(asked.result);
  });
  let all = "";
  for (const name of db.objectStoreNames) {
    const rows = await new Promise<unknown[]>((resolve) => {
      const asked = db.transaction(name).objectStore(name).getAll();
      asked.onsuccess = () => resolve(asked.result);
    });
    for (const row of rows) {
      for (const value of Object.values(row as object)) {
        all += value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? Buffer.from(value as ArrayBuffer).toString("utf8") : JSON.stringify(value);
      }
    }
  }
  db.close();
  return all;
}

describe("A the vault", () => {
  it("A01 what goes in comes out, on another day, with the PIN", async () => {
    const first = await vaults.makeVault("helper", PIN, true, FEW);
    await first.keep("filing", filing("1"));
    const photo = await first.keepFile({ name: "同意书.png", type: "image/png", bytes: new Uint8Array([1, 2, 3]).buffer });
    const later = await vaults.openVault("helper", PIN);
    expect((await later.get<Filing>("1"))?.person.name).toBe(NAME);
    const file = await later.file(photo);
    expect([file?.name, file?.type, [...new Uint8Array(file?.bytes ?? new ArrayBuffer(0))]]).toEqual(["同意书.png", "image/png", [1, 2, 3]]);
  });
  it("A02 the disk has neither name nor number, neither the photo nor its name", async () => {
    const vault = await vaults.makeVault("helper", PIN, true, FEW);
    await vault.keep("filing", filing("1"));
    await vault.keep("person", { id: "p", name: NAME, idNumber: ID });
    await vault.keepFile({ name: "李桂兰签名.jpg", type: "image/jpeg", bytes: new TextEncoder().encode("the photo itself").buffer });
    const disk = await dump();
    expect(disk.length).toBeGreaterThan(500);
    for (const secret of [NAME, ID, "李桂兰签名", "the photo itself", PIN, "elder-allowance"]) expect(disk).not.toContain(secret);
  });
  it("A03 uses six hundred thousand iterations unless a test says less", () => expect(vaults.ITERATIONS).toBe(600_000));
  it("A04 a wrong PIN waits longer and longer, and trying early counts for nothing", async () => {
    await vaults.makeVault("helper", PIN, false, FEW);
    const shut = async (pin: string, now: number): Promise<unknown> => vaults.openVault("helper", pin, now).then(() => "open", (error: { shut: unknown }) => error.shut);
    expect(await shut("wrong 1", 0)).toEqual({ why: "wrong", left: null, until: 0 });
    await shut("wrong 2", 1);
    expect(await shut("wrong 3", 2)).toEqual({ why: "wrong", left: null, until: 30_002 });
    expect(await shut(PIN, 30_001)).toEqual({ why: "wait", until: 30_002 });
    expect((await store.lockOf("helper"))?.failures).toBe(3);
    expect(await shut("wrong 4", 30_002)).toEqual({ why: "wrong", left: null, until: 90_002 });
    expect(await shut(PIN, 90_002)).toBe("open");
    expect((await store.lockOf("helper"))?.failures).toBe(0);
  });
  it("A05 the tenth wrong PIN takes everything, if that was chosen, and nobody else's", async () => {
    const vault = await vaults.makeVault("helper", PIN, true, FEW);
    await vault.keep("filing", filing("1"));
    const other = await vaults.makeVault("other", PIN, true, FEW);
    await other.keep("filing", filing("2"));
    const said: string[] = [];
    for (let i = 1; i <= 10; i++) await vaults.openVault("helper", "wrong", i * 10_000_000).catch((error: { shut: { why: string } }) => said.push(error.shut.why));
    expect(said).toEqual([...Array<string>(9).fill("wrong"), "wiped"]);
    expect(await store.owners()).toEqual(["other"]);
    expect(await store.sealedOf("1")).toBeUndefined();
    expect(await state(other, "2")).toBe("waiting");
  });
  it("A06 a record laid in another's place does not open", async () => {
    const vault = await vaults.makeVault("helper", PIN, true, FEW);
    await vault.keep("filing", filing("1"));
    const one = await store.sealedOf("1");
    if (!one) throw new Error("it was kept");
    await store.write([{ ...one, id: "2" }], []);
    await expect(vault.get("2")).rejects.toThrow();
  });
  it("A07 simple PINs are refused", () =>
    expect(["12345", "123456", "000000", "654321", "718293", "山路 718 弯"].map(vaults.pinFault)).toEqual(["short", "simple", "simple", "simple", null, null]));
});

describe("B the outbox", () => {
  let vault: Vault;
  let county: County;
  const told = (): void => undefined;
  beforeEach(async () => {
    vault = await vaults.makeVault("helper", PIN, true, FEW);
    county = new County();
  });

  it("B01 sends what waits, photos first, and keeps the number and nothing personal", async () => {
    const paper = await vault.keepFile({ name: "同意书.png", type: "image/png", bytes: new Uint8Array([9]).buffer });
    const card = await vault.keepFile({ name: "身份证.jpg", type: "image/jpeg", bytes: new Uint8Array([8]).buffer });
    await vault.keep("filing", filing("1", { consent: { how: "signed", at: "2026-03-04T01:00:00Z", paper }, materials: { "id-card": { file: card }, "book": { licence: "L-1" } } }));
    await vault.keep("filing", filing("2", { state: "draft" }));
    expect(await sync(vault, county, told)).toBe("done");
    const sent = JSON.parse([...county.cases.values()][0]?.request ?? "{}") as Record<string, never>;
    expect(sent["alone"]).toBe(true);
    expect(sent["versions"]).toEqual({ "elder-allowance": "1" });
    expect(sent["person"]).toMatchObject({ name: NAME, consent: "signed", agreedAt: "2026-03-04T01:00:00Z", paper: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(sent["materials"]).toEqual({ "id-card": { attachment: expect.stringMatching(/^[0-9a-f]{64}$/) as string }, "book": { licence: "L-1" } });
    const kept = await vault.get<Filing>("1");
    expect([kept?.state, kept?.receipt?.number, kept?.person, kept?.answers]).toEqual(["filed", "20260304-0000000001", { name: "李**", idNumber: "", phone: "" }, {}]);
    expect(await vault.file(paper)).toBeUndefined();
    expect(await vault.file(card)).toBeUndefined();
    expect([await state(vault, "2"), county.posts]).toEqual(["draft", 1]);
  });
  it("B02 an answer that is lost is asked for again: one case", async () => {
    await vault.keep("filing", filing("1"));
    county.fate.push("lost", "lost");
    expect(await sync(vault, county, told)).toBe("offline");
    expect(await state(vault, "1")).toBe("waiting");
    await sync(vault, county, told);
    expect(await sync(vault, county, told)).toBe("done");
    expect([county.posts, county.cases.size]).toEqual([3, 1]);
    expect((await vault.get<Filing>("1"))?.receipt).toMatchObject({ number: "20260304-0000000001", repeated: true });
  });
  it("B03 killed while it was being sent, it is sent again with the same key", async () => {
    await vault.keep("filing", filing("1"));
    county.fate.push("lost");
    await sync(vault, county, told);
    await vault.keep("filing", { ...filing("1"), state: "sending", tries: 1 }); // as the page left it when it died
    await sync(vault, county, told);
    expect([county.cases.size, await state(vault, "1")]).toEqual([1, "filed"]);
  });
  it("B04 two tabs at once post each filing once", async () => {
    for (const id of ["1", "2", "3"]) await vault.keep("filing", filing(id));
    const twin = await vaults.openVault("helper", PIN);
    await Promise.all([sync(vault, county, told), sync(twin, county, told)]);
    expect([county.posts, county.cases.size]).toEqual([3, 3]);
    expect(await Promise.all(["1", "2", "3"].map((id) => state(vault, id)))).toEqual(["filed", "filed", "filed"]);
  });
  it("B05 a refusal that lasts needs a person and does not stop the others", async () => {
    await vault.keep("filing", filing("1"));
    await vault.keep("filing", filing("2"));
    county.fate.push(new Problem(409, "version-changed", text("新版本"), null, [], { changed: [{ service: "elder-allowance", seen: "1", now: "2" }] }));
    expect(await sync(vault, county, told)).toBe("done");
    const first = await vault.get<Filing>("1");
    expect([first?.state, first?.refused?.code, first?.person.name]).toEqual(["attention", "version-changed", NAME]);
    expect(await state(vault, "2")).toBe("filed");
    expect(await sync(vault, county, told)).toBe("done");
    expect(county.posts).toBe(2);
  });
  it("B06 nothing leaves for another account, or for none", async () => {
    await vault.keep("filing", filing("1"));
    county.user = "someone";
    expect(await sync(vault, county, told)).toBe("other-account");
    county.user = null;
    expect(await sync(vault, county, told)).toBe("signed-out");
    expect([county.posts, await state(vault, "1")]).toEqual([0, "waiting"]);
  });
  it("B07 the connection dies at any point: all is kept, and each becomes one case", async () => {
    for (let round = 0; round < 20; round++) {
      county.fate.length = 0;
      for (let i = 0; i < 6; i++) county.fate.push(...((["lost", "unreachable"] as const).filter((_, j) => (round >> (i % 5)) % 2 === j)));
      await vault.keep("filing", filing("1", { key: `round-${round}-key` }));
      for (let i = 0; i < 12 && (await state(vault, "1")) !== "filed"; i++) await sync(vault, county, told);
      expect(await state(vault, "1")).toBe("filed");
      expect(county.cases.size).toBe(round + 1);
    }
  });
  it("B08 what was sent meanwhile cannot be changed any more; what is thrown away takes its photos along", async () => {
    const paper = await vault.keepFile({ name: "a.png", type: "image/png", bytes: new Uint8Array([1]).buffer });
    await vault.keep("filing", filing("1"));
    await vault.keep("filing", filing("2", { state: "attention", consent: { how: "signed", at: "2026-03-04T01:00:00Z", paper } }));
    const sending = sync(vault, county, told);
    const changed = await change(vault, "1", (one) => ({ ...one, state: "draft" }));
    await sending;
    expect(changed?.state).toBe("filed");
    await discard(vault, "2");
    expect([await state(vault, "2"), await vault.file(paper)]).toEqual(["gone", undefined]);
  });
  it("B09 knows which refusals last", () =>
    expect([0, 400, 401, 403, 404, 409, 429, 500, 503].filter((status) => isLasting(new Problem(status, "x", text("x"), null)))).toEqual([400, 404, 409]));
});

describe("C the small things", () => {
  it("C01 masks names and finds the files of a filing", () => {
    expect([masked("王强"), masked("王"), masked(""), masked("𠮷田")]).toEqual(["王*", "王*", "", "𠮷*"]);
    expect(filesOf(filing("1", { materials: { a: { file: "x" }, b: { licence: "L" } }, consent: { how: "signed", at: "", paper: "p" } }))).toEqual(["p", "x"]);
  });
  it("C02 every choice of optional parts is an address, in one order", () => {
    expect(choices([])).toEqual([[]]);
    expect(choices(["b", "a"]).map((one) => one.join(","))).toEqual(["", "b", "a", "a,b"]);
    expect(choices(["1", "2", "3", "4", "5", "6", "7"])).toHaveLength(64);
  });
  it("C03 tells two versions of a form apart", () => {
    const schema = { properties: { elder: { required: ["name", "bank"], properties: { name: { title: "姓名" }, bank: { title: "银行" }, sex: { title: "性别" } } } } };
    const control = (element: string): object => ({ type: "Control", options: { element } });
    const uiSchema = { type: "Categorization", elements: [{ type: "Category", label: "老人", elements: ["elder.name", "elder.bank", "elder.sex"].map(control) }] };
    const asked = [
      { element: "elder.name", title: text("姓名"), required: true },
      { element: "elder.bank", title: text("银行"), required: false },
      { element: "elder.phone", title: text("电话"), required: false },
    ];
    const found = differences(asked, { kind: "service", it: { schema, uiSchema } as never });
    expect([found.added, found.needed, found.dropped].map((all) => all.map((one) => one.zh))).toEqual([["性别"], ["银行"], ["电话"]]);
  });
  it("C04 names each conflict", () =>
    expect(
      ["version-changed", "already-open", "consent-expired", "foreign-material", "answers", "no-service"].map((code) =>
        conflictOf({ status: 409, code, text: text(""), faults: [], told: {}, at: "" }),
      ),
    ).toEqual(["version", "open", "consent", "material", "answers", "other"]));
});
