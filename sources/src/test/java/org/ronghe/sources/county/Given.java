package org.ronghe.sources.county;

import static org.ronghe.sources.county.PackageFolder.entry;

/// Packages with one table of the story's own rows; all that the rows refer to is there and good.
final class Given {
  static final String TUNNEL = "LINESTRING (113.05 36.05, 113.06 36.05)";

  private Given() {}

  static Example.Writer divisions(String... rows) {
    return folder -> folder.county().file("divisions.csv", PackageFolder.DIVISIONS + lines(rows));
  }

  static Example.Writer places(String... rows) {
    return table("places", "WGS-84", "id,name,kind,division,lon,lat", rows);
  }

  static Example.Writer people(String... rows) {
    return table("people", "none", "division,census_date,sex,age_from,age_to,count", rows);
  }

  static Example.Writer roads(String... rows) {
    return table("roads", "WGS-84", "id,name,class,width_m,wkt", rows);
  }

  static Example.Writer boundaries(String... rows) {
    return table("boundaries", "WGS-84", "code,issuer,vintage,wkt", rows);
  }

  /// Rows of `id,utility,line,from,to,diameter_mm,length_m,built_year,wkt` between the water nodes
  /// N1 and N2, 900 m apart, and the heat node H1.
  static Example.Writer links(String... rows) {
    return folder ->
        folder
            .county(
                entry("nodes.csv", "network-nodes", "WGS-84"),
                entry("links.csv", "network-links", "WGS-84"))
            .file(
                "nodes.csv",
                """
                id,utility,kind,lon,lat
                N1,water,source,113.05,36.05
                N2,water,valve,113.06,36.05
                H1,heat,valve,113.06,36.051
                """)
            .file(
                "links.csv",
                "id,utility,line,from,to,diameter_mm,length_m,built_year,wkt\n" + lines(rows));
  }

  /// Rows of `id,compartment,number,from_m,to_m` in the gas compartment R of a tunnel of 901 m.
  static Example.Writer sections(String... rows) {
    return folder -> tunnel(folder, lines(rows), "", "");
  }

  /// Rows of `id,section,name,kind,chainage_m` in section S1 from 0 to 200 m.
  static Example.Writer equipment(String... rows) {
    return folder -> tunnel(folder, "S1,R,1,0,200\n", lines(rows), "");
  }

  /// Rows of points on section S1 from 0 to 200 m and its fan E1 at 100 m.
  static Example.Writer points(String... rows) {
    return folder -> tunnel(folder, "S1,R,1,0,200\n", "E1,S1,送风机,fan,100\n", lines(rows));
  }

  /// Rows like those of `points`, with `name_en` after the name and `states_en` after the states.
  static Example.Writer pointsInEnglish(String... rows) {
    return folder -> {
      points("P1,甲烷,tunnel,section,S1,50,methane,%,number,,0,5,60").write(folder);
      folder.file(
          "points.csv",
          "id,name,name_en,utility,owner_kind,owner,chainage_m,quantity,unit,value_kind,states,"
              + "states_en,range_low,range_high,interval_s\n"
              + lines(rows));
    };
  }

  /// Rows of `point,rule,limit,hysteresis` for the point P1, which has no profile.
  static Example.Writer limits(String... rows) {
    return folder -> {
      points("P1,甲烷,tunnel,section,S1,50,methane,%,number,,0,5,60").write(folder);
      folder
          .append("county.yaml", entry("limits.csv", "limits", "none"))
          .file("limits.csv", "point,rule,limit,hysteresis\n" + lines(rows));
    };
  }

  private static void tunnel(
      PackageFolder folder, String sections, String equipment, String points) {
    folder
        .county(
            entry("tunnels.csv", "tunnels", "WGS-84"),
            entry("compartments.csv", "compartments", "none"),
            entry("sections.csv", "sections", "none"),
            equipment.isEmpty() ? "" : entry("equipment.csv", "equipment", "none"),
            points.isEmpty() ? "" : entry("points.csv", "points", "none"))
        .file("tunnels.csv", "id,name,wkt\nT1,光明路管廊,\"" + TUNNEL + "\"\n")
        .file("compartments.csv", "id,tunnel,name,kind\nR,T1,燃气舱,gas\nH,T1,热力舱,heat\n")
        .file("sections.csv", "id,compartment,number,from_m,to_m\n" + sections);
    if (!equipment.isEmpty()) {
      folder.file("equipment.csv", "id,section,name,kind,chainage_m\n" + equipment);
    }
    if (!points.isEmpty()) {
      folder.file(
          "points.csv",
          "id,name,utility,owner_kind,owner,chainage_m,quantity,unit,value_kind,states,"
              + "range_low,range_high,interval_s\n"
              + points);
    }
  }

  private static Example.Writer table(String kind, String crs, String header, String... rows) {
    return folder ->
        folder
            .county(entry(kind + ".csv", kind, crs))
            .file(kind + ".csv", header + "\n" + lines(rows));
  }

  static String lines(String... rows) {
    return String.join("\n", rows) + "\n";
  }
}
