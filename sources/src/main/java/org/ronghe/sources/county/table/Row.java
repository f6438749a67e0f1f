package org.ronghe.sources.county.table;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// One row of any file, as it was written: nothing is checked or converted yet.
public interface Row {
  /// Path of the file in the package.
  String file();

  /// Where it stands, see [org.ronghe.sources.county.notice.Notice#row()].
  long number();

  /// The text of one of our fields, stripped; empty when the file has no such column or the cell is
  /// empty.
  String text(String field);

  /// The geometry of a spatial file, in the coordinates of the file; null in tables and where the
  /// feature has none.
  @Nullable Geometry geometry();
}
