package org.ronghe.engines.tour;

/// What a route costs whose price is more than a sum of distances: with directions to choose, hours
/// to keep or places to unload. Clients are numbered from 1; 0 before the first client or behind
/// the last stands for the vehicle's start or end.
interface Chain {
  int clients();

  int vehicles();

  /// From each place to each other, the depot 0: good enough to tell near from far.
  int[] nearness();

  double[] x();

  double[] y();

  Penalties firstPenalties();

  void weigh(Penalties penalties);

  /// True when vehicles `a` and `b` are alike.
  boolean alike(int a, int b);

  /// True when a stretch may be driven the other way round at little harm.
  boolean turns();

  /// Notes what lies before and behind each client of the vehicle's route.
  void count(int vehicle, int[] route, int size);

  /// Penalised cost of the route counted last for the vehicle.
  double price(int vehicle);

  double cost(int vehicle);

  double overload(int vehicle);

  double overtime(int vehicle);

  /// Penalised cost if the vehicle drives all up to client `before` as counted, then the clients of
  /// `middle`, then all from client `after` as counted.
  double join(int vehicle, int before, int[] middle, int count, int after);

  /// About what the way from one client to another costs the vehicle, unloading left out.
  default double direct(int vehicle, int from, int to) {
    return 0;
  }

  /// A move of two routes that makes the direct ways dearer by more than this is not worth pricing.
  default double slack(int a, int b) {
    return Double.POSITIVE_INFINITY;
  }

  /// Begins a new route of the vehicle.
  void begin(int vehicle);

  /// Adds a client to it.
  void extend(int client);

  /// Penalised cost of the route so far.
  double closed();

  /// True when a route so long is never a good cut.
  boolean isFull();
}
