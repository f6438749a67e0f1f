package org.ronghe.operate.atlas;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.ronghe.model.county.County;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionLevel;

/// Which township a position lies in, by the township polygons of the package.
final class Townships {
  private final List<Area> areas;

  Townships(County county) {
    areas =
        county.divisions().stream()
            .filter(division -> division.level() == DivisionLevel.TOWNSHIP)
            .<Area>mapMulti((division, out) -> {
              Geometry polygon = division.geometry();
              if (polygon != null) {
                out.accept(area(division, polygon));
              }
            })
            .toList();
  }

  private static Area area(Division division, Geometry polygon) {
    return new Area(division.code(), PreparedGeometryFactory.prepare(polygon));
  }

  @Nullable String at(Point position) {
    for (Area area : areas) {
      if (area.polygon().covers(position)) {
        return area.code();
      }
    }
    return null;
  }

  private record Area(String code, PreparedGeometry polygon) {}
}
