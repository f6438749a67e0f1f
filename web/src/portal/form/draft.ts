import { ref, type Ref } from "vue";
import { asProblem } from "../../api/client";
import { draft, drafts, dropDraft, saveDraft, type Given } from "../api";
import type { Answers } from "./form";

/** All that a half-filled form is: nothing else is needed to go on, here or on another device. */
export interface Content {
  kind: string;
  id: string;
  name: { zh: string; en: string };
  answers: Answers;
  materials: Record<string, Given & { name?: string }>;
  leftOut: string[];
  self: string[];
  at: string;
  /** The Idempotency-Key of this filing. */
  key: string;
}
interface Kept {
  content: Content;
  revision: number;
  /** Changed here since the server last had it. */
  ahead: boolean;
}
export type Saving = "saved" | "saving" | "offline" | "torn";

const WAIT_ms = 900;
const PREFIX = "ronghe.draft.";

export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Takes all drafts of this browser away; on a shared computer nothing stays after signing out. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

/** Which of two copies goes on: the one of this device only if the server has not moved since, else ask. */
export function choose(local: Kept | null, server: { content: Content; revision: number } | null): "local" | "server" | "ask" | "none" {
  if (!local) return server ? "server" : "none";
  if (!server) return local.ahead || local.revision === 0 ? "local" : "none";
  if (!local.ahead) return "server";
  return local.revision === server.revision ? "local" : "ask";
}

/** The later of two copies, where asking would be more trouble than it saves. */
export function newest(one: Content | null, other: Content | null): Content | null {
  if (!one || !other) return one ?? other;
  return one.at >= other.at ? one : other;
}

/** A draft kept at once in this browser and soon after on the server. */
export class DraftKeeper {
  readonly saving: Ref<Saving> = ref("saved");
  readonly savedAt: Ref<Date | null> = ref(null);
  private revision = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private content: Content | null = null;
  private running: Promise<void> | null = null;
  private readonly again = (): void => void this.send();

  constructor(
    private readonly user: string,
    readonly id: string,
    private readonly subject: string,
  ) {
    window.addEventListener("online", this.again);
  }

  private get key(): string {
    return `${PREFIX}${this.user}.${this.id}`;
  }

  private local(): Kept | null {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? "null") as Kept | null;
    } catch {
      return null;
    }
  }

  /** What was begun; `ask` when this device and another went on separately. */
  async open(): Promise<{ content: Content | null; other: Content | null }> {
    const local = this.local();
    let server: { content: Content; revision: number } | null = null;
    try {
      if ((await drafts()).some((one) => one.id === this.id)) server = await draft<Content>(this.id);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code !== "offline" && problem.status < 500) throw problem;
      this.saving.value = "offline";
      this.revision = local?.revision ?? 0;
      return { content: local?.content ?? null, other: null };
    }
    this.revision = server?.revision ?? 0;
    switch (choose(local, server)) {
      case "local":
        return { content: local?.content ?? null, other: null };
      case "server":
        return { content: server?.content ?? null, other: null };
      case "ask":
        return { content: local?.content ?? null, other: server?.content ?? null };
      case "none":
        return { content: null, other: null };
    }
  }

  /** Keeps a change: in this browser now, on the server in a moment. */
  keep(content: Content): void {
    this.content = content;
    this.store(true);
    this.saving.value = "saving";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), WAIT_ms);
  }

  private store(ahead: boolean): void {
    if (!this.content) return;
    const kept: Kept = { content: this.content, revision: this.revision, ahead };
    try {
      localStorage.setItem(this.key, JSON.stringify(kept));
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // the browser's room is full: the server still has it
    }
  }

  async send(): Promise<void> {
    clearTimeout(this.timer);
    if (this.running) await this.running;
    const content = this.content;
    if (!content) return;
    this.running = this.put(content);
    await this.running;
    this.running = null;
  }

  private async put(content: Content): Promise<void> {
    try {
      this.revision = (await saveDraft(this.id, this.subject, content, this.revision)).revision;
      const newest = this.content === content;
      this.store(!newest);
      if (newest) {
        this.saving.value = "saved";
        this.savedAt.value = new Date();
      }
    } catch (error) {
      this.saving.value = asProblem(error).code === "draft-changed" ? "torn" : "offline";
    }
  }

  /** Filed or thrown away: nothing of it stays. */
  async drop(): Promise<void> {
    clearTimeout(this.timer);
    this.content = null;
    localStorage.removeItem(this.key);
    await dropDraft(this.id).catch(() => undefined);
  }

  close(): void {
    window.removeEventListener("online", this.again);
    if (this.saving.value === "saving") void this.send();
  }
}
