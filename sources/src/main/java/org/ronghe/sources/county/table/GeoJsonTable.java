package org.ronghe.sources.county.table;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.sources.county.manifest.FileSpec;
import org.ronghe.sources.county.notice.FileNotice;
import org.ronghe.sources.county.notice.GeometryNotice;
import org.ronghe.sources.county.notice.Notice;
import org.ronghe.sources.county.notice.NoticeBook;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A GeoJSON feature collection, feature by feature. The file is walked twice, since a property may
/// first occur in its last feature; only one feature is in memory at a time.
final class GeoJsonTable implements Table {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// Told of each feature.
  @FunctionalInterface
  private interface Visitor {
    void feature(long number, JsonNode feature);
  }

  @Override
  public void read(Path path, FileSpec spec, NoticeBook book, Consumer<Row> rows)
      throws IOException {
    try {
      Set<String> names = new LinkedHashSet<>();
      long[] features = {0};
      boolean collection =
          walk(
              path,
              spec,
              book,
              (number, feature) -> {
                features[0] = number;
                names.addAll(feature.path("properties").propertyNames());
              });
      if (!collection) {
        book.file(FileNotice.FILE_UNREADABLE, spec.label(), spec.file(), "no FeatureCollection");
        return;
      }
      List<String> columns = new ArrayList<>(names);
      if (features[0] == 0 || book.hasErrorsIn(spec.label())) {
        return;
      }
      Optional<Header> header = Header.of(columns, spec, true, book);
      if (header.isPresent()) {
        walk(
            path,
            spec,
            new NoticeBook(),
            (number, feature) ->
                rows.accept(row(header.get(), columns, number, feature, spec, book)));
      }
    } catch (JacksonException e) {
      book.file(
          FileNotice.FILE_UNREADABLE, spec.label(), spec.file(), String.valueOf(e.getMessage()));
    }
  }

  /// Visits each feature; false when the file is no feature collection.
  private static boolean walk(Path path, FileSpec spec, NoticeBook book, Visitor visitor)
      throws IOException {
    boolean collection = false;
    try (InputStream in = Files.newInputStream(path);
        JsonParser parser = JSON.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("features") && value == JsonToken.START_ARRAY) {
          collection = true;
          long number = 0;
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            JsonNode feature = JSON.readTree(parser);
            visitor.feature(++number, feature);
          }
        } else if (name.equals("crs") && value == JsonToken.START_OBJECT) {
          JsonNode crs = JSON.readTree(parser);
          checkCrs(crs.at("/properties/name").asString(""), spec, book);
        } else {
          parser.skipChildren();
        }
      }
    }
    return collection;
  }

  private static void checkCrs(String name, FileSpec spec, NoticeBook book) {
    boolean degrees = name.matches("(?i).*(CRS84|4326|4490).*");
    if (!degrees && !name.isEmpty() && spec.crs() != null) {
      book.file(FileNotice.CRS_CONTRADICTED, spec.label(), spec.crs().code(), name);
    }
  }

  private static Row row(
      Header header,
      List<String> columns,
      long number,
      JsonNode feature,
      FileSpec spec,
      NoticeBook book) {
    JsonNode properties = feature.path("properties");
    List<String> cells = columns.stream().map(name -> text(properties.path(name))).toList();
    return header.row(number, cells, geometry(feature.path("geometry"), number, spec, book));
  }

  private static @Nullable Geometry geometry(
      JsonNode node, long number, FileSpec spec, NoticeBook book) {
    if (!node.isObject()) {
      return null;
    }
    try {
      return GeoJsonShape.read(node);
    } catch (IllegalArgumentException e) {
      GeometryNotice kind =
          switch (node.path("type").asString("")) {
            case "Polygon", "MultiPolygon" -> GeometryNotice.POLYGON_INVALID;
            case "LineString", "MultiLineString" -> GeometryNotice.LINE_TOO_SHORT;
            default -> GeometryNotice.SHAPE_UNREADABLE;
          };
      book.add(
          new Notice(kind, spec.label(), number, "", "", List.of(String.valueOf(e.getMessage()))));
      return null;
    }
  }

  private static String text(JsonNode value) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      return XlsxTable.number(number);
    }
    return value.isContainer() ? value.toString() : value.asString("");
  }
}
