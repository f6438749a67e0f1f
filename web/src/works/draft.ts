/** The line somebody draws, as text they can also type: one `longitude, latitude` a line. */
export type Position = [number, number];

const PAIR = /^\s*(-?\d+(?:\.\d+)?)\s*[,，\s]\s*(-?\d+(?:\.\d+)?)\s*$/;

export interface Read {
  positions: Position[];
  /** Numbers of the lines that are no position, counted from 1. */
  wrong: number[];
}

export function readPositions(text: string): Read {
  const positions: Position[] = [];
  const wrong: number[] = [];
  text.split("\n").forEach((line, index) => {
    if (!line.trim()) return;
    const found = PAIR.exec(line);
    const lon = Number(found?.[1]);
    const lat = Number(found?.[2]);
    if (found && Math.abs(lon) <= 180 && Math.abs(lat) <= 90) positions.push([lon, lat]);
    else wrong.push(index + 1);
  });
  return { positions, wrong };
}

export const writePositions = (positions: readonly Position[]): string =>
  positions.map(([lon, lat]) => `${lon.toFixed(6)}, ${lat.toFixed(6)}`).join("\n");

const EARTH_m = 6_371_008.8;

/** Metres along the line, straight from point to point. */
export function length_m(positions: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < positions.length; i++) {
    const [a, b] = [positions[i - 1] as Position, positions[i] as Position];
    const rad = Math.PI / 180;
    const half =
      Math.sin(((b[1] - a[1]) * rad) / 2) ** 2 +
      Math.cos(a[1] * rad) * Math.cos(b[1] * rad) * Math.sin(((b[0] - a[0]) * rad) / 2) ** 2;
    sum += 2 * EARTH_m * Math.asin(Math.sqrt(half));
  }
  return sum;
}
