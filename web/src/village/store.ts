/** The one database of this browser's village desk. What is in it without the PIN is noise, sizes and kinds. */
const NAME = "ronghe-village";
const VERSION = 1;

/** How a helper's key lies here: wrapped by one made of their PIN, with the count of wrong tries. */
export interface Lock {
  owner: string;
  salt: Uint8Array<ArrayBuffer>;
  iterations: number;
  iv: Uint8Array<ArrayBuffer>;
  wrapped: ArrayBuffer;
  /** Wrong tries since the last right one; counted before a try, so that closing the page saves nobody one. */
  failures: number;
  /** No try before this instant, ms since 1970. */
  until: number;
  /** Whether everything goes after too many wrong tries. */
  wipes: boolean;
}
export type Kind = "filing" | "file" | "person";
/** One thing as it lies here. */
export interface Sealed {
  id: string;
  owner: string;
  kind: Kind;
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

let opening: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("lock", { keyPath: "owner" });
      request.result.createObjectStore("sealed", { keyPath: "id" }).createIndex("owner", ["owner", "kind"]);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
  opening.catch(() => (opening = null));
  return opening;
}

/** Runs `work` in one transaction; resolves when it is on disk, not when it is promised. */
async function inOne<T>(stores: ("lock" | "sealed")[], mode: IDBTransactionMode, work: (tx: IDBTransaction) => IDBRequest<T> | null): Promise<T | undefined> {
  const db = await database();
  return new Promise((resolve, reject) => {
    const tx = db.transaction(stores, mode, { durability: "strict" });
    const request = work(tx);
    tx.oncomplete = () => resolve(request?.result);
    tx.onabort = () => reject(tx.error ?? new Error("IndexedDB"));
  });
}

export const lockOf = (owner: string): Promise<Lock | undefined> => inOne(["lock"], "readonly", (tx) => tx.objectStore("lock").get(owner));

/** Whose vaults are on this device. */
export async function owners(): Promise<string[]> {
  return ((await inOne(["lock"], "readonly", (tx) => tx.objectStore("lock").getAllKeys())) ?? []).map(String);
}

/** Keeps a new lock; the one of somebody who has one already stays. */
export async function addLock(lock: Lock): Promise<void> {
  await inOne(["lock"], "readwrite", (tx) => tx.objectStore("lock").add(lock));
}

/** Changes a lock as it is now, in one step; undefined when there is none. */
export async function changeLock(owner: string, change: (now: Lock) => Lock): Promise<Lock | undefined> {
  let changed: Lock | undefined;
  await inOne(["lock"], "readwrite", (tx) => {
    const locks = tx.objectStore("lock");
    const asked = locks.get(owner) as IDBRequest<Lock | undefined>;
    asked.onsuccess = () => {
      if (!asked.result) return;
      changed = change(asked.result);
      locks.put(changed);
    };
    return null;
  });
  return changed;
}

export const sealedOf = (id: string): Promise<Sealed | undefined> => inOne(["sealed"], "readonly", (tx) => tx.objectStore("sealed").get(id));

export async function sealedOfKind(owner: string, kind: Kind): Promise<Sealed[]> {
  return (await inOne(["sealed"], "readonly", (tx) => tx.objectStore("sealed").index("owner").getAll([owner, kind]) as IDBRequest<Sealed[]>)) ?? [];
}

/** Puts and removes at once: all of it or nothing. */
export async function write(put: readonly Sealed[], remove: readonly string[]): Promise<void> {
  await inOne(["sealed"], "readwrite", (tx) => {
    const sealed = tx.objectStore("sealed");
    for (const one of put) sealed.put(one);
    for (const id of remove) sealed.delete(id);
    return null;
  });
}

/** Takes all of one helper off this device. */
export async function wipe(owner: string): Promise<void> {
  await inOne(["lock", "sealed"], "readwrite", (tx) => {
    tx.objectStore("lock").delete(owner);
    const sealed = tx.objectStore("sealed");
    const cursor = sealed.index("owner").openKeyCursor(IDBKeyRange.bound([owner], [owner, []]));
    cursor.onsuccess = () => {
      if (!cursor.result) return;
      sealed.delete(cursor.result.primaryKey);
      cursor.result.continue();
    };
    return null;
  });
}
