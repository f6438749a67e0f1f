// Development only: cuts the made-up county into Mapbox vector tiles.
import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { CENTRE, network, points, roads, townships, tunnels } from "./county.mjs";

const feature = (type, coordinates, properties) => ({ type: "Feature", geometry: { type, coordinates }, properties });
const collection = (features) => ({ type: "FeatureCollection", features });
const [x, y] = CENTRE;
const layers = {
  divisions: [
    feature("Polygon", [[[x - 0.18, y - 0.17], [x + 0.18, y - 0.16], [x + 0.17, y + 0.17], [x - 0.16, y + 0.16], [x - 0.18, y - 0.17]]], { id: "140404", name: "上党区", level: "county" }),
  ],
  "division-labels": townships.map((t) => feature("Point", [t.lon, t.lat], { code: t.code, name: t.name, level: "township" })),
  roads: roads.map((r) => feature("LineString", r.path, { id: r.id, name: r.name, kind: r.class })),
  tunnels: tunnels.map((t) => feature("LineString", t.geometry, { id: t.id, name: t.name, utility: "tunnel" })),
  links: network.links.map((l) => feature("LineString", l.path, { id: l.id, utility: l.utility, name: l.name })),
  nodes: network.nodes.map((n) => feature("Point", [n.lon, n.lat], { id: n.id, utility: n.utility, kind: n.kind })),
  facilities: townships.map((t) => feature("Point", [t.lon + 0.01, t.lat + 0.005], { id: `F${t.code}`, name: `${t.name.slice(0, 2)}卫生院`, kind: "hospital" })),
  places: townships.flatMap((t) => [0, 1, 2, 3].map((i) => feature("Point", [t.lon + (i - 1.5) * 0.018, t.lat + ((i % 2) - 0.5) * 0.03], { id: `${t.code}${i}`, name: `${t.name[0]}家${"东西南北"[i]}村`, kind: "village" }))),
  points: [...points.values()].filter((p) => p.lon !== null).map((p) => feature("Point", [p.lon, p.lat], { id: p.id, name: p.name, utility: p.utility, kind: p.quantity, synthetic: true })),
};
const indexes = Object.entries(layers).map(([name, features]) => [name, new GeoJSONVT(collection(features), { maxZoom: 16, indexMaxZoom: 6, buffer: 128 })]);

export function tile(z, tx, ty) {
  const found = {};
  for (const [name, index] of indexes) {
    const cut = index.getTile(z, tx, ty);
    if (cut) found[name] = cut;
  }
  return Object.keys(found).length ? Buffer.from(fromGeojsonVt(found)) : null;
}
