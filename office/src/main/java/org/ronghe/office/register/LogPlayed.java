package org.ronghe.office.register;

import java.util.Set;

/// A recorded log has been played to its end: all its readings are durable and heard.
///
/// @param points ids of the points it had readings for
public record LogPlayed(Set<String> points) {
  public LogPlayed {
    points = Set.copyOf(points);
  }
}
