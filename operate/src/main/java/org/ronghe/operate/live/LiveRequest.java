package org.ronghe.operate.live;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a browser wants to hear of; the scopes add up.
///
/// @param points ids of points
/// @param tunnels ids: all points of these tunnels
/// @param utilities codes: all points of these utilities
/// @param lastEventId sequence of the last alarm change it has seen, when it reconnects
public record LiveRequest(
    Set<String> points,
    Set<String> tunnels,
    Set<String> utilities,
    boolean alarms,
    boolean rates,
    @Nullable Long lastEventId) {
  public LiveRequest {
    points = Set.copyOf(points);
    tunnels = Set.copyOf(tunnels);
    utilities = Set.copyOf(utilities);
  }
}
