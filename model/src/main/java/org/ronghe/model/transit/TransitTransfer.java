package org.ronghe.model.transit;

/// What the operator says about changing between two stops.
///
/// @param from number of the stop one gets off at
/// @param to number of the stop one gets on at; may be the same
/// @param least_s seconds the change takes at least; [#FORBIDDEN] where one cannot change
public record TransitTransfer(int from, int to, int least_s) {
  public static final int FORBIDDEN = -1;
}
