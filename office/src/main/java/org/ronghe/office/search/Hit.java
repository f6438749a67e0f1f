package org.ronghe.office.search;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/// One thing found.
///
/// @param nameEn the name in English; null when the package has none
/// @param detail where or what it is, one short phrase
/// @param detailEn the same in English; null when it is the same or the package has none
/// @param lon null when it has no position
/// @param href where its facts are
record Hit(
    String kind,
    String id,
    String name,
    @Nullable String nameEn,
    String detail,
    @Nullable String detailEn,
    @Nullable Double lon,
    @Nullable Double lat,
    boolean synthetic,
    String href) {

  static Hit of(Entry entry) {
    Geometry geometry = entry.geometry();
    Point at = geometry == null || geometry.isEmpty() ? null : middle(geometry);
    return new Hit(
        entry.kind().code(),
        entry.id(),
        entry.name(),
        entry.nameEn(),
        entry.detail(),
        entry.detailEn(),
        at == null ? null : at.getX(),
        at == null ? null : at.getY(),
        entry.synthetic(),
        entry.href());
  }

  /// A position on or in the thing itself.
  private static Point middle(Geometry geometry) {
    return geometry instanceof LineString line
        ? line.getPointN(line.getNumPoints() / 2)
        : geometry.getInteriorPoint();
  }
}
