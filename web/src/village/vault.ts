import { addLock, changeLock, lockOf, sealedOf, sealedOfKind, wipe, write, type Kind, type Lock, type Sealed } from "./store";

/** OWASP's least for PBKDF2 with SHA-256, 2023. */
export const ITERATIONS = 600_000;
export const SHORTEST_PIN = 6;
export const MOST_TRIES = 10;
const SECOND_ms = 1_000;
const MINUTE_ms = 60 * SECOND_ms;
/** What must be waited after so many wrong tries; the last holds from there on. */
const WAITS_ms = [0, 0, 0, 30 * SECOND_ms, MINUTE_ms, 5 * MINUTE_ms, 15 * MINUTE_ms, 60 * MINUTE_ms];

/** Why a vault stayed shut. */
export type Shut = { why: "wrong"; left: number | null; until: number } | { why: "wait"; until: number } | { why: "wiped" } | { why: "none" };
export class StaysShut extends Error {
  constructor(readonly shut: Shut) {
    super(shut.why);
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const random = (bytes: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(bytes));

export const newId = (): string => [...random(16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
export const waitAfter = (failures: number): number => WAITS_ms[Math.min(failures, WAITS_ms.length - 1)] ?? 0;

/** What is wrong with a PIN somebody wants; null when nothing is. */
export function pinFault(pin: string): "short" | "simple" | null {
  if (pin.length < SHORTEST_PIN) return "short";
  const steps = new Set([...pin].slice(1).map((letter, i) => letter.charCodeAt(0) - pin.charCodeAt(i)));
  const step = [...steps][0] ?? 0;
  return steps.size === 1 && Math.abs(step) <= 1 ? "simple" : null;
}

async function keyOf(pin: string, lock: Pick<Lock, "salt" | "iterations">): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey("raw", encoder.encode(pin.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt: lock.salt, iterations: lock.iterations },
    typed,
    { name: "AES-GCM", length: 256 },
    false,
    ["wrapKey", "unwrapKey"],
  );
}

/** Makes a vault for somebody who has none on this device. */
export async function makeVault(owner: string, pin: string, wipes: boolean, iterations = ITERATIONS): Promise<Vault> {
  const fresh = { owner, salt: random(16), iterations, iv: random(12) };
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
  const wrapped = await crypto.subtle.wrapKey("raw", key, await keyOf(pin, fresh), { name: "AES-GCM", iv: fresh.iv, additionalData: encoder.encode(owner) });
  await addLock({ ...fresh, wrapped, failures: 0, until: 0, wipes });
  return openVault(owner, pin);
}

/** Opens a vault, or rejects with {@link StaysShut}. A try is counted before it is made. */
export async function openVault(owner: string, pin: string, now = Date.now()): Promise<Vault> {
  let waits = 0;
  const lock = await changeLock(owner, (one) => {
    waits = one.until > now ? one.until : 0;
    return waits ? one : { ...one, failures: one.failures + 1, until: now + waitAfter(one.failures + 1) };
  });
  if (!lock) throw new StaysShut({ why: "none" });
  if (waits) throw new StaysShut({ why: "wait", until: waits });
  let key: CryptoKey;
  try {
    key = await crypto.subtle.unwrapKey("raw", lock.wrapped, await keyOf(pin, lock), { name: "AES-GCM", iv: lock.iv, additionalData: encoder.encode(owner) }, "AES-GCM", false, ["encrypt", "decrypt"]);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (lock.wipes && lock.failures >= MOST_TRIES) {
      await wipe(owner);
      throw new StaysShut({ why: "wiped" });
    }
    throw new StaysShut({ why: "wrong", left: lock.wipes ? MOST_TRIES - lock.failures : null, until: lock.until });
  }
  await changeLock(owner, (one) => ({ ...one, failures: 0, until: 0 }));
  return new Vault(owner, key);
}

export const hasVault = async (owner: string): Promise<boolean> => (await lockOf(owner)) !== undefined;

/** A photo or document, as it was chosen. */
export interface KeptFile {
  name: string;
  type: string;
  bytes: ArrayBuffer;
}

/** An open vault: what goes in is encrypted (AES-GCM, bound to owner, kind and id) before it touches the disk. */
export class Vault {
  constructor(
    readonly owner: string,
    private readonly key: CryptoKey,
  ) {}

  private bound(kind: Kind, id: string): Uint8Array<ArrayBuffer> {
    return encoder.encode(`${this.owner}/${kind}/${id}`);
  }

  private async seal(kind: Kind, id: string, plain: BufferSource): Promise<Sealed> {
    const iv = random(12);
    return { id, owner: this.owner, kind, iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: this.bound(kind, id) }, this.key, plain) };
  }

  private open(one: Sealed): Promise<ArrayBuffer> {
    return crypto.subtle.decrypt({ name: "AES-GCM", iv: one.iv, additionalData: this.bound(one.kind, one.id) }, this.key, one.data);
  }

  /** Keeps a value under its id and takes others away, in one step. */
  async keep<T extends { id: string }>(kind: "filing" | "person", value: T, gone: readonly string[] = []): Promise<void> {
    await write([await this.seal(kind, value.id, encoder.encode(JSON.stringify(value)))], gone);
  }

  async get<T>(id: string): Promise<T | undefined> {
    const one = await sealedOf(id);
    return one && one.owner === this.owner ? (JSON.parse(decoder.decode(await this.open(one))) as T) : undefined;
  }

  async all<T>(kind: "filing" | "person"): Promise<T[]> {
    const sealed = await sealedOfKind(this.owner, kind);
    return Promise.all(sealed.map(async (one) => JSON.parse(decoder.decode(await this.open(one))) as T));
  }

  async remove(ids: readonly string[]): Promise<void> {
    await write([], ids);
  }

  /** Keeps a file; its name is sealed with it. Returns its id. */
  async keepFile(file: KeptFile): Promise<string> {
    const id = newId();
    const head = encoder.encode(JSON.stringify({ name: file.name, type: file.type }));
    const plain = new Uint8Array(4 + head.length + file.bytes.byteLength);
    new DataView(plain.buffer).setUint32(0, head.length);
    plain.set(head, 4);
    plain.set(new Uint8Array(file.bytes), 4 + head.length);
    await write([await this.seal("file", id, plain)], []);
    return id;
  }

  async file(id: string): Promise<KeptFile | undefined> {
    const one = await sealedOf(id);
    if (!one || one.owner !== this.owner) return undefined;
    const plain = await this.open(one);
    const length = new DataView(plain).getUint32(0);
    const head = JSON.parse(decoder.decode(new Uint8Array(plain, 4, length))) as { name: string; type: string };
    return { ...head, bytes: plain.slice(4 + length) };
  }
}
