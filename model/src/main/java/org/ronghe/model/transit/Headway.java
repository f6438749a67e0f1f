package org.ronghe.model.transit;

/// A trip repeated at intervals, its exact times unknown.
///
/// @param from_s the first start, seconds since midnight of the day
/// @param until_s no start at or after this
/// @param every_s seconds from one start to the next, above 0
public record Headway(int from_s, int until_s, int every_s) {
  public Headway {
    if (every_s <= 0 || until_s < from_s) {
      throw new IllegalArgumentException(from_s + "–" + until_s + " every " + every_s);
    }
  }
}
