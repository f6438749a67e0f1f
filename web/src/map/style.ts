import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { Utility } from "../api/types";
import { language } from "../i18n";
import { UTILITIES } from "./utilities";

/** The colours a map needs, read from the theme, since WebGL knows no CSS variables. */
export interface Palette {
  ground: string;
  surface: string;
  county: string;
  border: string;
  road: string;
  label: string;
  halo: string;
  ink: string;
  focus: string;
  utility: Record<Utility, string>;
  priority: [string, string, string, string];
}

export function paletteNow(): Palette {
  const css = getComputedStyle(document.documentElement);
  const read = (name: string): string => css.getPropertyValue(name).trim();
  const dark = document.documentElement.classList.contains("dark");
  return {
    ground: dark ? "#101316" : "#e3e6e8",
    county: dark ? "#191d21" : "#f4f5f5",
    surface: read("--raised"),
    border: dark ? "#59646d" : "#9aa5ad",
    road: dark ? "#2d343a" : "#d5dade",
    label: dark ? "#b7c1c8" : "#48535c",
    halo: dark ? "#15181b" : "#f7f8f8",
    ink: read("--ink"),
    focus: read("--focus"),
    utility: Object.fromEntries(UTILITIES.map((u) => [u, read(`--u-${u}`)])) as Record<Utility, string>,
    priority: [read("--p1"), read("--p2"), read("--p3"), read("--p4")],
  };
}

export const SOURCE = "county";
/** Glyphs are drawn in the browser from these fonts; the style names no glyph server. */
const FONT = ["Noto Sans SC, Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"];

const MAIN_ROADS = ["motorway", "trunk", "primary", "national", "provincial"];

const byZoom = (...stops: [number, number][]): ExpressionSpecification =>
  ["interpolate", ["linear"], ["zoom"], ...stops.flat()] as unknown as ExpressionSpecification;

const state = (name: string, otherwise: unknown): ExpressionSpecification =>
  ["coalesce", ["feature-state", name], otherwise] as unknown as ExpressionSpecification;

function ground(p: Palette): LayerSpecification[] {
  return [
    { id: "ground", type: "background", paint: { "background-color": p.ground } },
    {
      id: "county-fill", type: "fill", source: SOURCE, "source-layer": "divisions",
      filter: ["all", ["==", ["geometry-type"], "Polygon"], ["in", ["get", "level"], ["literal", ["county", "COUNTY"]]]],
      paint: { "fill-color": p.county },
    },
    {
      id: "roads", type: "line", source: SOURCE, "source-layer": "roads",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": p.road,
        "line-width": [
          "interpolate", ["exponential", 1.5], ["zoom"],
          9, ["match", ["get", "kind"], MAIN_ROADS, 1.4, 0.5],
          14, ["match", ["get", "kind"], MAIN_ROADS, 6, 3],
          18, ["match", ["get", "kind"], MAIN_ROADS, 26, 14],
        ],
      },
    },
    {
      id: "township-line", type: "line", source: SOURCE, "source-layer": "divisions",
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: {
        "line-color": p.border,
        "line-width": ["match", ["get", "level"], ["county", "COUNTY"], 1.6, 0.7],
        "line-dasharray": [3, 2],
      },
    },
  ];
}

function utilityLayers(p: Palette, utility: Utility): LayerSpecification[] {
  const colour = p.utility[utility];
  const is: ExpressionSpecification = ["==", ["downcase", ["to-string", ["get", "utility"]]], utility];
  const chosen = state("chosen", false);
  const layers: LayerSpecification[] = [
    {
      id: `links-${utility}`, type: "line", source: SOURCE, "source-layer": "links", filter: is,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": colour,
        "line-width": ["interpolate", ["linear"], ["zoom"], 9, ["case", chosen, 4, 1], 13, ["case", chosen, 7, 2], 17, ["case", chosen, 10, 4]],
        ...(utility === "drainage" ? { "line-dasharray": [3, 1.5] } : {}),
      },
    },
    {
      id: `nodes-${utility}`, type: "circle", source: SOURCE, "source-layer": "nodes", filter: is, minzoom: 14,
      paint: {
        "circle-radius": byZoom([14, 2], [17, 5]),
        "circle-color": p.surface,
        "circle-stroke-color": colour,
        "circle-stroke-width": ["case", chosen, 4, 1.5],
      },
    },
  ];
  if (utility === "tunnel") {
    layers.unshift(
      {
        id: "tunnels-case", type: "line", source: SOURCE, "source-layer": "tunnels",
        layout: { "line-cap": "butt", "line-join": "round" },
        paint: { "line-color": p.utility.tunnel, "line-width": byZoom([9, 3], [13, 7], [17, 16]) },
      },
      {
        id: "tunnels-line", type: "line", source: SOURCE, "source-layer": "tunnels",
        paint: { "line-color": p.county, "line-width": byZoom([9, 1], [13, 3.5], [17, 11]) },
      },
    );
  }
  return layers;
}

