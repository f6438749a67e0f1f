package org.ronghe.sources.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.PointOwner;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.point.ValueKind;
import org.ronghe.model.provenance.Provenance;

/// One gas compartment of twenty sections and one water main of twelve nodes.
final class DemoCounty {
  private DemoCounty() {}

  static List<MeasuringPoint> points() {
    List<MeasuringPoint> points = new ArrayList<>();
    for (int section = 1; section <= 20; section++) {
      String id = "T1.R.%03d".formatted(section);
      points.add(point(id + ".CH4", id, section * 200, "tunnel.ch4", ValueKind.NUMBER, 5, 2));
      points.add(point(id + ".FAN", id, section * 200, "tunnel.fan", ValueKind.STATE, null, 5));
    }
    for (int node = 1; node <= 12; node++) {
      String id = "W.CD.P%03d".formatted(node);
      points.add(point(id + ".PRES", id, 0, "water.pressure", ValueKind.NUMBER, 1.6, 1));
      points.add(point(id + ".FLOW", id, 0, "water.flow", ValueKind.NUMBER, 5000.0, 1));
    }
    return points;
  }

  private static MeasuringPoint point(
      String id,
      String owner,
      double chainage_m,
      String profile,
      ValueKind kind,
      @Nullable Number high,
      double interval_s) {
    return new MeasuringPoint(
        id,
        id,
        Utility.TUNNEL,
        new PointOwner(PointOwner.OwnerKind.SECTION, owner, chainage_m),
        profile,
        profile,
        "",
        kind,
        kind == ValueKind.NUMBER ? List.of() : List.of("停止", "运行", "故障"),
        high == null ? null : 0.0,
        high == null ? null : high.doubleValue(),
        interval_s,
        RetentionClass.NORMAL,
        new GeometryFactory().createPoint(new Coordinate(113, 36)),
        PROVENANCE);
  }

  private static final Provenance PROVENANCE =
      new Provenance("made by hand for tests", "2026", "CC0-1.0", true);
}
