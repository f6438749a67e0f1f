package org.ronghe.engines.queue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ronghe.model.measure.Require;

/// Who is called next at a window. The law of a fair queue: first those with a right of way
/// (老年人、残疾人、 孕妇、军人), then the booked within their time, then who came first; but nobody is passed
/// over for ever: each `patience_min` of waiting moves a ticket up one rank.
public final class Calling {
  private Calling() {}

  /// A ticket that waits.
  ///
  /// @param came_min when it was taken, minutes of the day
  /// @param booked_min the time booked, minutes of the day; below 0 when it is a walk-in
  /// @param passes times it was called without anybody coming, at least 0
  public record Waiting(
      String id, String topic, boolean rightOfWay, double came_min, double booked_min, int passes) {
    public Waiting {
      Require.filled(id, "id");
      Require.atLeastZero(came_min, "came_min");
      Require.that(passes >= 0, "passes must be at least 0");
    }
  }

  /// How a hall calls.
  ///
  /// @param early_min a booked ticket counts as on time from this long before its time
  /// @param late_min until this long after; later it is a walk-in
  /// @param patience_min waiting that is worth one rank, above 0
  public record Rules(double early_min, double late_min, double patience_min) {
    /// Ten minutes early, fifteen late, forty-five minutes to move up.
    public static final Rules STANDARD = new Rules(10, 15, 45);

    public Rules {
      Require.atLeastZero(early_min, "early_min");
      Require.atLeastZero(late_min, "late_min");
      Require.that(patience_min > 0, "patience_min must be above 0");
    }
  }

  /// The next ticket for a window; empty when none of its topics waits.
  ///
  /// @param topics what the window serves; empty serves all
  public static Optional<Waiting> next(
      List<Waiting> queue, List<String> topics, double now_min, Rules rules) {
    return order(queue, now_min, rules).stream()
        .filter(ticket -> topics.isEmpty() || topics.contains(ticket.topic()))
        .findFirst();
  }

  /// All who wait in the order they would be called.
  public static List<Waiting> order(List<Waiting> queue, double now_min, Rules rules) {
    return queue.stream()
        .sorted(
            Comparator.comparingInt((Waiting ticket) -> rank(ticket, now_min, rules))
                .thenComparingDouble(Waiting::came_min)
                .thenComparing(Waiting::id))
        .toList();
  }

  /// Lower is called earlier; ranks below 0 are possible after long waits.
  static int rank(Waiting ticket, double now_min, Rules rules) {
    int base = ticket.rightOfWay() ? 0 : isBookedNow(ticket, now_min, rules) ? 1 : 2;
    int moved = (int) ((now_min - ticket.came_min()) / rules.patience_min());
    return base - moved + ticket.passes();
  }

  private static boolean isBookedNow(Waiting ticket, double now_min, Rules rules) {
    return ticket.booked_min() >= 0
        && now_min >= ticket.booked_min() - rules.early_min()
        && ticket.came_min() <= ticket.booked_min() + rules.late_min();
  }
}
