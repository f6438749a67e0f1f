package org.ronghe.sources.county.crs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The coordinate systems a file of a county package may be in. The county model is WGS-84.
@SuppressWarnings("ImmutableEnumChecker") // the list is unmodifiable
public enum Crs {
  /// GPS, OpenStreetMap, most international data.
  WGS_84("WGS-84", List.of("EPSG:4326", "WGS84")),
  /// The national system (2000 国家大地坐标系). Taken as equal to WGS-84: the ellipsoids differ by 1.05e-4
  /// m in the semi-minor axis (below 1e-9°), and the frames by the continental drift since 2000,
  /// under a metre, which no county survey data resolves without its epoch.
  CGCS2000("CGCS2000", List.of("EPSG:4490")),
  /// The shifted system of Chinese web maps (高德, 腾讯, DataV): 300 to 700 m off.
  GCJ_02("GCJ-02", List.of("GCJ02")),
  /// Baidu's own shift on top of GCJ-02.
  BD_09("BD-09", List.of("BD09"));

  private final String code;
  private final List<String> otherNames;

  Crs(String code, List<String> otherNames) {
    this.code = code;
    this.otherNames = otherNames;
  }

  /// The name used in county.yaml.
  public String code() {
    return code;
  }

  /// The system of this name, e.g. `GCJ-02` or `EPSG:4490`.
  public static Optional<Crs> ofCode(String text) {
    return Arrays.stream(values())
        .filter(crs -> crs.code.equalsIgnoreCase(text) || crs.isAlso(text))
        .findFirst();
  }

  private boolean isAlso(String text) {
    return otherNames.stream().anyMatch(text::equalsIgnoreCase);
  }

  /// Takes a position in this system to WGS-84; good to 1e-9° within China. Outside China GCJ-02
  /// has no shift.
  public LonLat toWgs84(double lon, double lat) {
    LonLat p = new LonLat(lon, lat);
    return switch (this) {
      case WGS_84, CGCS2000 -> p;
      case GCJ_02 -> Shift.inverse(Shift::wgs84ToGcj02, p);
      case BD_09 -> Shift.inverse(Shift::wgs84ToGcj02, Shift.inverse(Shift::gcj02ToBd09, p));
    };
  }

  /// Takes a WGS-84 position to this system.
  public LonLat fromWgs84(double lon, double lat) {
    LonLat p = new LonLat(lon, lat);
    return switch (this) {
      case WGS_84, CGCS2000 -> p;
      case GCJ_02 -> Shift.wgs84ToGcj02(p);
      case BD_09 -> Shift.gcj02ToBd09(Shift.wgs84ToGcj02(p));
    };
  }

  /// True inside the rectangle around China that GCJ-02 is defined on.
  public static boolean inChina(double lon, double lat) {
    return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
  }
}
