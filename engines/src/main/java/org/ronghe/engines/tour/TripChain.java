package org.ronghe.engines.tour;

import java.util.Arrays;

/// Routes of several trips with unloading in between. A question drives the route again from where
/// it changes.
final class TripChain implements Chain {
  /// Share of a mean way to a station and back that a move may seem to lose.
  private static final double SLACK = 0.25;

  private final FleetTable table;
  private final Trips trips;
  private final FleetChain plain;
  private final int[][] nodes;
  private final int[] size;
  private final int[] route;
  private final int[] place;
  private final long[][] whole;
  private final Trips.Mark[] marks;
  private final double[] detour;

  TripChain(FleetTable table) {
    this.table = table;
    trips = new Trips(table);
    plain = new FleetChain(table);
    int vehicles = table.typeOf.length;
    nodes = new int[vehicles][0];
    size = new int[vehicles];
    route = new int[table.width];
    place = new int[table.width];
    whole = new long[vehicles][4];
    marks = new Trips.Mark[table.width];
    Arrays.setAll(marks, _ -> new Trips.Mark());
    detour = new double[table.types.length];
    Arrays.setAll(detour, trips::meanDetour);
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
    return plain.nearness();
  }

  @Override
  public double[] x() {
    return plain.x();
  }

  @Override
  public double[] y() {
    return plain.y();
  }

  @Override
  public Penalties firstPenalties() {
    return table.firstPenalties();
  }

  @Override
  public void weigh(Penalties penalties) {
    table.weigh(penalties);
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
      trips.extend(clients[i]);
      trips.mark(marks[clients[i]]);
      route[clients[i]] = vehicle;
      place[clients[i]] = i;
    }
    trips.closed();
    whole[vehicle] = trips.whole();
  }

  @Override
  public double price(int vehicle) {
    if (size[vehicle] == 0) {
      return 0;
    }
    long[] one = whole[vehicle];
    return table.priced(table.typeOf[vehicle], one[0], one[1], one[2], one[3]);
  }

  @Override
  public double cost(int vehicle) {
    return table.cost(table.typeOf[vehicle], whole[vehicle][0], whole[vehicle][1]);
  }

  @Override
  public double overload(int vehicle) {
    return whole[vehicle][3];
  }

  @Override
  public double overtime(int vehicle) {
    long[] one = whole[vehicle];
    return table.overtime(table.typeOf[vehicle], one[0], one[1], one[2]);
  }

  @Override
  public double join(int vehicle, int before, int[] middle, int count, int after) {
    if (before == 0 && after == 0 && count == 0) {
      return 0;
    }
    if (before != 0 && alike(vehicle, route[before])) {
      trips.resume(marks[before], table.typeOf[vehicle]);
    } else {
      begin(vehicle);
      if (before != 0) {
        again(route[before], 0, place[before] + 1);
      }
    }
    for (int i = 0; i < count; i++) {
      trips.extend(middle[i]);
    }
    if (after != 0) {
      again(route[after], place[after], size[route[after]]);
    }
    return trips.closed();
  }

  private void again(int otherRoute, int start, int end) {
    for (int i = start; i < end; i++) {
      trips.extend(nodes[otherRoute][i]);
    }
  }

  @Override
  public double direct(int vehicle, int from, int to) {
    int type = table.typeOf[vehicle];
    int at = from * table.width + to;
    VehicleType one = table.types[type];
    return one.costPerDistance() * table.distance[type][at]
        + one.costPerTime() * table.time[type][at];
  }

  @Override
  public double slack(int a, int b) {
    double penalties = excess(a) + (a == b ? 0 : excess(b));
    return penalties + SLACK * Math.max(detour[table.typeOf[a]], detour[table.typeOf[b]]);
  }

  private double excess(int vehicle) {
    return size[vehicle] == 0 ? 0 : price(vehicle) - cost(vehicle);
  }

  @Override
  public void begin(int vehicle) {
    trips.begin(table.typeOf[vehicle]);
  }

  @Override
  public void extend(int client) {
    trips.extend(client);
  }

  @Override
  public double closed() {
    return trips.closed();
  }

  @Override
  public boolean isFull() {
    return trips.isFull();
  }
}
