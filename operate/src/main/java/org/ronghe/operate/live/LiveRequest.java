package org.ronghe.operate.live;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a browser wants to hear of; the scopes add up.
///
/// @param points ids of points
/// @param tunnel all points of this tunnel
/// @param utility code: all points of this utility
/// @param lastEventId sequence of the last alarm change it has seen, when it reconnects
public record LiveRequest(
    Set<String> points,
    @Nullable String tunnel,
    @Nullable String utility,
    boolean alarms,
    boolean rates,
    @Nullable Long lastEventId) {
  public LiveRequest {
    points = Set.copyOf(points);
  }
}
