package org.ronghe.sources.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.device.Device;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.ValueKind;

/// The values of all points of a county at any time. The same seed, start and time give the same
/// values; nothing is random and nothing is remembered but which incident is under way. Not
/// thread-safe.
public final class DemoSignals {
  private final List<MeasuringPoint> points;
  private final DemoScript script;
  private final double start_s;
  private final SignalShape[] shapes;
  private final long[] own;
  private final long[] group;
  private final Map<String, List<Integer>> byProfile = new HashMap<>();
  private final long[] occurrences;
  private final List<Map<Integer, List<Felt>>> felt = new ArrayList<>();

  private record Felt(Incident.Effect effect, double weight) {}

  public DemoSignals(List<MeasuringPoint> points, DemoScript script, long start_us) {
    this.points = List.copyOf(points);
    this.script = script;
    this.start_s = start_us / 1e6;
    this.shapes = new SignalShape[points.size()];
    this.own = new long[points.size()];
    this.group = new long[points.size()];
    for (int i = 0; i < points.size(); i++) {
      MeasuringPoint point = points.get(i);
      String profile = point.profile() == null ? "" : point.profile();
      shapes[i] = SignalShape.of(profile);
      own[i] = script.seed() * 31 + point.id().hashCode();
      group[i] = script.seed() * 31 + place(point.id()).hashCode();
      byProfile.computeIfAbsent(profile, _ -> new ArrayList<>()).add(i);
    }
    Comparator<Integer> alongTheLine =
        Comparator.<Integer>comparingDouble(i -> points.get(i).owner().chainage_m())
            .thenComparing(i -> points.get(i).id());
    byProfile.values().forEach(list -> list.sort(alongTheLine));
    this.occurrences = new long[script.incidents().size()];
    script.incidents().forEach(_ -> felt.add(Map.of()));
    java.util.Arrays.fill(occurrences, -1);
  }

  /// Everything at one moment.
  public Moment at(long time_us) {
    double time_s = time_us / 1e6;
    double since_s = time_s - start_s;
    for (int k = 0; k < occurrences.length; k++) {
      Incident incident = script.incidents().get(k);
      long n = incident.occurrence(since_s);
      if (n != occurrences[k]) {
        occurrences[k] = n;
        felt.set(k, n < 0 ? Map.of() : place(incident, n));
      }
    }
    return new Moment(time_s, since_s, Weather.at(script.seed(), time_s));
  }

  /// One moment; use it before asking for the next.
  public final class Moment {
    private final double time_s;
    private final double since_s;
    private final Weather weather;

    private Moment(double time_s, double since_s, Weather weather) {
      this.time_s = time_s;
      this.since_s = since_s;
      this.weather = weather;
    }

    /// The value of the point at this index of the list given.
    public double value(int index) {
      double value = shapes[index].value(weather, own[index], group[index], time_s);
      for (int k = 0; k < occurrences.length; k++) {
        List<Felt> here = felt.get(k).get(index);
        if (here != null) {
          double strength = script.incidents().get(k).strength(since_s);
          for (Felt one : here) {
            value = changed(value, one, strength * one.weight());
          }
        }
      }
      return fitted(points.get(index), value);
    }

    /// Incidents under way now.
    public List<Incident> underWay() {
      List<Incident> now = new ArrayList<>();
      for (int k = 0; k < occurrences.length; k++) {
        if (occurrences[k] >= 0) {
          now.add(script.incidents().get(k));
        }
      }
      return now;
    }
  }

  private static double changed(double value, Felt one, double strength) {
    return switch (one.effect().change()) {
      case ADD -> value + one.effect().amount() * strength;
      case SCALE -> value * (1 + (one.effect().amount() - 1) * strength);
      case SET -> one.weight() > 0.5 ? one.effect().amount() : value;
    };
  }

  private static double fitted(MeasuringPoint point, double value) {
    if (point.valueKind() != ValueKind.NUMBER) {
      return Math.rint(value);
    }
    double low = point.rangeLow() == null ? Double.NEGATIVE_INFINITY : point.rangeLow();
    double high = point.rangeHigh() == null ? Double.POSITIVE_INFINITY : point.rangeHigh();
    return Math.rint(Math.clamp(value, low, high) * 1000) / 1000;
  }

  /// Where the incident happens this time and who feels it.
  private Map<Integer, List<Felt>> place(Incident incident, long occurrence) {
    List<Integer> anchors =
        byProfile.getOrDefault(incident.anchorProfile(), List.of()).stream()
            .filter(i -> matches(incident.anchorId(), points.get(i).id()))
            .sorted(Comparator.comparing(i -> points.get(i).id()))
            .toList();
    if (anchors.isEmpty()) {
      return Map.of();
    }
    double where = Noise.unit(script.seed() ^ incident.id().hashCode(), occurrence);
    int anchor = anchors.get((int) (where * anchors.size()));
    Map<Integer, List<Felt>> result = new HashMap<>();
    for (Incident.Effect effect : incident.effects()) {
      spread(effect, anchor)
          .forEach((i, one) -> result.computeIfAbsent(i, _ -> new ArrayList<>()).add(one));
    }
    return result;
  }

  private Map<Integer, Felt> spread(Incident.Effect effect, int anchor) {
    String shared = head(points.get(anchor).id(), effect.share());
    List<Integer> line =
        byProfile.getOrDefault(effect.profile(), List.of()).stream()
            .filter(i -> head(points.get(i).id(), effect.share()).equals(shared))
            .toList();
    int centre = nearest(line, points.get(anchor));
    Map<Integer, Felt> result = new HashMap<>();
    for (int place = 0; place < line.size(); place++) {
      double away = effect.spread() == 0 ? 0 : (place - centre) / effect.spread();
      double weight = Math.exp(-away * away / 2);
      if (weight > 0.01) {
        result.put(line.get(place), new Felt(effect, weight));
      }
    }
    return result;
  }

  private int nearest(List<Integer> line, MeasuringPoint anchor) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int place = 0; place < line.size(); place++) {
      MeasuringPoint point = points.get(line.get(place));
      boolean same = point.owner().equals(anchor.owner());
      double away = Math.abs(point.owner().chainage_m() - anchor.owner().chainage_m());
      double distance = same ? -1 : away + 1e-6 * Math.abs(point.id().compareTo(anchor.id()));
      if (distance < least) {
        least = distance;
        best = place;
      }
    }
    return best;
  }

  private static boolean matches(@Nullable String pattern, String id) {
    return pattern == null || new Device("demo", List.of(pattern), true).owns(id);
  }

  /// The id without its last part: what measuring points at one place share.
  private static String place(String id) {
    int dot = id.lastIndexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }

  private static String head(String id, int parts) {
    int at = -1;
    for (int i = 0; i < parts; i++) {
      at = id.indexOf('.', at + 1);
      if (at < 0) {
        return id;
      }
    }
    return parts == 0 ? "" : id.substring(0, at);
  }
}
