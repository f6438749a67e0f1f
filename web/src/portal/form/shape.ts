/** A shape typed as points, one a line: `113.05,36.05`. One point, a line, or (first = last) an area. */
export function shapeOf(text: string): unknown {
  const points = text
    .split(/\n+/)
    .map((line) => line.trim().split(/[,，\s]+/).map(Number))
    .filter((pair) => pair.length === 2 && pair.every((one) => Number.isFinite(one)));
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return undefined;
  if (points.length === 1) return { type: "Point", coordinates: first };
  const closed = points.length > 3 && first[0] === last[0] && first[1] === last[1];
  return closed ? { type: "Polygon", coordinates: [points] } : { type: "LineString", coordinates: points };
}

export function shapeText(shape: unknown): string {
  if (typeof shape !== "object" || shape === null) return "";
  const { type, coordinates } = shape as { type: string; coordinates: unknown };
  const points = type === "Point" ? [coordinates] : type === "Polygon" ? (coordinates as unknown[])[0] : coordinates;
  return Array.isArray(points) ? points.map((one) => (Array.isArray(one) ? one.join(",") : "")).join("\n") : "";
}
