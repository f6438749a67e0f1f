package org.ronghe.engines.alarm;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronghe.engines.alarm.AlarmRule.Side;
import org.ronghe.model.pack.AlarmDeclaration;
import org.ronghe.model.pack.Condition;
import org.ronghe.model.pack.LimitOverride;
import org.ronghe.model.pack.Pack;
import org.ronghe.model.pack.Profile;
import org.ronghe.model.point.MeasuringPoint;

/// Turns what packs declare into rules.
public final class Declared {
  private Declared() {}

  /// The rules of all points whose profile is in one of the packs, by point id. Points without a
  /// known profile are left out.
  public static Map<String, List<AlarmRule>> rules(
      Collection<Pack> packs, Collection<MeasuringPoint> points) {
    return rules(packs, points, List.of());
  }

  /// The same with the county's own limits; an override of a rule that is not there, or of a state
  /// or a silence, does nothing.
  public static Map<String, List<AlarmRule>> rules(
      Collection<Pack> packs,
      Collection<MeasuringPoint> points,
      Collection<LimitOverride> overrides) {
    Map<String, List<LimitOverride>> ofPoint =
        overrides.stream().collect(Collectors.groupingBy(LimitOverride::point));
    Map<String, Profile> profiles = new HashMap<>();
    for (Pack pack : packs) {
      pack.profiles().forEach(profile -> profiles.put(profile.id(), profile));
    }
    Map<String, List<AlarmRule>> rules = LinkedHashMap.newLinkedHashMap(points.size());
    for (MeasuringPoint point : points) {
      Profile profile = point.profile() == null ? null : profiles.get(point.profile());
      if (profile != null && !profile.alarms().isEmpty()) {
        List<AlarmRule> declared = rules(profile, point.expectedInterval_s());
        rules.put(point.id(), overridden(declared, ofPoint.getOrDefault(point.id(), List.of())));
      }
    }
    return rules;
  }

  private static List<AlarmRule> overridden(
      List<AlarmRule> rules, Collection<LimitOverride> overrides) {
    return rules.stream()
        .map(rule -> {
          AlarmRule result = rule;
          for (LimitOverride override : overrides) {
            result = override.rule().equals(rule.id()) ? withLimit(rule, override) : result;
          }
          return result;
        })
        .toList();
  }

  private static AlarmRule withLimit(AlarmRule rule, LimitOverride own) {
    double limit = own.limit();
    return switch (rule) {
      case AlarmRule.Limit old ->
          new AlarmRule.Limit(
              old.id(), old.side(), limit, hysteresis(own, old.hysteresis()), old.delays());
      case AlarmRule.Rate old ->
          new AlarmRule.Rate(
              old.id(),
              old.direction(),
              limit,
              hysteresis(own, old.hysteresis()),
              old.per_us(),
              old.window_us(),
              old.delays());
      case AlarmRule.Deviation old ->
          new AlarmRule.Deviation(
              old.id(), old.from(), limit, hysteresis(own, old.hysteresis()), old.delays());
      case AlarmRule.State same -> same;
      case AlarmRule.Stale same -> same;
    };
  }

  private static double hysteresis(LimitOverride own, double declared) {
    Double given = own.hysteresis();
    return given == null ? declared : given;
  }

  /// The rules of a point of this profile that has limits of its own.
  public static List<AlarmRule> rules(
      Profile profile, double expectedInterval_s, Collection<LimitOverride> ofPoint) {
    return overridden(rules(profile, expectedInterval_s), ofPoint);
  }

  /// The rules a point of this profile has.
  public static List<AlarmRule> rules(Profile profile, double expectedInterval_s) {
    return profile.alarms().stream()
        .map(alarm -> rule(profile.ruleId(alarm), alarm, expectedInterval_s))
        .toList();
  }

  private static AlarmRule rule(String id, AlarmDeclaration alarm, double expectedInterval_s) {
    Delays delays = Delays.ofSeconds(alarm.onDelay_s(), alarm.offDelay_s());
    return switch (alarm.condition()) {
      case Condition.Limit limit ->
          new AlarmRule.Limit(
              id,
              limit.level().isHigh() ? Side.HIGH : Side.LOW,
              limit.limit(),
              limit.hysteresis(),
              delays);
      case Condition.Rate rate ->
          new AlarmRule.Rate(
              id,
              direction(rate.direction()),
              rate.limit(),
              rate.hysteresis(),
              micros(rate.per_s()),
              micros(rate.window_s()),
              delays);
      case Condition.SetpointDeviation deviation ->
          new AlarmRule.Deviation(
              id,
              new AlarmRule.Setpoint(deviation.setpoint()),
              deviation.limit(),
              deviation.hysteresis(),
              delays);
      case Condition.MeanDeviation deviation ->
          new AlarmRule.Deviation(
              id,
              new AlarmRule.MovingMean(micros(deviation.meanWindow_s())),
              deviation.limit(),
              deviation.hysteresis(),
              delays);
      case Condition.State state -> new AlarmRule.State(id, Set.copyOf(state.codes()), delays);
      case Condition.Stale stale ->
          new AlarmRule.Stale(id, micros(expectedInterval_s), stale.factor(), delays);
    };
  }

  private static AlarmRule.Direction direction(Condition.Direction direction) {
    return switch (direction) {
      case RISING -> AlarmRule.Direction.RISING;
      case FALLING -> AlarmRule.Direction.FALLING;
      case EITHER -> AlarmRule.Direction.EITHER;
    };
  }

  private static long micros(double seconds) {
    return Math.round(seconds * 1e6);
  }
}
