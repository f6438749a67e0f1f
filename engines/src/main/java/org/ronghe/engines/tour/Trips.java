package org.ronghe.engines.tour;

import java.util.Arrays;

/// Drives one vehicle along an order of clients and decides where it goes to unload in between: all
/// places where its present trip may have begun are followed at once, and those that are both
/// dearer and fuller than another are dropped.
final class Trips {
  private final FleetTable table;
  private final int width;

  /// By type, from one client by way of a station to another: which station.
  private final int[][] station;

  private Stretch[] trips;
  private long[] overload;
  private int[] unloaded;
  private int[] began;
  private double[] price;
  private int active;
  private int type;
  private int last;
  private int length;
  private final int[] followed;
  private final Stretch closing = new Stretch();
  private final Stretch opening = new Stretch();

  Trips(FleetTable table) {
    this.table = table;
    width = table.width;
    station = new int[table.types.length][];
    for (int t = 0; t < station.length; t++) {
      station[t] = stations(t);
    }
    trips = new Stretch[16];
    Arrays.setAll(trips, _ -> new Stretch());
    overload = new long[16];
    unloaded = new int[16];
    began = new int[16];
    price = new double[16];
    followed = new int[width + 1];
  }

  /// Column 0 is for the end of the route.
  private int[] stations(int t) {
    VehicleType vehicle = table.types[t];
    if (vehicle.stations().isEmpty()) {
      return new int[0];
    }
    Ways ways = table.problem.ways();
    int[] best = new int[width * width];
    for (int a = 1; a < width; a++) {
      for (int b = 0; b < width; b++) {
        double least = Double.POSITIVE_INFINITY;
        for (int place : vehicle.stations()) {
          int to = b == 0 ? vehicle.end() : table.place[b];
          double cost = price(vehicle, ways, table.place[a], place);
          cost += to == VehicleType.OPEN ? 0 : price(vehicle, ways, place, to);
          if (cost < least) {
            least = cost;
            best[a * width + b] = place;
          }
        }
      }
    }
    return best;
  }

  private static double price(VehicleType vehicle, Ways ways, int from, int to) {
    return vehicle.costPerDistance() * ways.distance(from, to)
        + (vehicle.costPerTime() + 1e-6) * vehicle.time(ways, from, to)
        + 1e-9 * ways.distance(from, to);
  }

  void begin(int vehicleType) {
    type = vehicleType;
    last = 0;
    length = 0;
    active = 1;
    trips[0].begin(table.types[type].startAt(), table.types[type].endBy());
    overload[0] = 0;
    unloaded[0] = 0;
    began[0] = 0;
  }

  /// All that is open after a client, to go on from later.
  static final class Mark {
    private Stretch[] trips = new Stretch[0];
    private long[] overload = new long[0];
    private int[] unloaded = new int[0];
    private int[] began = new int[0];
    private double[] price = new double[0];
    private int active;
    private int last;
    private int length;
  }

  /// Notes the state; [#resume] comes back to it. What lies behind [#breaks] is not noted.
  void mark(Mark mark) {
    if (mark.trips.length < active) {
      int old = mark.trips.length;
      mark.trips = Arrays.copyOf(mark.trips, active + 2);
      for (int i = old; i < mark.trips.length; i++) {
        mark.trips[i] = new Stretch();
      }
      mark.overload = new long[active + 2];
      mark.unloaded = new int[active + 2];
      mark.began = new int[active + 2];
      mark.price = new double[active + 2];
    }
    for (int i = 0; i < active; i++) {
      mark.trips[i].set(trips[i]);
    }
    System.arraycopy(overload, 0, mark.overload, 0, active);
    System.arraycopy(unloaded, 0, mark.unloaded, 0, active);
    System.arraycopy(began, 0, mark.began, 0, active);
    System.arraycopy(price, 0, mark.price, 0, active);
    mark.active = active;
    mark.last = last;
    mark.length = length;
  }

  void resume(Mark mark, int vehicleType) {
    type = vehicleType;
    active = mark.active;
    last = mark.last;
    length = mark.length;
    for (int i = 0; i < active; i++) {
      trips[i].set(mark.trips[i]);
    }
    System.arraycopy(mark.overload, 0, overload, 0, active);
    System.arraycopy(mark.unloaded, 0, unloaded, 0, active);
    System.arraycopy(mark.began, 0, began, 0, active);
    System.arraycopy(mark.price, 0, price, 0, active);
  }

  /// Least it can cost to unload once behind a client, over all clients, on average.
  double meanDetour(int vehicleType) {
    if (station[vehicleType].length == 0) {
      return 0;
    }
    VehicleType vehicle = table.types[vehicleType];
    Ways ways = table.problem.ways();
    double sum = 0;
    for (int client = 1; client < width; client++) {
      double least = Double.POSITIVE_INFINITY;
      for (int place : vehicle.stations()) {
        least = Math.min(least, price(vehicle, ways, table.place[client], place));
      }
      sum += least;
    }
    return 2 * sum / (width - 1);
  }

  /// True when the client's demand is more than anything still open can take.
  boolean isFull() {
    VehicleType vehicle = table.types[type];
    return active == 1
        && (vehicle.stations().isEmpty() || unloaded[0] + 1 >= vehicle.trips())
        && trips[0].load > 1.5 * vehicle.capacity();
  }

