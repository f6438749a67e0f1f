package org.ronghe.engines.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;

/// One kind of visit, e.g. 社保 or 户籍.
///
/// @param id stable
/// @param walkIns expected walk-ins per interval, each at least 0
/// @param appointments booked visits per interval; empty when there are none
/// @param noShow share of the booked who do not come, 0 to 1
/// @param service how long a visit takes
/// @param priority 1 is called first; at one priority the booked go before walk-ins
/// @param patience_min mean minutes a walk-in waits before leaving (exponential); infinite: never
///   leaves
/// @param transfer where some go after being served; null when nobody does
public record VisitKind(
    String id,
    List<Double> walkIns,
    List<Integer> appointments,
    double noShow,
    ServiceTime service,
    int priority,
    double patience_min,
    @Nullable Transfer transfer) {
  public VisitKind {
    Require.filled(id, "id");
    walkIns = List.copyOf(walkIns);
    appointments = List.copyOf(appointments);
    walkIns.forEach(expected -> Require.atLeastZero(expected, "walkIns of " + id));
    Require.that(noShow >= 0 && noShow <= 1, "noShow of " + id + " must be from 0 to 1");
    Require.that(priority >= 1, "priority of " + id + " must be at least 1");
    Require.that(patience_min > 0, "patience_min of " + id + " must be above 0");
  }

  /// @param to the kind of the second visit
  /// @param share 0 to 1
  public record Transfer(String to, double share) {
    public Transfer {
      Require.that(share >= 0 && share <= 1, "the share transferred must be from 0 to 1");
    }
  }

  /// Visits expected in an interval, booked ones that come included.
  double expected(int interval) {
    double booked = interval < appointments.size() ? appointments.get(interval) : 0;
    return walkIns.get(interval) + booked * (1 - noShow);
  }
}
