package org.ronghe.model.transit;

import java.util.List;

/// Everything that runs on one day.
///
/// @param stops numbered by their place in the list
/// @param trips which name stops by number
/// @param transfers what is said about changing; where nothing is said, one walks
public record TransitDay(
    List<TransitStop> stops, List<TransitTrip> trips, List<TransitTransfer> transfers) {
  public TransitDay {
    stops = List.copyOf(stops);
    trips = List.copyOf(trips);
    transfers = List.copyOf(transfers);
  }
}
