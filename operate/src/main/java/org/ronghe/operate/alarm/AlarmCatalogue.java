package org.ronghe.operate.alarm;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.alarm.AlarmRule;
import org.ronghe.engines.alarm.Declared;
import org.ronghe.model.pack.AlarmDeclaration;
import org.ronghe.model.pack.Condition;
import org.ronghe.model.pack.LimitOverride;
import org.ronghe.model.pack.Profile;
import org.ronghe.model.pack.Words;
import org.ronghe.model.point.MeasuringPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Which rules each point has, with the words of its pack. Replaced as a whole with the county.
@Component
public class AlarmCatalogue {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmCatalogue.class);

  private final Packs packs;
  private final Map<Kind, List<Entry>> shared = new ConcurrentHashMap<>();
  private volatile Map<String, List<LimitOverride>> own = Map.of();
  private volatile Map<String, List<Entry>> entries = Map.of();
  private volatile Map<String, LimitBand> bands = Map.of();

  AlarmCatalogue(Packs packs) {
    this.packs = packs;
  }

  /// Works out the rules of these points, with the limits that the county sets itself; forgets the
  /// former ones.
  void know(Collection<MeasuringPoint> points, Collection<LimitOverride> limitsOfCounty) {
    own = limitsOfCounty.stream().collect(groupingBy(LimitOverride::point));
    Map<String, List<Entry>> fresh = new HashMap<>();
    Map<String, LimitBand> limits = new HashMap<>();
    for (MeasuringPoint point : points) {
      List<Entry> ofPoint = entriesOf(point);
      if (!ofPoint.isEmpty()) {
        fresh.put(point.id(), ofPoint);
        limits.put(point.id(), band(ofPoint));
      }
    }
    entries = fresh;
    bands = limits;
    for (LimitOverride limit : limitsOfCounty) {
      if (find(limit.point(), limit.rule()) == null) {
        LOG.warn("no pack has {}: its limit for {} has no effect", limit.rule(), limit.point());
      }
    }
  }

  /// The rules of these points for the engine.
  Map<String, List<AlarmRule>> rules(Collection<MeasuringPoint> points) {
    return points.stream()
        .collect(
            toMap(
                MeasuringPoint::id,
                point -> entriesOf(point).stream().map(Entry::engineRule).toList()));
  }

  /// The rules of a point; empty when it has none.
  public List<Entry> entries(String point) {
    return entries.getOrDefault(point, List.of());
  }

  /// The rule of a point.
  ///
  /// @throws IllegalArgumentException when the point has no such rule
  Entry entry(String point, String rule) {
    Entry found = find(point, rule);
    if (found == null) {
      throw new IllegalArgumentException("point " + point + " has no rule " + rule);
    }
    return found;
  }

  /// The rule of a point; null when packs or points have changed since.
  @Nullable Entry find(String point, String rule) {
    for (Entry entry : entries(point)) {
      if (entry.rule().equals(rule)) {
        return entry;
      }
    }
    return null;
  }

  /// What is wrong, in short; the rule's id when packs or points have changed since.
  Words words(String point, String rule) {
    Entry found = find(point, rule);
    return found == null ? new Words(rule, rule) : found.name();
  }

  LimitBand band(String point) {
    return bands.getOrDefault(point, LimitBand.NONE);
  }

  /// The longest a rule looks back, microseconds.
  static long longestMemory_us(Map<String, List<AlarmRule>> rules) {
    long longest_us = 0;
    for (List<AlarmRule> ofPoint : rules.values()) {
      for (AlarmRule rule : ofPoint) {
        longest_us = Math.max(longest_us, memory_us(rule));
      }
    }
    return longest_us;
  }

  private static long memory_us(AlarmRule rule) {
    long window_us =
        switch (rule) {
          case AlarmRule.Rate rate -> rate.window_us();
          case AlarmRule.Deviation(_, AlarmRule.MovingMean mean, _, _, _) -> mean.window_us();
          case AlarmRule.Deviation _, AlarmRule.Limit _, AlarmRule.State _ -> 0;
          // Silence is not held against a point while we were not listening.
          case AlarmRule.Stale _ -> 0;
        };
    return window_us + Math.max(rule.delays().on_us(), rule.delays().off_us());
  }

  private List<Entry> entriesOf(MeasuringPoint point) {
    String profileId = point.profile();
    Profile profile = profileId == null ? null : packs.profile(profileId).orElse(null);
    List<LimitOverride> ofPoint = own.get(point.id());
    if (profile != null && ofPoint != null) {
      return entriesOf(profile, Declared.rules(profile, point.expectedInterval_s(), ofPoint));
    }
    // Thousands of points share a profile and an interval, and so their rules.
    return profile == null
        ? List.of()
        : shared.computeIfAbsent(
            new Kind(profile.id(), point.expectedInterval_s()),
            kind -> entriesOf(profile, Declared.rules(profile, kind.expectedInterval_s())));
  }

  private static List<Entry> entriesOf(Profile profile, List<AlarmRule> rules) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      entries.add(new Entry(rules.get(i).id(), profile.alarms().get(i), rules.get(i)));
    }
    return List.copyOf(entries);
  }

  private static LimitBand band(List<Entry> entries) {
    Double low = null;
    Double high = null;
    for (Entry entry : entries) {
      if (entry.engineRule() instanceof AlarmRule.Limit limit) {
        if (limit.side() == AlarmRule.Side.HIGH) {
          high = high == null ? limit.limit() : Math.min(high, limit.limit());
        } else {
          low = low == null ? limit.limit() : Math.max(low, limit.limit());
        }
      }
    }
    return new LimitBand(low, high);
  }

  private record Kind(String profile, double expectedInterval_s) {}

  /// A rule of a point.
  ///
  /// @param rule id, e.g. `tunnel.ch4/high-high`
  public record Entry(String rule, AlarmDeclaration declaration, AlarmRule engineRule) {
    public String kind() {
      return declaration.condition().kind();
    }

    /// The figure compared with, for this point; NaN where there is none.
    public double limit() {
      return engineRule.limit();
    }

    /// The unit of that figure and of what is compared with it.
    ///
    /// @param unit unit of the point's values
    public String unit(String unit) {
      return switch (declaration.condition()) {
        case Condition.Rate rate -> unit + "/" + per(rate.per_s());
        case Condition.Stale _ -> "s";
        case Condition.State _ -> "";
        case Condition.Limit _, Condition.SetpointDeviation _, Condition.MeanDeviation _ -> unit;
      };
    }

    private static String per(double per_s) {
      if (per_s == 1) {
        return "s";
      }
      if (per_s == 60) {
        return "min";
      }
      return per_s == 3600 ? "h" : Math.round(per_s) + " s";
    }

    public int priority() {
      return declaration.priority();
    }

    public String clause() {
      return declaration.clause();
    }

    public Words name() {
      return declaration.name();
    }

    public Words cause() {
      return declaration.cause();
    }

    public Words consequence() {
      return declaration.consequence();
    }

    public Words response() {
      return declaration.response();
    }
  }
}
