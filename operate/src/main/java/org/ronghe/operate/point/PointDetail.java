package org.ronghe.operate.point;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;
import org.ronghe.operate.alarm.AlarmView;

/// All about one point.
///
/// @param range lowest and highest value the instrument reports; null where unknown
/// @param profile pack profile, e.g. `tunnel.ch4`; null for none
public record PointDetail(
    PointNow now,
    Owner owner,
    List<@Nullable Double> range,
    @Nullable String profile,
    List<Limit> limits,
    List<AlarmView> alarms,
    String source) {

  /// What it measures on; names in English are null when the package has none.
  public record Owner(
      String kind,
      String id,
      String name,
      @Nullable String nameEn,
      double chainage_m,
      @Nullable String tunnelId,
      @Nullable String sectionId,
      @Nullable String line,
      @Nullable String lineEn) {}

  /// A rule of the point with its words.
  ///
  /// @param limit null for rules without a figure
  /// @param unit of the figure, e.g. `%/min` for a rate, `s` for silence
  public record Limit(
      String rule,
      String kind,
      @Nullable Double limit,
      String unit,
      int priority,
      String clause,
      Words name,
      Words cause,
      Words consequence,
      Words response) {}
}
