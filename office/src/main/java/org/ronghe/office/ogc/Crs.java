package org.ronghe.office.ogc;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The coordinate reference systems features are served in (OGC 18-058r1).
///
/// WGS-84 and CGCS2000 differ by centimetres, less than any position in a county package is known
/// to; the numbers are the same, the order of the axes is not.
enum Crs {
  CRS84("http://www.opengis.net/def/crs/OGC/1.3/CRS84", false),
  EPSG_4490("http://www.opengis.net/def/crs/EPSG/0/4490", true),
  EPSG_4326("http://www.opengis.net/def/crs/EPSG/0/4326", true);

  private final String uri;
  private final boolean latitudeFirst;

  Crs(String uri, boolean latitudeFirst) {
    this.uri = uri;
    this.latitudeFirst = latitudeFirst;
  }

  String uri() {
    return uri;
  }

  boolean latitudeFirst() {
    return latitudeFirst;
  }

  static Optional<Crs> ofUri(String uri) {
    return Stream.of(values()).filter(crs -> crs.uri.equals(uri)).findFirst();
  }

  static List<String> uris() {
    return Stream.of(values()).map(Crs::uri).toList();
  }
}
