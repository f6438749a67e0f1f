package org.ronghe.engines.tour;

import java.util.Arrays;

/// Routes of one round each, with time windows, open ends and unlike vehicles.
final class FleetChain implements Chain {
  private static final double MOST_LOAD = 1.5;

  private final FleetTable table;
  private final int width;
  private final Stretch[] upTo;
  private final Stretch[] from;
  private final Stretch[] whole;
  private final int[][] nodes;
  private final int[] size;
  private final int[] route;
  private final int[] place;
  private final double[] price;
  private final Stretch now = new Stretch();
  private final Stretch behind = new Stretch();
  private int type;
  private int last;

  FleetChain(FleetTable table) {
    this.table = table;
    width = table.width;
    upTo = stretches(width);
    from = stretches(width);
    int vehicles = table.typeOf.length;
    whole = stretches(vehicles);
    nodes = new int[vehicles][];
    size = new int[vehicles];
    route = new int[width];
    place = new int[width];
    price = new double[vehicles];
  }

  private static Stretch[] stretches(int count) {
    Stretch[] stretches = new Stretch[count];
    Arrays.setAll(stretches, _ -> new Stretch());
    return stretches;
  }

  @Override
  public int clients() {
    return table.clients;
  }

  @Override
  public int vehicles() {
    return table.typeOf.length;
  }

  @Override
  public int[] nearness() {
    return table.nearness();
  }

  @Override
  public double[] x() {
    return table.drawn(table.problem.ways().x());
  }

  @Override
  public double[] y() {
    return table.drawn(table.problem.ways().y());
  }

  @Override
  public Penalties firstPenalties() {
    return table.firstPenalties();
  }

  @Override
  public void weigh(Penalties penalties) {
    table.weigh(penalties);
    for (int r = 0; r < size.length; r++) {
      price[r] = size[r] == 0 ? 0 : priced(typeOf(r), whole[r]);
    }
  }

  private int typeOf(int vehicle) {
    return table.typeOf[vehicle];
  }

  private double priced(int vehicleType, Stretch one) {
    long overload = Math.max(0, one.load - table.types[vehicleType].capacity());
    return table.priced(vehicleType, one.distance, one.duration, one.warp, overload);
  }

  @Override
  public boolean alike(int a, int b) {
    return table.alike(a, b);
  }

  @Override
  public boolean turns() {
    return true;
  }

  @Override
  public void count(int vehicle, int[] clients, int count) {
    nodes[vehicle] = clients;
    size[vehicle] = count;
    begin(vehicle);
    for (int i = 0; i < count; i++) {
      step(clients[i]);
      upTo[clients[i]].set(now);
      route[clients[i]] = vehicle;
      place[clients[i]] = i;
    }
    home();
    whole[vehicle].set(now);
    price[vehicle] = count == 0 ? 0 : priced(type, now);
    int next = 0;
    VehicleType vehicleType = table.types[type];
    behind.begin(vehicleType.startAt(), vehicleType.endBy());
    int[] ways = table.distance[type];
    int[] times = table.time[type];
    for (int i = count - 1; i >= 0; i--) {
      int client = clients[i];
      Stretch own = from[client];
      own.stop(
          table.demand[client], table.service[client], table.open[client], table.close[client]);
      own.add(ways[client * width + next], times[client * width + next], behind);
      behind.set(own);
      next = client;
    }
  }

  @Override
  public double price(int vehicle) {
    return price[vehicle];
  }

  @Override
  public double cost(int vehicle) {
    return table.cost(typeOf(vehicle), whole[vehicle].distance, whole[vehicle].duration);
  }

  @Override
  public double overload(int vehicle) {
    return Math.max(0, whole[vehicle].load - table.types[typeOf(vehicle)].capacity());
  }

  @Override
  public double overtime(int vehicle) {
    Stretch one = whole[vehicle];
    return table.overtime(typeOf(vehicle), one.distance, one.duration, one.warp);
  }

  @Override
  public double join(int vehicle, int before, int[] middle, int count, int after) {
    begin(vehicle);
    if (before != 0) {
      if (alike(vehicle, route[before])) {
        now.set(upTo[before]);
        last = before;
      } else {
        again(route[before], 0, place[before] + 1);
      }
    }
    for (int i = 0; i < count; i++) {
      step(middle[i]);
    }
    if (after == 0) {
      if (last == 0) {
        return 0;
      }
      home();
    } else if (alike(vehicle, route[after])) {
      int at = last * width + after;
      now.add(table.distance[type][at], table.time[type][at], from[after]);
    } else {
      again(route[after], place[after], size[route[after]]);
      home();
    }
    return priced(type, now);
  }

  private void again(int otherRoute, int start, int end) {
    for (int i = start; i < end; i++) {
      step(nodes[otherRoute][i]);
    }
  }

  @Override
  public void begin(int vehicle) {
    type = typeOf(vehicle);
    last = 0;
    now.begin(table.types[type].startAt(), table.types[type].endBy());
  }

  @Override
  public void extend(int client) {
    step(client);
  }

  @Override
  public double closed() {
    behind.set(now);
    home();
    double closed = priced(type, now);
    now.set(behind);
    return closed;
  }

  @Override
  public boolean isFull() {
    return now.load > MOST_LOAD * table.types[type].capacity();
  }

  private void step(int client) {
    int at = last * width + client;
    now.add(
        table.distance[type][at],
        table.time[type][at],
        table.demand[client],
        table.service[client],
        table.open[client],
        table.close[client]);
    last = client;
  }

  private void home() {
    VehicleType vehicle = table.types[type];
    int at = last * width;
    now.add(
        table.distance[type][at], table.time[type][at], 0, 0, vehicle.startAt(), vehicle.endBy());
  }
}
