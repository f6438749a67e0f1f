package org.ronghe.office.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.ronghe.office.atlas.Shape;

/// Geometries as GeoPackage keeps them (OGC 12-128r18, 2.1.3): a header, then WKB.
final class GeoPackageGeometry {
  static final int SRS = 4326;
  private static final int LITTLE_ENDIAN = 1;
  private static final int WITH_ENVELOPE = 1 << 1;

  private GeoPackageGeometry() {}

  static String typeOf(Shape shape) {
    return switch (shape) {
      case POINT -> "POINT";
      case LINE -> "LINESTRING";
      case AREA -> "MULTIPOLYGON";
      case NONE -> throw new IllegalArgumentException("a table without positions");
    };
  }

  /// The blob of one geometry; a single polygon becomes a multipolygon of one.
  static byte[] blob(Geometry geometry) {
    Geometry kept =
        geometry instanceof Polygon polygon
            ? geometry.getFactory().createMultiPolygon(new Polygon[] {polygon})
            : geometry;
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(kept);
    boolean point = kept instanceof Point;
    ByteBuffer blob =
        ByteBuffer.allocate(8 + (point ? 0 : 32) + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0);
    blob.put((byte) (LITTLE_ENDIAN | (point ? 0 : WITH_ENVELOPE))).putInt(SRS);
    if (!point) {
      var box = kept.getEnvelopeInternal();
      blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
      blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
    }
    return blob.put(wkb).array();
  }
}
