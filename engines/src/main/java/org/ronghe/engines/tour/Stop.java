package org.ronghe.engines.tour;

/// Somewhere a vehicle must call once.
///
/// @param demand load, in the unit of the vehicles' capacity
/// @param service how long the vehicle stands, in the unit of [Ways#time]
/// @param open earliest begin of service; a vehicle that comes early waits
/// @param close latest begin of service
public record Stop(String id, int place, int demand, int service, int open, int close) {
  public static final int ALWAYS = 1_000_000_000;

  public Stop {
    if (demand < 0 || service < 0 || open < 0 || close < open || place < 0) {
      throw new IllegalArgumentException("stop " + id + " is not possible");
    }
  }
}
