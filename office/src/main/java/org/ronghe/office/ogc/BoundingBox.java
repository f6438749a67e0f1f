package org.ronghe.office.ogc;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// The `bbox` of a request in lon/lat: one envelope, or two when it crosses the date line.
record BoundingBox(List<Envelope> parts) {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /// Reads 4 or 6 numbers in the axis order of `crs`; empty when they make no box.
  static Optional<BoundingBox> parse(String text, Crs crs) {
    String[] words = text.split(",", -1);
    if (words.length != 4 && words.length != 6) {
      return Optional.empty();
    }
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      try {
        numbers[i] = Double.parseDouble(words[i].strip());
      } catch (NumberFormatException _) {
        return Optional.empty();
      }
      if (!Double.isFinite(numbers[i])) {
        return Optional.empty();
      }
    }
    int second = words.length / 2;
    int lon = crs.latitudeFirst() ? 1 : 0;
    int lat = 1 - lon;
    return of(numbers[lon], numbers[lat], numbers[second + lon], numbers[second + lat]);
  }

  private static Optional<BoundingBox> of(double west, double south, double east, double north) {
    if (south > north || Math.abs(south) > 90 || Math.abs(north) > 90) {
      return Optional.empty();
    }
    return Optional.of(
        new BoundingBox(
            west <= east
                ? List.of(new Envelope(west, east, south, north))
                : List.of(
                    new Envelope(west, 180, south, north),
                    new Envelope(-180, east, south, north))));
  }

  boolean meets(Geometry geometry) {
    for (Envelope part : parts) {
      Envelope extent = geometry.getEnvelopeInternal();
      if (part.covers(extent)
          || (part.intersects(extent) && FACTORY.toGeometry(part).intersects(geometry))) {
        return true;
      }
    }
    return false;
  }
}
