package org.ronghe.engines.tour;

/// One kind of problem, as the genetic search sees it. Not for more than one thread.
interface Variant {
  int clients();

  Penalties firstPenalties();

  /// Cuts an order of all clients into routes, one per vehicle.
  int[][] split(int[] tour, Penalties penalties);

  /// The routes after local search; never dearer than before, penalties included.
  Plan improve(int[][] routes, Penalties penalties, Dice dice);
}
