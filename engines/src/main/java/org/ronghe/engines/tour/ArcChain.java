package org.ronghe.engines.tour;

/// Routes of tasks that can be served in two directions: for each order of tasks the best
/// directions are found as it is priced.
final class ArcChain implements Chain {
  private static final double MOST_LOAD = 1.5;

  private final ArcNetwork network;
  private final int vehicles;
  private final int capacity;
  private final int[] ways;
  private final int size;
  private final int[] nearness;

  /// By directed task: least cost from the depot up to and with it, and from it to the depot.
  private final int[] upTo;

  private final int[] from;
  private final int[] loadUpTo;
  private final int[] loadFrom;
  private final int[] routeCost;
  private final int[] routeLoad;
  private double loadPenalty;
  private int last;
  private int cost0;
  private int cost1;
  private int load;

  ArcChain(ArcNetwork network, int vehicles, int capacity) {
    this.network = network;
    this.vehicles = vehicles;
    this.capacity = capacity;
    ways = network.ways;
    size = network.tail.length;
    nearness = network.nearness();
    upTo = new int[size];
    from = new int[size];
    loadUpTo = new int[network.tasks + 1];
    loadFrom = new int[network.tasks + 1];
    routeCost = new int[vehicles];
    routeLoad = new int[vehicles];
  }

  @Override
  public int clients() {
    return network.tasks;
  }

  @Override
  public int vehicles() {
    return vehicles;
  }

  @Override
  public int[] nearness() {
    return nearness;
  }

  @Override
  public double[] x() {
    return new double[0];
  }

  @Override
  public double[] y() {
    return new double[0];
  }

  @Override
  public Penalties firstPenalties() {
    int farthest = 1;
    for (int one : nearness) {
      farthest = Math.max(farthest, one >= ArcNetwork.FAR ? 1 : one);
    }
    int largest = 1;
    for (int one : network.demand) {
      largest = Math.max(largest, one);
    }
    return new Penalties(Math.clamp((double) farthest / largest, 0.1, 1000), 1);
  }

  @Override
  public void weigh(Penalties penalties) {
    loadPenalty = penalties.load();
  }

  @Override
  public boolean alike(int a, int b) {
    return true;
  }

  @Override
  public boolean turns() {
    return true;
  }

  @Override
  public void count(int vehicle, int[] route, int count) {
    begin(vehicle);
    for (int i = 0; i < count; i++) {
      step(route[i]);
      upTo[2 * last] = cost0;
      upTo[2 * last + 1] = cost1;
      loadUpTo[last] = load;
    }
    routeCost[vehicle] = count == 0 ? 0 : home();
    routeLoad[vehicle] = load;
    int behind = 0;
    int behind0 = 0;
    int behind1 = 0;
    int sum = 0;
    for (int i = count - 1; i >= 0; i--) {
      int task = route[i];
      int row0 = 2 * task * size + 2 * behind;
      int row1 = row0 + size;
      int next0 = Math.min(ways[row0] + behind0, ways[row0 + 1] + behind1);
      int next1 = Math.min(ways[row1] + behind0, ways[row1 + 1] + behind1);
      behind = task;
      behind0 = next0 + network.cost[task];
      behind1 = next1 + network.cost[task];
      sum += network.demand[task];
      from[2 * task] = behind0;
      from[2 * task + 1] = behind1;
      loadFrom[task] = sum;
    }
  }

  @Override
  public double price(int vehicle) {
    return priced(routeCost[vehicle], routeLoad[vehicle]);
  }

  @Override
  public double cost(int vehicle) {
    return routeCost[vehicle];
  }

  @Override
  public double overload(int vehicle) {
    return Math.max(0, routeLoad[vehicle] - capacity);
  }

  @Override
  public double overtime(int vehicle) {
    return 0;
  }

  @Override
  public double join(int vehicle, int before, int[] middle, int count, int after) {
    last = before;
    cost0 = before == 0 ? 0 : upTo[2 * before];
    cost1 = before == 0 ? 0 : upTo[2 * before + 1];
    load = before == 0 ? 0 : loadUpTo[before];
    for (int i = 0; i < count; i++) {
      step(middle[i]);
    }
    if (after == 0) {
      return last == 0 ? 0 : priced(home(), load);
    }
    int row0 = 2 * last * size + 2 * after;
    int row1 = row0 + size;
    int first = Math.min(cost0 + ways[row0], cost1 + ways[row1]) + from[2 * after];
    int second = Math.min(cost0 + ways[row0 + 1], cost1 + ways[row1 + 1]) + from[2 * after + 1];
    return priced(Math.min(first, second), load + loadFrom[after]);
  }

  @Override
  public void begin(int vehicle) {
    last = 0;
    cost0 = 0;
    cost1 = 0;
    load = 0;
  }

  @Override
  public void extend(int client) {
    step(client);
  }

  @Override
  public double closed() {
    return priced(home(), load);
  }

  @Override
  public boolean isFull() {
    return load > MOST_LOAD * capacity;
  }

  private void step(int task) {
    int row0 = 2 * last * size + 2 * task;
    int row1 = row0 + size;
    int next0 = Math.min(cost0 + ways[row0], cost1 + ways[row1]);
    int next1 = Math.min(cost0 + ways[row0 + 1], cost1 + ways[row1 + 1]);
    cost0 = next0 + network.cost[task];
    cost1 = next1 + network.cost[task];
    load += network.demand[task];
    last = task;
  }

  private int home() {
    int row0 = 2 * last * size;
    return Math.min(cost0 + ways[row0], cost1 + ways[row0 + size]);
  }

  private double priced(int cost, int carried) {
    return carried > capacity ? cost + (carried - capacity) * loadPenalty : cost;
  }
}
