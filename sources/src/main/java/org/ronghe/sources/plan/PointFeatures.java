package org.ronghe.sources.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ronghe.model.remark.Remark;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Places as points in GeoJSON (WGS-84): `id` (a property, else the id of the feature), `lon` and
/// `lat` out of the geometry, and every other property as a column. The row of a place is the
/// number of its feature.
final class PointFeatures {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> OURS = List.of("id", "lon", "lat");

  private PointFeatures() {}

  static SheetRows read(Path file) throws IOException, TableFault {
    JsonNode features;
    try {
      features = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8)).path("features");
    } catch (JacksonException e) {
      throw new TableFault(
          Remark.of(
              "places-not-json",
              file + " 不是 JSON：" + e.getOriginalMessage(),
              file + " is no JSON: " + e.getOriginalMessage()));
    }
    if (!features.isArray() || features.isEmpty()) {
      throw new TableFault(
          new Remark(
              "places-not-geojson",
              file + " 不是 GeoJSON FeatureCollection，或没有要素。",
              file + " is no GeoJSON FeatureCollection, or holds no feature.",
              "请从 QGIS 导出为 GeoJSON。",
              "Export it from QGIS as GeoJSON."));
    }
    Set<String> names = new LinkedHashSet<>(OURS);
    features.forEach(feature -> names.addAll(feature.path("properties").propertyNames()));
    List<String> header = List.copyOf(names);
    List<String[]> cells = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    for (JsonNode feature : features) {
      numbers.add(numbers.size() + 1L);
      cells.add(row(file, numbers.size(), feature, header));
    }
    return new SheetRows(header, cells, numbers);
  }

  private static String[] row(Path file, int number, JsonNode feature, List<String> header)
      throws TableFault {
    JsonNode geometry = feature.path("geometry");
    if (!geometry.path("type").asString("").equals("Point")) {
      throw new TableFault(
          new Remark(
              "place-no-point",
              file + " 第 " + number + " 个要素不是点。",
              file + ", feature " + number + " is no point.",
              "面可在 QGIS 里先取质心。",
              "Take the centroids of areas in QGIS first."));
    }
    String[] cells = new String[header.size()];
    for (int n = 0; n < cells.length; n++) {
      cells[n] = text(feature.path("properties").path(header.get(n)));
    }
    cells[0] = cells[0].isEmpty() ? text(feature.path("id")) : cells[0];
    cells[1] = text(geometry.path("coordinates").path(0));
    cells[2] = text(geometry.path("coordinates").path(1));
    return cells;
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? "" : value.asString("");
  }
}
