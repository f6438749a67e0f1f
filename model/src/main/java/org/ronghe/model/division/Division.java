package org.ronghe.model.division;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.model.measure.Require;
import org.ronghe.model.provenance.Provenance;

/// One administrative division (行政区划).
///
/// The same code names different towns in different years and sources, so a division is known by
/// `key`, not by its code alone.
///
/// @param nameEn the name in English; null when the package has none
/// @param parentCode code of the division above in the same source and vintage; null for a province
/// @param urbanRuralClass 城乡分类代码 such as 111 or 220; null where the source does not say
/// @param geometry polygon or multipolygon in WGS-84 lon/lat; null where no boundary is known
public record Division(
    DivisionKey key,
    String name,
    @Nullable String nameEn,
    DivisionLevel level,
    DivisionKind kind,
    @Nullable String parentCode,
    @Nullable String urbanRuralClass,
    @Nullable Geometry geometry,
    Provenance provenance) {
  public Division {
    Require.filled(name, "name");
  }

  /// A division that has a Chinese name only.
  public Division(
      DivisionKey key,
      String name,
      DivisionLevel level,
      DivisionKind kind,
      @Nullable String parentCode,
      @Nullable String urbanRuralClass,
      @Nullable Geometry geometry,
      Provenance provenance) {
    this(key, name, null, level, kind, parentCode, urbanRuralClass, geometry, provenance);
  }

  public String code() {
    return key.code();
  }
}
