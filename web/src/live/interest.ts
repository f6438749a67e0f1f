/** What one page wants to hear. */
export interface Interest {
  points?: readonly string[];
  tunnel?: string;
  utility?: string;
  alarms?: boolean;
  rates?: boolean;
}

const MOST_POINTS = 400;

/** The query of `/api/v1/live` that satisfies all wishes at once; null when nobody wants anything. */
export function liveQuery(wishes: Iterable<Interest>): string | null {
  const points = new Set<string>();
  const tunnels = new Set<string>();
  const utilities = new Set<string>();
  let alarms = false;
  let rates = false;
  for (const wish of wishes) {
    for (const point of wish.points ?? []) points.add(point);
    if (wish.tunnel) tunnels.add(wish.tunnel);
    if (wish.utility) utilities.add(wish.utility);
    alarms ||= wish.alarms ?? false;
    rates ||= wish.rates ?? false;
  }
  const query = new URLSearchParams();
  if (points.size > 0) query.set("points", [...points].sort().slice(0, MOST_POINTS).join(","));
  for (const tunnel of [...tunnels].sort()) query.append("tunnel", tunnel);
  for (const utility of [...utilities].sort()) query.append("utility", utility);
  if (alarms) query.set("alarms", "1");
  if (rates) query.set("rates", "1");
  const text = query.toString();
  return text === "" ? null : text;
}
