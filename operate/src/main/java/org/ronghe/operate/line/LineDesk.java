package org.ronghe.operate.line;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.operate.atlas.Atlas;
import org.ronghe.operate.atlas.AtlasKeeper;
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
    Map<LineKey, List<NetworkLink>> links = new LinkedHashMap<>();
    for (NetworkLink link : atlas.county().links()) {
      if (utility == null || link.utility() == utility) {
        links
            .computeIfAbsent(new LineKey(link.utility(), link.line()), _ -> new ArrayList<>())
            .add(link);
      }
    }
    Map<LineKey, List<MeasuringPoint>> measured = measured(atlas);
    return links.entrySet().stream()
        .map(entry ->
            summary(
                entry.getKey(), entry.getValue(), measured.getOrDefault(entry.getKey(), List.of())))
        .toList();
  }

  private static Map<LineKey, List<MeasuringPoint>> measured(Atlas atlas) {
    return atlas.points().values().stream()
        .filter(point -> atlas.spot(point.id()).line() != null)
        .collect(groupingBy(point -> LineKey.of(point, atlas)));
  }

  private LineSummary summary(LineKey key, List<NetworkLink> links, List<MeasuringPoint> measured) {
    Envelope box = new Envelope();
    double length_m = 0;
    for (NetworkLink link : links) {
      box.expandToInclude(link.geometry().getEnvelopeInternal());
      length_m += link.length_m();
    }
    return new LineSummary(
        key.utility().code(),
        key.line(),
        length_m / 1000,
        links.size(),
        links.stream().anyMatch(link -> link.provenance().synthetic()),
        measured.stream().map(points::now).toList(),
        points.countAlarms(measured),
        new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()});
  }

  private record LineKey(Utility utility, String line) {
    static LineKey of(MeasuringPoint point, Atlas atlas) {
      String line = atlas.spot(point.id()).line();
      return new LineKey(point.utility(), line == null ? "" : line);
    }
  }
}