  void extend(int client) {
    boolean opens = length > 0 && open(client);
    for (int i = 0; i < active; i++) {
      step(trips[i], last, client);
    }
    if (opens) {
      keep(client);
    }
    for (int i = 0; i < active; i++) {
      price[i] = priced(trips[i], overload[i]);
    }
    last = client;
    length++;
    drop();
  }

  /// Prepares a trip that begins at this client, after unloading the cheapest so far.
  private boolean open(int client) {
    VehicleType vehicle = table.types[type];
    if (vehicle.stations().isEmpty()) {
      return false;
    }
    int best = -1;
    for (int i = 0; i < active; i++) {
      if (unloaded[i] + 1 < vehicle.trips() && (best < 0 || price[i] < price[best])) {
        best = i;
      }
    }
    if (best < 0) {
      return false;
    }
    grow();
    opening.set(trips[best]);
    unload(opening, last, station[type][last * width + client]);
    overload[active] = overload[best] + Math.max(0, trips[best].load - vehicle.capacity());
    unloaded[active] = unloaded[best] + 1;
    followed[length] = began[best];
    return true;
  }

  private void keep(int client) {
    Stretch trip = trips[active];
    trip.set(opening);
    int place = station[type][last * width + client];
    go(trip, place, table.place[client]);
    serve(trip, client);
    began[active] = length;
    active++;
  }

  private void grow() {
    if (active + 1 >= trips.length) {
      int old = trips.length;
      trips = Arrays.copyOf(trips, 2 * old);
      for (int i = old; i < trips.length; i++) {
        trips[i] = new Stretch();
      }
      overload = Arrays.copyOf(overload, 2 * old);
      unloaded = Arrays.copyOf(unloaded, 2 * old);
      began = Arrays.copyOf(began, 2 * old);
      price = Arrays.copyOf(price, 2 * old);
    }
  }

  /// Later trips carry less: an earlier one that is not cheaper has no future.
  private void drop() {
    int kept = 0;
    for (int i = 0; i < active; i++) {
      boolean hopeless = false;
      for (int j = i + 1; j < active && !hopeless; j++) {
        hopeless =
            price[j] <= price[i] && unloaded[j] <= unloaded[i] && trips[j].load <= trips[i].load;
      }
      boolean overfull =
          active > 1 && trips[i].load > 1.5 * table.types[type].capacity() && i < active - 1;
      if (hopeless || (overfull && unloaded[active - 1] < table.types[type].trips())) {
        continue;
      }
      if (kept != i) {
        Stretch free = trips[kept];
        trips[kept] = trips[i];
        trips[i] = free;
        overload[kept] = overload[i];
        unloaded[kept] = unloaded[i];
        began[kept] = began[i];
        price[kept] = price[i];
      }
      kept++;
    }
    active = kept;
  }

  private double priced(Stretch trip, long over) {
    long load = over + Math.max(0, trip.load - table.types[type].capacity());
    return table.priced(type, trip.distance, trip.duration, trip.warp, load);
  }

  private void step(Stretch trip, int from, int client) {
    int at = from * width + client;
    trip.add(
        table.distance[type][at],
        table.time[type][at],
        table.demand[client],
        table.service[client],
        table.open[client],
        table.close[client]);
  }

  private void serve(Stretch trip, int client) {
    trip.add(
        0, 0, table.demand[client], table.service[client], table.open[client], table.close[client]);
  }

  private void go(Stretch trip, int from, int to) {
    VehicleType vehicle = table.types[type];
    Ways ways = table.problem.ways();
    int metres = ways.distance(from, to);
    trip.add(metres, vehicle.time(ways, from, to), 0, 0, vehicle.startAt(), vehicle.endBy());
  }

  private void unload(Stretch trip, int client, int place) {
    VehicleType vehicle = table.types[type];
    go(trip, table.place[client], place);
    trip.add(0, 0, 0, vehicle.unloading(), vehicle.startAt(), vehicle.endBy());
    trip.load = 0;
  }

  /// The whole route as it costs least; what it took is then in [#whole].
  double closed() {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < active; i++) {
      finish(i);
      double closed = table.priced(type, closing.distance, closing.duration, closing.warp, over(i));
      if (closed < least) {
        least = closed;
        chosen = i;
      }
    }
    return least;
  }

  private int chosen;

  private long over(int i) {
    return overload[i] + Math.max(0, trips[i].load - table.types[type].capacity());
  }

  /// Drives the trip home.
  private void finish(int i) {
    VehicleType vehicle = table.types[type];
    closing.set(trips[i]);
    int from = last == 0 ? vehicle.start() : table.place[last];
    if (last != 0 && !vehicle.stations().isEmpty()) {
      from = station[type][last * width];
      unload(closing, last, from);
    }
    if (vehicle.end() != VehicleType.OPEN) {
      go(closing, from, vehicle.end());
    } else {
      closing.add(0, 0, 0, 0, vehicle.startAt(), vehicle.endBy());
    }
  }

  /// After [#closed]: distance, duration, time warp and overload of the route.
  long[] whole() {
    finish(chosen);
    return new long[] {closing.distance, closing.duration, closing.warp, over(chosen)};
  }

  /// After [#closed]: the positions at which a new trip begins, the last first.
  int[] breaks() {
    int[] found = new int[length];
    int count = 0;
    for (int at = began[chosen]; at > 0; at = followed[at]) {
      found[count++] = at;
    }
    return Arrays.copyOf(found, count);
  }

  /// Where the vehicle unloads between two clients, or at the end (0).
  int stationBetween(int client, int next) {
    return station[type][client * width + next];
  }
}
