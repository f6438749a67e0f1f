package org.ronghe.engines.alarm;

import java.util.List;
import org.ronghe.model.reading.Reading;

/// All that the engine remembers of one point.
///
/// @param judgedTo_us event time of the last reading judged
/// @param newest_us event time of the newest reading seen
/// @param value last usable value; NaN for none
/// @param last the last reading judged, to know its duplicate; empty or one
/// @param waiting readings in the reorder buffer, oldest first
public record PointSnapshot(
    String point,
    long judgedTo_us,
    long newest_us,
    double value,
    List<Reading> last,
    List<Reading> waiting,
    List<RuleSnapshot> rules) {
  public PointSnapshot {
    last = List.copyOf(last);
    waiting = List.copyOf(waiting);
    rules = List.copyOf(rules);
  }
}
