package org.ronghe.engines.queue;

/// What changes the state of a hall; at one minute the earlier planned comes first.
sealed interface Happening {
  double at_min();

  long order();

  record Comes(double at_min, long order, int kind, boolean booked) implements Happening {}

  record Served(double at_min, long order, int group, int kind, boolean booked)
      implements Happening {}

  record Schedule(double at_min, long order) implements Happening {}

  record Leaves(double at_min, long order, Visit visit) implements Happening {}
}
