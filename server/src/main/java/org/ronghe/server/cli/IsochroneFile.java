package org.ronghe.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/// Isochrones as GeoJSON (RFC 7946), written beside its place and put there when whole.
final class IsochroneFile implements AutoCloseable {
  private static final double UNITS = 1e7;

  private final OutFile file;
  private final Writer out;
  private boolean begun;

  IsochroneFile(Path file) throws IOException {
    this.file = OutFile.open(file);
    out = new BufferedWriter(new OutputStreamWriter(this.file.stream(), UTF_8), 1 << 16);
    out.write("{\"type\":\"FeatureCollection\",\"features\":[");
  }

  /// @param area null for an origin that is off the roads
  void add(String id, double minutes, @Nullable MultiPolygon area) throws IOException {
    out.write(begun ? ",\n" : "\n");
    begun = true;
    out.write("{\"type\":\"Feature\",\"properties\":{\"id\":");
    out.write(Terminal.JSON.writeValueAsString(id));
    out.write(",\"minutes\":");
    out.write(BigDecimal.valueOf(minutes).stripTrailingZeros().toPlainString());
    out.write("},\"geometry\":");
    if (area == null) {
      out.write("null");
    } else {
      geometry(area);
    }
    out.write("}");
  }

  private void geometry(MultiPolygon area) throws IOException {
    out.write("{\"type\":\"MultiPolygon\",\"coordinates\":[");
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      out.write(i == 0 ? "[" : ",[");
      ring(polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        out.write(",");
        ring(polygon.getInteriorRingN(hole));
      }
      out.write("]");
    }
    out.write("]}");
  }

  private void ring(LinearRing ring) throws IOException {
    String separator = "[";
    for (Coordinate at : ring.getCoordinates()) {
      out.write(separator);
      out.write("[" + number(at.x) + "," + number(at.y) + "]");
      separator = ",";
    }
    out.write("]");
  }

  private static String number(double degrees) {
    return Double.toString(Math.round(degrees * UNITS) / UNITS);
  }

  /// Writes the end and puts the file in its place.
  void finish() throws IOException {
    out.write("\n]}\n");
    out.close();
    file.finish();
  }

  @Override
  public void close() throws IOException {
    out.close();
    file.close();
  }
}
