import { asProblem, Problem } from "../api/client";
import type { Receipt } from "../portal/api";
import { filesOf, stripped, type Filing, type Refused } from "./filing";
import type { Vault } from "./vault";

/** The county's side, as far as the outbox needs it. */
export interface Door {
  /** Who is signed in; null when nobody is. */
  who: () => Promise<string | null>;
  upload: (name: string, content: Blob) => Promise<{ sha256: string }>;
  file: (request: unknown, key: string) => Promise<Receipt>;
}
/** How a round ended: all tried, or why it stopped before. */
export type Round = "done" | "signed-out" | "other-account" | "offline" | "refused";

const OFFLINE_FROM = 500;
const TOO_MANY = 429;

/**
 * Runs one thing at a time over all tabs of this browser, where it has locks; where it has none, the
 * county's own key check still makes two sends one case.
 */
export function exclusively<T>(owner: string, work: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  return locks ? (locks.request(`ronghe.village.${owner}`, work) as Promise<T>) : work();
}

/** A refusal that trying again will not change; all else is tried again. */
export const isLasting = (problem: Problem): boolean =>
  problem.status >= 400 && problem.status < OFFLINE_FROM && ![401, 403, 408, TOO_MANY].includes(problem.status);

/**
 * Sends what waits, one after the other. A filing that was being sent when the page died is sent again with
 * the same key: the county answers with the case it has. Nothing leaves the vault before its number is in it.
 */
export async function sync(vault: Vault, door: Door, told: () => void, now: () => Date = () => new Date()): Promise<Round> {
  return exclusively(vault.owner, async () => {
    const due = (await vault.all<Filing>("filing")).filter(isDue).sort((a, b) => a.changedAt.localeCompare(b.changedAt));
    if (!due.length) return "done";
    let who: string | null;
    try {
      who = await door.who();
    } catch (error) {
      return asProblem(error).status === 401 ? "signed-out" : "offline";
    }
    if (who !== vault.owner) return who === null ? "signed-out" : "other-account";
    for (const one of due) {
      const stopped = await send(vault, door, one, told, now);
      if (stopped) return stopped;
    }
    return "done";
  });
}

export const isDue = (one: Filing): boolean => one.state === "waiting" || one.state === "sending";

async function send(vault: Vault, door: Door, one: Filing, told: () => void, now: () => Date): Promise<Round | null> {
  const sending: Filing = { ...one, state: "sending", tries: one.tries + 1 };
  await vault.keep("filing", sending);
  told();
  try {
    const receipt = await door.file(await requestOf(vault, door, sending), sending.key);
    await vault.keep("filing", stripped(sending, receipt, now().toISOString()), filesOf(sending));
    return null;
  } catch (error) {
    const problem = asProblem(error);
    const refused: Refused = { status: problem.status, code: problem.code, text: problem.text, faults: problem.faults, told: problem.told, at: now().toISOString() };
    await vault.keep("filing", { ...sending, state: isLasting(problem) ? "attention" : "waiting", refused });
    if (isLasting(problem)) return null;
    if (problem.status === 401) return "signed-out";
    return problem.status === 403 ? "refused" : "offline";
  } finally {
    told();
  }
}

/** The filing as the county takes it; photos go first, each known by its content, so that twice is once. */
async function requestOf(vault: Vault, door: Door, one: Filing): Promise<unknown> {
  const uploaded = async (id: string): Promise<string> => {
    const file = await vault.file(id);
    if (!file) throw new Problem(400, "photo-lost", { zh: "有一张照片已不在这台设备上，请重新拍。", en: "A photo is no longer on this device; take it again." }, null);
    return (await door.upload(file.name, new Blob([file.bytes], { type: file.type }))).sha256;
  };
  const materials: Record<string, { attachment?: string; licence?: string }> = {};
  for (const [id, paper] of Object.entries(one.materials)) {
    if (paper.licence) materials[id] = { licence: paper.licence };
    else if (paper.file) materials[id] = { attachment: await uploaded(paper.file) };
  }
  const { name, idNumber } = one.person;
  return {
    [one.kind]: one.subject,
    answers: one.answers,
    materials,
    leftOut: one.leftOut,
    versions: one.versions,
    alone: !one.again,
    person: {
      name,
      idNumber,
      consent: one.consent.how,
      agreedAt: one.consent.at,
      ...(one.consent.paper ? { paper: await uploaded(one.consent.paper) } : {}),
    },
  };
}

/**
 * Changes a filing that is not being sent and not filed: another tab may just have sent it. Returns what is
 * kept now, or undefined when it is gone.
 */
export function change(vault: Vault, id: string, by: (now: Filing) => Filing): Promise<Filing | undefined> {
  return exclusively(vault.owner, async () => {
    const now = await vault.get<Filing>(id);
    if (!now || now.state === "filed") return now;
    const next = by(now);
    await vault.keep("filing", next);
    return next;
  });
}

/** Takes a filing and its photos off this device. */
export function discard(vault: Vault, id: string): Promise<void> {
  return exclusively(vault.owner, async () => {
    const now = await vault.get<Filing>(id);
    if (now) await vault.remove([id, ...filesOf(now)]);
  });
}
