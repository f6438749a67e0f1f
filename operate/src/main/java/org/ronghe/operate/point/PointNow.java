package org.ronghe.operate.point;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A point with its newest value: never a naked number.
///
/// @param nameEn the name in English; null when the package has none
/// @param states labels by state code; empty for numbers
/// @param statesEn the same in English; empty when the package has none
/// @param value null when no reading has come or the last one carries no value
/// @param time_ms source time of that reading, epoch milliseconds; null when none
/// @param quality code of [org.ronghe.model.reading.Quality]; null when no reading has come
/// @param stale true when nothing came for three expected intervals
/// @param limitLow highest of the low limits; null when the point has none
/// @param limitHigh lowest of the high limits; null when the point has none
/// @param alarm the most urgent open alarm; null when there is none
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PointNow(
    String id,
    String name,
    @Nullable String nameEn,
    String utility,
    String quantity,
    String unit,
    String valueKind,
    List<String> states,
    List<String> statesEn,
    @Nullable Double value,
    @Nullable Long time_ms,
    @Nullable Long received_ms,
    @Nullable String quality,
    boolean stale,
    boolean synthetic,
    @Nullable Double limitLow,
    @Nullable Double limitHigh,
    @Nullable AlarmMark alarm,
    double lon,
    double lat,
    double chainage_m,
    double expectedInterval_s) {
  public PointNow {
    states = List.copyOf(states);
    statesEn = List.copyOf(statesEn);
  }

  /// The alarm as a mark beside a value.
  public record AlarmMark(long id, int priority, boolean acknowledged) {}
}
