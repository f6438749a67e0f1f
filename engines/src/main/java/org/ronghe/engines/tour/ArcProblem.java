package org.ronghe.engines.tour;

import java.util.List;

/// Streets to be served along their length, as a refuse lorry or a gritter does. Junctions are
/// numbered from 1.
///
/// @param vehicles how many there are; [#ANY] when nobody counts them
public record ArcProblem(
    int junctions,
    int depot,
    int vehicles,
    int capacity,
    List<Street> streets,
    List<Corner> corners) {
  public static final int ANY = Integer.MAX_VALUE;

  /// @param cost for driving along it, served or not
  /// @param demand of a street that must be served
  /// @param oneWay only from `from` to `to`
  public record Street(
      String id, int from, int to, int cost, int demand, boolean required, boolean oneWay) {}

  /// A junction at which something must be served; that costs no driving.
  public record Corner(String id, int junction, int demand) {}

  public ArcProblem {
    streets = List.copyOf(streets);
    corners = List.copyOf(corners);
    if (depot < 1 || depot > junctions || capacity < 0 || vehicles < 1) {
      throw new IllegalArgumentException("the depot or the vehicles are not possible");
    }
    for (Street street : streets) {
      boolean inside = inside(street.from(), junctions) && inside(street.to(), junctions);
      if (!inside || street.cost() < 0 || street.demand() < 0) {
        throw new IllegalArgumentException("street " + street.id() + " is not possible");
      }
    }
    for (Corner corner : corners) {
      if (!inside(corner.junction(), junctions) || corner.demand() < 0) {
        throw new IllegalArgumentException("corner " + corner.id() + " is not possible");
      }
    }
  }

  private static boolean inside(int junction, int junctions) {
    return junction >= 1 && junction <= junctions;
  }

  /// Required streets in the order of the problem.
  List<Street> required() {
    return streets.stream().filter(Street::required).toList();
  }
}
