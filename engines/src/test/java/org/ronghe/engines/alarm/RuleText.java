package org.ronghe.engines.alarm;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Reads a rule as the timelines write it: `high limit=40 hysteresis=2 on=10`.
final class RuleText {
  private RuleText() {}

  static AlarmRule rule(String text) {
    String[] words = text.trim().split("\\s+");
    Map<String, Double> figures = new HashMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] pair = words[i].split("=");
      figures.put(pair[0], Double.parseDouble(pair[1]));
    }
    double limit = figures.getOrDefault("limit", 0.0);
    double band = figures.getOrDefault("hysteresis", 0.0);
    Delays delays =
        Delays.ofSeconds(figures.getOrDefault("on", 0.0), figures.getOrDefault("off", 0.0));
    return switch (words[0]) {
      case "high" -> new AlarmRule.Limit("rule", AlarmRule.Side.HIGH, limit, band, delays);
      case "low" -> new AlarmRule.Limit("rule", AlarmRule.Side.LOW, limit, band, delays);
      case "rising", "falling" ->
          new AlarmRule.Rate(
              "rule",
              words[0].equals("rising") ? AlarmRule.Direction.RISING : AlarmRule.Direction.FALLING,
              limit,
              band,
              micros(figures, "per"),
              micros(figures, "window"),
              delays);
      case "deviation" ->
          new AlarmRule.Deviation(
              "rule",
              figures.containsKey("mean")
                  ? new AlarmRule.MovingMean(micros(figures, "mean"))
                  : new AlarmRule.Setpoint(figures.getOrDefault("setpoint", Double.NaN)),
              limit,
              band,
              delays);
      case "state" ->
          new AlarmRule.State(
              "rule", Set.of(figures.getOrDefault("codes", -1.0).intValue()), delays);
      case "stale" ->
          new AlarmRule.Stale(
              "rule", micros(figures, "interval"), figures.getOrDefault("factor", 0.0), delays);
      default -> throw new IllegalArgumentException("no such kind of rule: " + text);
    };
  }

  private static long micros(Map<String, Double> figures, String name) {
    return Math.round(figures.getOrDefault(name, 0.0) * 1e6);
  }
}
