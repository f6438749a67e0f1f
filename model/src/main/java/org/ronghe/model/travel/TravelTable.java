package org.ronghe.model.travel;

import java.util.List;

/// Travel costs between origins and destinations, flat and in one order: the same pairs give the
/// same table, in whatever order they came. Immutable by promise: nobody writes into the arrays it
/// hands out, which are its own so that a county's million pairs are read without a copy.
///
/// A pair that is not in the table cannot be travelled. The costs of a table take few values
/// (minutes, mostly), so a pair stores the rank of its cost; a function of the cost is then
/// computed once for each value.
public final class TravelTable {
  private final List<String> origins;
  private final List<String> destinations;
  private final int[] starts;
  private final int[] destination;
  private final int[] rank;
  private final double[] costs;

  TravelTable(
      List<String> origins,
      List<String> destinations,
      int[] starts,
      int[] destination,
      int[] rank,
      double[] costs) {
    this.origins = List.copyOf(origins);
    this.destinations = List.copyOf(destinations);
    this.starts = starts;
    this.destination = destination;
    this.rank = rank;
    this.costs = costs;
  }

  /// Ids of origins, ascending; those that reach nothing are among them.
  public List<String> origins() {
    return origins;
  }

  /// Ids of destinations, ascending; those that nobody reaches are among them.
  public List<String> destinations() {
    return destinations;
  }

  /// How many pairs can be travelled.
  public int pairs() {
    return destination.length;
  }

  /// The pairs of origin `i` are those from `starts()[i]` up to, not including, `starts()[i + 1]`.
  public int[] starts() {
    return starts;
  }

  /// The destination of each pair, as an index; ascending within an origin.
  public int[] destination() {
    return destination;
  }

  /// For each pair the index of its cost in `costs()`.
  public int[] rank() {
    return rank;
  }

  /// All costs that occur, ascending, each once; in the unit of the file.
  public double[] costs() {
    return costs;
  }
}
