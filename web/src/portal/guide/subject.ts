import { bundle, service, type Bundle, type Kind, type Service } from "../api";

/** A service or a bundle, whichever the address names. */
export type Subject = { kind: "service"; it: Service } | { kind: "bundle"; it: Bundle };

export async function loadSubject(kind: string, id: string, leftOut: readonly string[] = [], signal?: AbortSignal): Promise<Subject> {
  return kind === "bundle"
    ? { kind: "bundle", it: await bundle(id, leftOut, signal) }
    : { kind: "service", it: await service(id, signal) };
}

export const kindOf = (param: unknown): Kind => (param === "bundle" ? "bundle" : "service");

export interface DocumentLine {
  id: string;
  name: { zh: string; en: string };
  optional: boolean;
  licence: boolean;
  produced: boolean;
}

/** The documents as a guide lists them: what must be brought first, what arises on the way last. */
export function documentLines(subject: Subject): DocumentLine[] {
  const lines =
    subject.kind === "service"
      ? subject.it.materials.map((one) => ({
          id: one.id, name: one.name, optional: !one.required, licence: one.licences.length > 0, produced: false,
        }))
      : subject.it.materials.map((one) => ({
          id: one.material.id, name: one.material.name, optional: !one.material.required,
          licence: one.licences.length > 0, produced: one.producedBy !== null,
        }));
  return lines.sort((a, b) => Number(a.produced) - Number(b.produced));
}

/** Whether a part of the guide (`/header/promise_day`, `/materials`) is covered by a source. */
export function isCited(it: Service, part: string): boolean {
  return Object.keys(it.cited).some((one) => part === one || part.startsWith(`${one}/`));
}
