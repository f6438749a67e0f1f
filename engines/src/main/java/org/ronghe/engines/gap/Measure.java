package org.ronghe.engines.gap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The measures of access, by the names people write.
public enum Measure {
  /// Supply within a cutoff.
  CUMULATIVE("cumulative", false, true),
  /// Supply weighted by a decay.
  GRAVITY("gravity", false, true),
  /// Cost to the nearest supply.
  CLOSEST("closest", false, false),
  /// Two-step floating catchment area, plain or enhanced.
  TWO_STEP("2sfca", true, true),
  /// Three-step floating catchment area.
  THREE_STEP("3sfca", true, true),
  /// Balanced floating catchment area.
  BALANCED("bfca", true, true),
  /// Supply shared out among those who reach it.
  SPATIAL_AVAILABILITY("spatial-availability", true, true),
  /// Cost at which supply in reach exceeds demand.
  BALANCING_COST("balancing-cost", true, false),
  /// Share of demand that finds a place, the nearest first.
  CAPACITY_ASSIGNMENT("capacity-assignment", true, false);

  private final String code;
  private final boolean needsDemand;
  private final boolean needsDecay;

  Measure(String code, boolean needsDemand, boolean needsDecay) {
    this.code = code;
    this.needsDemand = needsDemand;
    this.needsDecay = needsDecay;
  }

  public String code() {
    return code;
  }

  public boolean needsDemand() {
    return needsDemand;
  }

  /// False for those that do without; of them only `CAPACITY_ASSIGNMENT` uses one that is given.
  public boolean needsDecay() {
    return needsDecay;
  }

  /// In small or great letters, words joined by `-` or `_`.
  public static Optional<Measure> ofCode(String text) {
    String code = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(values()).filter(measure -> measure.code.equals(code)).findFirst();
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(Measure::code).toList();
  }
}
