package org.ronghe.operate.atlas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.point.MeasuringPoint;

/// The points of a county by what desks ask for, each list in package order; worked out once.
final class PointGroups {
  private final Map<String, List<MeasuringPoint>> byOwner = new HashMap<>();
  private final Map<String, List<MeasuringPoint>> byTunnel = new HashMap<>();
  private final Map<String, List<MeasuringPoint>> byTownship = new HashMap<>();
  private final Map<Utility, List<MeasuringPoint>> byUtility = new EnumMap<>(Utility.class);
  private final Map<Line, List<MeasuringPoint>> byLine = new HashMap<>();

  PointGroups(Collection<MeasuringPoint> points, Function<String, Spot> spots) {
    for (MeasuringPoint point : points) {
      Spot spot = spots.apply(point.id());
      add(byOwner, point.owner().id(), point);
      add(byUtility, point.utility(), point);
      if (spot.tunnelId() != null) {
        add(byTunnel, spot.tunnelId(), point);
      }
      if (spot.township() != null) {
        add(byTownship, spot.township(), point);
      }
      if (spot.line() != null) {
        add(byLine, new Line(point.utility(), spot.line()), point);
      }
    }
  }

  List<MeasuringPoint> ofOwner(String id) {
    return byOwner.getOrDefault(id, List.of());
  }

  List<MeasuringPoint> ofTunnel(String id) {
    return byTunnel.getOrDefault(id, List.of());
  }

  List<MeasuringPoint> inTownship(String code) {
    return byTownship.getOrDefault(code, List.of());
  }

  List<MeasuringPoint> ofUtility(Utility utility) {
    return byUtility.getOrDefault(utility, List.of());
  }

  List<MeasuringPoint> ofLine(Line line) {
    return byLine.getOrDefault(line, List.of());
  }

  private static <K> void add(Map<K, List<MeasuringPoint>> groups, K key, MeasuringPoint point) {
    groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(point);
  }
}
