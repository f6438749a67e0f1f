package org.ronghe.office.register;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKBWriter;

/// Lines in PostgreSQL's COPY text format, gathered field by field.
final class CopyLine {
  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder text = new StringBuilder(1 << 16);
  private final WKBWriter wkb = new WKBWriter(2);
  private boolean first = true;

  CopyLine add(@Nullable String value) {
    separate();
    if (value == null) {
      text.append("\\N");
      return this;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
    return this;
  }

  CopyLine add(@Nullable Number value) {
    separate();
    text.append(value == null ? "\\N" : value.toString());
    return this;
  }

  CopyLine add(Enum<?> value) {
    return add(value.name());
  }

  /// Two fields: longitude and latitude.
  CopyLine addPosition(Point point) {
    return add(point.getX()).add(point.getY());
  }

  CopyLine addGeometry(@Nullable Geometry geometry) {
    separate();
    if (geometry == null) {
      text.append("\\N");
    } else {
      text.append("\\\\x").append(HEX.formatHex(wkb.write(geometry)));
    }
    return this;
  }

  void end() {
    text.append('\n');
    first = true;
  }

  int length() {
    return text.length();
  }

  /// The bytes gathered so far; starts anew.
  byte[] drain() {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    return bytes;
  }

  private void separate() {
    if (!first) {
      text.append('\t');
    }
    first = false;
  }
}
