import type { Phase, Row, Story } from "../api";
import { followWords as w, followWord } from "./words";

/** The stages a case goes through, as a parcel does. */
export const STAGES = ["file", "accept", "review", "issue", "deliver"] as const;

const REACHED: Record<string, number> = {
  "waiting": 0, "filed": 1, "returned": 1, "not-accepted": 1, "in-review": 2, "suspended": 2, "refused": 2, "approved": 3, "issued": 4, "delivered": 5, "withdrawn": 0,
};

/** How many stages are behind; a case that stands still in one has not passed it. */
export const reached = (status: string): number => REACHED[status] ?? 0;
export const isClosed = (row: Pick<Row, "closedOn" | "status">): boolean =>
  row.closedOn !== null || ["delivered", "refused", "not-accepted", "withdrawn"].includes(row.status);

/** A stretch of the legal clock in one plain sentence. */
export function clockSentence(phase: Phase): string {
  const name = followWord(`phase_${phase.phase}`);
  if (phase.endedOn) return w.clockDone(name, phase.used);
  return phase.left < 0 ? w.clockLate(name, phase.used, -phase.left) : w.clockWords(name, phase.used, phase.left);
}

/** Numbers of the case and its parts: a licence belongs here if one of them gave it. */
export const numbersOf = (story: Story): string[] => [story.file.number, ...story.parts.map((part) => part.file.number)];

/** What was asked for when the case was last returned: the reason, and each defect. */
export function defectsOf(story: Story): { reason: string; defects: string[] } {
  const last = story.events.findLast((one) => one.verb === "return");
  return { reason: last?.reason ?? "", defects: last?.data?.defects ?? [] };
}