function pointLayer(p: Palette, utility: Utility): LayerSpecification {
  const chosen = state("chosen", false);
  const priority = state("alarm", 0);
  return {
    id: `points-${utility}`, type: "circle", source: SOURCE, "source-layer": "points", minzoom: 13,
    filter: ["==", ["downcase", ["to-string", ["get", "utility"]]], utility],
    paint: {
      "circle-radius": ["interpolate", ["linear"], ["zoom"], 13, ["case", chosen, 8, 2.6], 17, ["case", chosen, 10, 6]],
      "circle-color": ["case", state("stale", false), p.surface, p.utility[utility]],
      "circle-opacity": 0.9,
      "circle-stroke-color": ["match", priority, 1, p.priority[0], 2, p.priority[1], 3, p.priority[2], 4, p.priority[3], p.ink],
      "circle-stroke-width": ["case", chosen, 2, [">", priority, 0], 2, state("stale", false), 1, 0],
    },
  };
}

function labels(p: Palette, english: boolean): LayerSpecification[] {
  const name: ExpressionSpecification = english
    ? ["coalesce", ["get", "name_en"], ["get", "name"], ""]
    : ["coalesce", ["get", "name"], ""];
  const paint = { "text-color": p.label, "text-halo-color": p.halo, "text-halo-width": 1.4 };
  return [
    {
      id: "road-names", type: "symbol", source: SOURCE, "source-layer": "roads", minzoom: 13,
      layout: { "symbol-placement": "line", "text-field": name, "text-font": FONT, "text-size": 11 },
      paint,
    },
    {
      id: "place-names", type: "symbol", source: SOURCE, "source-layer": "places", minzoom: 11.2,
      layout: { "text-field": name, "text-font": FONT, "text-size": byZoom([11, 10.5], [15, 13]), "text-padding": 4 },
      paint,
    },
    {
      id: "facilities", type: "circle", source: SOURCE, "source-layer": "facilities", minzoom: 11.5,
      paint: {
        "circle-radius": byZoom([11.5, 2.5], [16, 6]), "circle-color": p.label,
        "circle-stroke-color": p.halo, "circle-stroke-width": ["case", state("chosen", false), 4, 1],
      },
    },
    {
      id: "facility-names", type: "symbol", source: SOURCE, "source-layer": "facilities", minzoom: 13.5,
      layout: { "text-field": name, "text-font": FONT, "text-size": 11, "text-offset": [0, 0.9], "text-anchor": "top" },
      paint,
    },
    {
      id: "tunnel-names", type: "symbol", source: SOURCE, "source-layer": "tunnels", minzoom: 11,
      layout: { "symbol-placement": "line", "text-field": name, "text-font": FONT, "text-size": 12, "text-offset": [0, 1.2] },
      paint: { ...paint, "text-color": p.ink },
    },
    {
      id: "township-names", type: "symbol", source: SOURCE, "source-layer": "division-labels",
      filter: ["in", ["downcase", ["to-string", ["get", "level"]]], ["literal", ["township"]]],
      layout: { "text-field": name, "text-font": FONT, "text-size": byZoom([8, 11], [13, 15]), "text-letter-spacing": 0.08 },
      paint: { ...paint, "text-color": p.ink, "text-halo-width": 1.8 },
    },
  ];
}

/** The whole style: our own tiles, muted ground, one line, node and point layer per utility. */
function mapStyle(p: Palette, tiles: string, english: boolean): StyleSpecification {
  return {
    version: 8,
    sources: {
      [SOURCE]: {
        type: "vector", tiles: [tiles], minzoom: 6, maxzoom: 15,
        promoteId: { points: "id", links: "id", nodes: "id", facilities: "id", tunnels: "id", divisions: "id", places: "id" },
      },
      alarms: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
    },
    layers: [
      ...ground(p),
      ...UTILITIES.flatMap((u) => utilityLayers(p, u)),
      ...UTILITIES.map((u) => pointLayer(p, u)),
      ...labels(p, english),
      ...alarmLayers(),
    ],
  };
}

function alarmLayers(): LayerSpecification[] {
  const layer = (id: string, blinking: boolean): LayerSpecification => ({
    id, type: "symbol", source: "alarms", filter: ["==", ["get", "blink"], blinking],
    layout: {
      "icon-image": ["get", "icon"], "icon-size": byZoom([8, 0.75], [13, 1]),
      "icon-allow-overlap": true, "icon-ignore-placement": true, "symbol-sort-key": ["-", 5, ["get", "priority"]],
    },
    paint: { "icon-opacity-transition": { duration: 0, delay: 0 } },
  });
  return [layer("alarms-steady", false), layer("alarms-blink", true)];
}

/** The style of the county's own tiles as the reader has chosen theme and language. */
export const styleNow = (): StyleSpecification =>
  mapStyle(paletteNow(), `${location.origin}/tiles/{z}/{x}/{y}.mvt`, language.value === "en");

/** Layers of one utility, for the legend's switches. */
export function layersOf(utility: Utility): string[] {
  const ids = [`links-${utility}`, `nodes-${utility}`, `points-${utility}`];
  return utility === "tunnel" ? [...ids, "tunnels-case", "tunnels-line", "tunnel-names"] : ids;
}
