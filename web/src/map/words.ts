import { words } from "../i18n";

export const mapWords = words({
  zh: {
    map: "全县地图",
    hint: "方向键移动，加减号缩放，点击看详情；同样的内容可用「列出视野内」逐项查看。",
    legend: "图例",
    showLegend: "图例",
    zoomIn: "放大",
    zoomOut: "缩小",
    whole: "全县",
    list: "列出视野内",
    png: "导出图片",
    failed: "地图画不出来：这个浏览器没有 WebGL。右侧的表格和列表仍可使用。",
    source: "底图：本县数据包",
    close: "关闭",
    details: "详情",
    inView: "视野内",
    inViewNone: "视野内没有设施、管段或测点；放大或移动地图再看。",
    kindpoints: "测点",
    kindlinks: "管段",
    kindnodes: "节点",
    kindfacilities: "设施",
    kindtunnels: "管廊",
    kinddivisions: "区划",
    kindplaces: "村庄地点",
    open: "打开",
    noPoints: "这里没有测点。",
  },
  en: {
    map: "County map",
    hint: "Arrow keys move, plus and minus zoom, click for details; the same is listed by In view.",
    legend: "Legend",
    showLegend: "Legend",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    whole: "Whole county",
    list: "In view",
    png: "Save picture",
    failed: "The map cannot be drawn: this browser has no WebGL. The tables and lists beside it still work.",
    source: "Ground: this county's package",
    close: "Close",
    details: "Details",
    inView: "In view",
    inViewNone: "There is no facility, link or point in view; zoom in or move the map.",
    kindpoints: "Points",
    kindlinks: "Links",
    kindnodes: "Nodes",
    kindfacilities: "Facilities",
    kindtunnels: "Tunnels",
    kinddivisions: "Divisions",
    kindplaces: "Places",
    open: "Open",
    noPoints: "There are no points here.",
  },
});

export type PickLayer = "points" | "links" | "nodes" | "facilities" | "tunnels" | "divisions" | "places";

/** Something clicked on the map or chosen from a list. */
export interface Pick {
  layer: PickLayer;
  id: string;
  name: string | null;
  nameEn?: string | null;
  utility: string | null;
  lon: number | null;
  lat: number | null;
}

export const layerWord = (layer: PickLayer): string => mapWords[`kind${layer}`];
