package org.ronghe.engines.dig;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.model.measure.Require;
import org.ronghe.model.measure.Utility;

/// Ground that somebody wants to open, may open, or has open.
///
/// @param id of the case, permit or planned work
/// @param who digs
/// @param utility laid or mended; null when none is
/// @param trench line or area, WGS-84
/// @param width_m of the trench when `trench` is a line, above 0
/// @param depth_m at least 0; 0 when the road is only occupied
/// @param from first day
/// @param until last day, not before `from`
/// @param slack_days how many days the whole may move either way, at least 0
/// @param emergency repairs that cannot wait
public record Opening(
    String id,
    String who,
    @Nullable Utility utility,
    Geometry trench,
    double width_m,
    double depth_m,
    LocalDate from,
    LocalDate until,
    int slack_days,
    boolean emergency,
    Stage stage) {
  public Opening {
    Require.filled(id, "id");
    Require.that(!trench.isEmpty() && trench.isValid(), "the trench of " + id + " is no shape");
    Require.that(width_m > 0, "width_m of " + id + " must be above 0");
    Require.atLeastZero(depth_m, "depth_m of " + id);
    Require.that(!until.isBefore(from), id + " ends before it begins");
    Require.that(slack_days >= 0, "slack_days of " + id + " must be at least 0");
  }

  /// How far it has come.
  public enum Stage {
    PLANNED,
    APPLIED,
    PERMITTED,
    OPEN
  }

  long days() {
    return until.toEpochDay() - from.toEpochDay() + 1;
  }
}
