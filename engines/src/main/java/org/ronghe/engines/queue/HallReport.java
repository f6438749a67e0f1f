package org.ronghe.engines.queue;

import java.util.List;

/// What many simulated days showed. Shares are 0 to 1; a visitor who left counts as not prompt.
///
/// @param wait_min mean wait over all visits of a day
/// @param prompt share of visits called within `within_min`
/// @param overtime_min minutes after closing until the last visitor left
public record HallReport(
    int days,
    double within_min,
    Estimate wait_min,
    Estimate prompt,
    Estimate overtime_min,
    List<KindReport> kinds,
    List<GroupReport> groups,
    List<IntervalReport> intervals) {
  public HallReport {
    kinds = List.copyOf(kinds);
    groups = List.copyOf(groups);
    intervals = List.copyOf(intervals);
  }

  /// @param came visitors who took a ticket
  /// @param left walk-ins who lost patience
  /// @param missed booked visitors who did not come
  /// @param wait90_min the wait nine of ten do not exceed
  /// @param prompt share of those called who were called in time
  public record KindReport(
      String kind,
      Estimate came,
      Estimate left,
      Estimate missed,
      Estimate wait_min,
      Estimate wait90_min,
      Estimate prompt) {}

  /// @param busy busy minutes over open minutes; above 1 with much overtime
  public record GroupReport(String group, Estimate busy) {}

  /// @param from_min start, minutes after opening
  /// @param wait_min mean wait of those who came in the interval
  public record IntervalReport(double from_min, Estimate wait_min, Estimate prompt) {}
}
