import { get } from "./client";
import type { PointDetail, PointNow } from "./types";

type Sent = Omit<PointDetail, keyof PointNow> & { now: PointNow };

/** All about one point; the server puts the newest value under `now`, the screen reads it as one record. */
export async function pointDetail(id: string, signal?: AbortSignal): Promise<PointDetail> {
  const sent = await get<Sent | PointDetail>(`/api/v1/points/${encodeURIComponent(id)}`, undefined, signal);
  return "now" in sent ? { ...sent.now, ...sent } : sent;
}
