package org.ronghe.operate.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.operate.atlas.Atlas;
import org.ronghe.operate.atlas.AtlasKeeper;
import org.ronghe.operate.atlas.Line;
import org.ronghe.operate.point.PointDesk;
import org.springframework.stereotype.Component;

/// Pipes and cables by line, with their values.
@Component
public class LineDesk {
  private final AtlasKeeper keeper;
  private final PointDesk points;

  LineDesk(AtlasKeeper keeper, PointDesk points) {
    this.keeper = keeper;
    this.points = points;
  }

  /// Lines of one utility, or of all when null, in package order.
  public List<LineSummary> lines(@Nullable Utility utility) {
    return keeper.atlas().map(atlas -> lines(atlas, utility)).orElse(List.of());
  }

  private List<LineSummary> lines(Atlas atlas, @Nullable Utility utility) {
    return atlas.linksByLine().entrySet().stream()
        .filter(entry -> utility == null || entry.getKey().utility() == utility)
        .map(entry -> summary(entry.getKey(), entry.getValue(), atlas.pointsOfLine(entry.getKey())))
        .toList();
  }

  private LineSummary summary(Line line, List<NetworkLink> links, List<MeasuringPoint> measured) {
    Envelope box = new Envelope();
    double length_m = 0;
    for (NetworkLink link : links) {
      box.expandToInclude(link.geometry().getEnvelopeInternal());
      length_m += link.length_m();
    }
    return new LineSummary(
        line.utility().code(),
        line.name(),
        links.getFirst().lineEn(),
        length_m / 1000,
        links.size(),
        links.stream().anyMatch(link -> link.provenance().synthetic()),
        measured.stream().map(points::now).toList(),
        points.countAlarms(measured),
        new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()});
  }
}
