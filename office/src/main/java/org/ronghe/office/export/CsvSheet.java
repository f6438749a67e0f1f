package org.ronghe.office.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTWriter;
import org.ronghe.office.atlas.Feature;
import org.ronghe.office.atlas.Field;
import org.ronghe.office.atlas.Layer;
import org.ronghe.office.atlas.Shape;

/// A layer as CSV (RFC 4180, UTF-8): `id` first, then the fields, then the position as `lon`,`lat`
/// or `wkt`, as the county package format has it.
final class CsvSheet {
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final String STARTS_A_FORMULA = "=+-@\t\r";

  private CsvSheet() {}

  /// @param mark begins with a byte-order mark, without which Excel takes UTF-8 for GBK
  static <T> byte[] of(Layer<T> layer, Predicate<String> visible, boolean mark) throws IOException {
    var text = new StringWriter();
    if (mark) {
      text.append(BYTE_ORDER_MARK);
    }
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header(layer));
      for (Feature<T> feature : layer.features()) {
        if (visible.test(feature.id())) {
          csv.writeRecord(row(layer, feature));
        }
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static <T> List<String> header(Layer<T> layer) {
    List<String> header = new ArrayList<>();
    header.add("id");
    layer.fields().forEach(field -> header.add(field.name()));
    switch (layer.shape()) {
      case POINT -> header.addAll(List.of("lon", "lat"));
      case LINE, AREA -> header.add("wkt");
      case NONE -> {}
    }
    return header;
  }

  private static <T> List<String> row(Layer<T> layer, Feature<T> feature) {
    List<String> row = new ArrayList<>();
    row.add(safe(feature.id()));
    for (Field<T> field : layer.fields()) {
      row.add(cell(field.value().apply(feature.row())));
    }
    addPosition(row, layer.shape(), feature.geometry());
    return row;
  }

  private static void addPosition(List<String> row, Shape shape, @Nullable Geometry geometry) {
    switch (shape) {
      case POINT -> {
        row.add(geometry instanceof Point point ? Double.toString(point.getX()) : "");
        row.add(geometry instanceof Point point ? Double.toString(point.getY()) : "");
      }
      case LINE, AREA -> row.add(geometry == null ? "" : new WKTWriter().write(geometry));
      case NONE -> {}
    }
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> safe(text);
      default -> value.toString();
    };
  }

  /// A text that a spreadsheet would run as a formula is led by an apostrophe.
  static String safe(String text) {
    return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
