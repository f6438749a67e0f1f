package org.ronghe.sources.tour;

import java.util.List;

/// An arc-routing instance: streets to be served, junctions from 1.
///
/// @param firstJunction what the file calls the first junction: 1, in some files 0
/// @param vehicles how many there are, -1 when nobody counts them
/// @param holdsMore true when another instance follows in the file, which is not read
public record StreetFile(
    String name,
    int junctions,
    int depot,
    int vehicles,
    int capacity,
    List<Street> streets,
    List<Corner> corners,
    int firstJunction,
    boolean holdsMore) {
  public StreetFile {
    streets = List.copyOf(streets);
    corners = List.copyOf(corners);
  }

  /// @param id as the file calls it
  /// @param cost of driving along
  public record Street(
      String id, int from, int to, int cost, int demand, boolean required, boolean oneWay) {}

  public record Corner(String id, int junction, int demand) {}
}
