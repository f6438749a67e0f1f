package org.ronghe.sources.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.ronghe.model.remark.Remark;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads road lines out of GeoJSON (WGS-84): LineString and MultiLineString. A road whose property
/// `all_season` says no is left out and counted; where the property is not there the road is taken.
public final class RoadLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final GeometryFactory MAKE = new GeometryFactory();
  private static final String ALL_SEASON = "all_season";

  private final String file;
  private final List<LineString> roads = new ArrayList<>();
  private int passable;
  private int seasonal;
  private int unsaid;
  private int others;

  private RoadLines(String file) {
    this.file = file;
  }

  public static TableAnswer<List<LineString>> read(Path file) {
    try {
      RoadLines lines = new RoadLines(file.toString());
      lines.features(JSON.readTree(Files.readString(file, StandardCharsets.UTF_8)));
      return new TableAnswer.Read<>(List.copyOf(lines.roads), lines.remarks());
    } catch (TableFault fault) {
      return new TableAnswer.Refused<>(fault.why());
    } catch (JacksonException e) {
      return new TableAnswer.Refused<>(
          Remark.of(
              "roads-not-json",
              file + " 不是 JSON：" + e.getOriginalMessage(),
              file + " is no JSON: " + e.getOriginalMessage()));
    } catch (IOException e) {
      return new TableAnswer.Refused<>(TextTable.why(file, e));
    }
  }

  private void features(JsonNode root) throws TableFault {
    JsonNode features = root.path("features");
    if (!features.isArray()) {
      throw new TableFault(
          new Remark(
              "roads-not-geojson",
              file + " 不是 GeoJSON FeatureCollection。",
              file + " is no GeoJSON FeatureCollection.",
              "请从 QGIS 导出为 GeoJSON。",
              "Export it from QGIS as GeoJSON."));
    }
    int number = 0;
    for (JsonNode feature : features) {
      number++;
      JsonNode said = feature.path("properties").path(ALL_SEASON);
      if (isNo(said)) {
        seasonal++;
      } else {
        passable++;
        unsaid += said.isMissingNode() || said.isNull() ? 1 : 0;
        shape(feature.path("geometry"), number);
      }
    }
    if (roads.isEmpty()) {
      throw new TableFault(
          Remark.of("roads-none", file + " 没有四季通行的道路。", file + " has no all-season road."));
    }
  }

  private static boolean isNo(JsonNode said) {
    return switch (said.asString("").strip().toLowerCase(Locale.ROOT)) {
      case "false", "no", "0", "否" -> true;
      default -> false;
    };
  }

  private void shape(JsonNode geometry, int number) throws TableFault {
    switch (geometry.path("type").asString("")) {
      case "LineString" -> line(geometry.path("coordinates"), number);
      case "MultiLineString" -> {
        for (JsonNode part : geometry.path("coordinates")) {
          line(part, number);
        }
      }
      default -> others++;
    }
  }

  private void line(JsonNode pairs, int number) throws TableFault {
    List<Coordinate> points = new ArrayList<>();
    for (JsonNode pair : pairs) {
      double lon = pair.path(0).asDouble(Double.NaN);
      double lat = pair.path(1).asDouble(Double.NaN);
      if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
        throw new TableFault(
            new Remark(
                "roads-not-degrees",
                file + " 第 " + number + " 个要素的坐标（" + lon + ", " + lat + "）不是经纬度。",
                file + ", feature " + number + ": (" + lon + ", " + lat + ") are no degrees.",
                "也许是投影坐标？请导出为 WGS-84（EPSG:4326）。",
                "Maybe they are projected? Export as WGS-84 (EPSG:4326)."));
      }
      points.add(new Coordinate(lon, lat));
    }
    if (points.size() >= 2) {
      roads.add(MAKE.createLineString(points.toArray(Coordinate[]::new)));
    }
  }

  private List<Remark> remarks() {
    List<Remark> result = new ArrayList<>();
    if (seasonal > 0) {
      result.add(
          Remark.of(
              "roads-seasonal",
              file + " 有 " + seasonal + " 条道路不是四季通行，没有计入。",
              file + ": " + seasonal + " roads are not all-season and were left out."));
    }
    if (unsaid > 0) {
      result.add(
          Remark.of(
              "roads-unsaid",
              file + " 的 " + passable + " 条道路中有 " + unsaid + " 条没有 all_season 属性，按四季通行计。",
              file
                  + ": "
                  + unsaid
                  + " of "
                  + passable
                  + " roads have no property all_season and are taken as all-season."));
    }
    if (others > 0) {
      result.add(
          Remark.of(
              "roads-not-lines",
              file + " 有 " + others + " 个要素不是线，没有计入。",
              file + ": " + others + " features are no lines and were left out."));
    }
    return result;
  }
}
