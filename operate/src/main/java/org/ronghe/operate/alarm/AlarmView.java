package org.ronghe.operate.alarm;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;
import org.ronghe.operate.works.WorksNearby;

/// An alarm with all its words, as lists and the live stream carry it. Times are epoch
/// milliseconds.
///
/// @param pointNameEn the name in English; null when the package has none
/// @param state `unacknowledged-active`, `acknowledged-active`, `unacknowledged-returned`,
///   `normal`, `log-ended`
/// @param logEndedAt_ms last reading of the replayed log it stood at the end of; null for others
/// @param value what was compared with the limit, in `unit`
/// @param unit of value and limit, e.g. `%`, `%/min` for a rate, `s` for silence
/// @param name what is wrong, in short
/// @param response what to do now
/// @param works dig sites in whose zone the point lay when the alarm was raised, nearest first
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AlarmView(
    long id,
    String point,
    String pointName,
    @Nullable String pointNameEn,
    String utility,
    String rule,
    String kind,
    int priority,
    String state,
    long raisedAt_ms,
    @Nullable Long returnedAt_ms,
    @Nullable Long logEndedAt_ms,
    @Nullable Long acknowledgedAt_ms,
    @Nullable String acknowledgedBy,
    @Nullable String comment,
    @Nullable Double value,
    @Nullable Double limit,
    String unit,
    Words name,
    Words cause,
    Words consequence,
    Words response,
    String clause,
    Where where,
    boolean synthetic,
    List<WorksNearby> works) {
  public AlarmView {
    works = List.copyOf(works);
  }

  /// Where to go.
  ///
  /// @param text owner's name as lists show it
  /// @param textEn the same in English; null when the package has none
  public record Where(
      String text,
      @Nullable String textEn,
      @Nullable String tunnelId,
      @Nullable String sectionId,
      @Nullable String line,
      @Nullable String lineEn,
      double chainage_m,
      @Nullable Double lon,
      @Nullable Double lat) {}
}
