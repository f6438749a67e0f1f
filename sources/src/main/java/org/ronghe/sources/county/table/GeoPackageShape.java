package org.ronghe.sources.county.table;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/// The geometry blob of a GeoPackage (OGC 12-128, 2.1.3): a header of 8 bytes, perhaps an envelope,
/// then well-known binary.
final class GeoPackageShape {
  private static final GeometryFactory MAKE = new GeometryFactory(new PrecisionModel(), 4326);
  private static final int HEADER_BYTES = 8;
  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

  private GeoPackageShape() {}

  /// The shape; empty when the bytes are none.
  static Optional<Geometry> read(byte[] blob) {
    if (blob.length < HEADER_BYTES || ByteBuffer.wrap(blob).getShort() != 0x4750) {
      return Optional.empty();
    }
    int envelope = (blob[3] >> 1) & 0b111;
    if (envelope >= ENVELOPE_BYTES.length) {
      return Optional.empty();
    }
    int start = HEADER_BYTES + ENVELOPE_BYTES[envelope];
    if (start > blob.length) {
      return Optional.empty();
    }
    try {
      return Optional.of(new WKBReader(MAKE).read(Arrays.copyOfRange(blob, start, blob.length)));
    } catch (ParseException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
