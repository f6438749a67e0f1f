package org.ronghe.counties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/// The roads outside the county town: they join gates of the town grid, township seats and
/// villages.
///
/// Any two hubs with no third one near the middle between them are neighbours (a Gabriel graph); a
/// spanning tree of the neighbours becomes village roads, shortest ways between chosen seats become
/// township, county, provincial and national roads.
final class Country {
  /// What a country road joins.
  ///
  /// @param id division code of a village, or the crossing code of a gate, e.g. `G0913`
  /// @param township 9-digit code of the township, that of the county town for gates
  record Hub(String id, String name, String township, Spot spot, boolean gate) {}

  /// A country road from one hub to the next.
  record Way(Hub from, Hub to, RoadClass roadClass, Path path) {
    String id() {
      return from.id() + "-" + to.id();
    }
  }

  /// Ranks of roads, the highest first.
  enum RoadClass {
    NATIONAL(14, 1),
    PROVINCIAL(12, 1.1),
    COUNTY(8.5, 1.2),
    TOWNSHIP(6.5, 1.3),
    VILLAGE(4.5, 1.4);

    final double width_m;

    /// How much longer a metre of it counts when a way for mains is looked for.
    final double effort;

    RoadClass(double width_m, double effort) {
      this.width_m = width_m;
      this.effort = effort;
    }
  }

  /// A long road with a name, given by the hubs it visits.
  record Trunk(String name, RoadClass roadClass, List<Way> ways) {}

  private record Pair(int a, int b, double length_m) {}

  private final List<Hub> hubs;
  private final List<Way> ways;
  private final List<Trunk> trunks;

  private Country(List<Hub> hubs, List<Way> ways, List<Trunk> trunks) {
    this.hubs = List.copyOf(hubs);
    this.ways = List.copyOf(ways);
    this.trunks = List.copyOf(trunks);
  }

  List<Hub> hubs() {
    return hubs;
  }

  List<Way> ways() {
    return ways;
  }

  List<Trunk> trunks() {
    return trunks;
  }

  static Country of(Facts facts, Settlement settlement, Area county) {
    List<Hub> hubs = hubsOf(facts, settlement);
    List<Pair> neighbours = neighbours(hubs, county);
    Map<Integer, RoadClass> classes = new TreeMap<>();
    List<List<Integer>> trunkPairs = new ArrayList<>();
    for (Plan plan : plans()) {
      List<Integer> pairs = shortest(hubs, neighbours, plan.from(), plan.to());
      trunkPairs.add(pairs);
      for (int pair : pairs) {
        classes.merge(pair, plan.roadClass(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    for (int pair : spanning(hubs, neighbours, classes.keySet())) {
      classes.putIfAbsent(pair, RoadClass.VILLAGE);
    }
    Map<Integer, Way> ways = new TreeMap<>();
    classes.forEach(
        (pair, roadClass) -> ways.put(pair, way(hubs, neighbours.get(pair), roadClass)));
    List<Trunk> trunks = new ArrayList<>();
    for (int i = 0; i < plans().size(); i++) {
      Plan plan = plans().get(i);
      trunks.add(
          new Trunk(
              plan.name(),
              plan.roadClass(),
              trunkPairs.get(i).stream().map(pair -> require(ways.get(pair))).toList()));
    }
    return new Country(hubs, List.copyOf(ways.values()), trunks);
  }

  private static Way require(@org.jspecify.annotations.Nullable Way way) {
    if (way == null) {
      throw new IllegalStateException("a trunk road uses a way that was not built");
    }
    return way;
  }

  private record Plan(String name, RoadClass roadClass, String from, String to) {}

  /// Which long roads there are; the ends are township codes or `town` for the nearest gate.
  private static List<Plan> plans() {
    return List.of(
        new Plan("国道示意线北段", RoadClass.NATIONAL, "town", "140404406"),
        new Plan("国道示意线南段", RoadClass.NATIONAL, "town", "140404103"),
        new Plan("省道示意线东段", RoadClass.PROVINCIAL, "town", "140404201"),
        new Plan("省道示意线西段", RoadClass.PROVINCIAL, "town", "140404202"),
        new Plan("韩苏线", RoadClass.COUNTY, "town", "140404101"),
        new Plan("韩荫线", RoadClass.COUNTY, "town", "140404102"),
        new Plan("韩东线", RoadClass.COUNTY, "town", "140404203"),
        new Plan("东八线", RoadClass.COUNTY, "140404203", "140404104"),
        new Plan("荫南线", RoadClass.COUNTY, "140404102", "140404107"),
        new Plan("韩经线", RoadClass.COUNTY, "town", "140404401"),
        new Plan("苏郝线", RoadClass.COUNTY, "140404101", "140404106"),
        new Plan("八振线", RoadClass.TOWNSHIP, "140404104", "140404400"),
        new Plan("振荫线", RoadClass.TOWNSHIP, "140404400", "140404102"),
        new Plan("南西线", RoadClass.TOWNSHIP, "140404107", "140404103"),
        new Plan("北郝线", RoadClass.TOWNSHIP, "140404202", "140404106"),
        new Plan("西荫线", RoadClass.TOWNSHIP, "140404201", "140404102"),
        new Plan("经西线", RoadClass.TOWNSHIP, "140404401", "140404201"));
  }

  private static List<Hub> hubsOf(Facts facts, Settlement settlement) {
    List<Hub> hubs = new ArrayList<>();
    for (Town.Crossing crossing : Town.crossings()) {
      boolean edge =
          !Town.has(crossing.column() - 1, crossing.row())
              || !Town.has(crossing.column() + 1, crossing.row())
              || !Town.has(crossing.column(), crossing.row() - 1)
              || !Town.has(crossing.column(), crossing.row() + 1);
      if (edge) {
        hubs.add(
            new Hub("G" + crossing.code(), crossing.name(), "140404001", crossing.spot(), true));
      }
    }
    Area town = Town.builtUp(120);
    for (Facts.Unit village : facts.villages()) {
      Spot spot = settlement.village(village.code());
      if (!town.holds(spot)) {
        hubs.add(new Hub(village.code(), village.shortName(), village.parent(), spot, false));
      }
    }
    return hubs;
  }

  private static List<Pair> neighbours(List<Hub> hubs, Area county) {
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < hubs.size(); a++) {
      for (int b = a + 1; b < hubs.size(); b++) {
        Hub from = hubs.get(a);
        Hub to = hubs.get(b);
        boolean bothGates = from.gate() && to.gate();
        if (!bothGates
            && isFree(hubs, a, b)
            && county.holds(Path.straight(from.spot(), to.spot()))) {
          pairs.add(new Pair(a, b, from.spot().distanceTo_m(to.spot())));
        }
      }
    }
    return pairs;
  }

  private static boolean isFree(List<Hub> hubs, int a, int b) {
    Spot from = hubs.get(a).spot();
    Spot to = hubs.get(b).spot();
    Spot middle = from.towards(to, 0.5);
    double radius = from.distanceTo_m(to) / 2 - 0.01;
    for (int c = 0; c < hubs.size(); c++) {
      if (c != a && c != b && hubs.get(c).spot().distanceTo_m(middle) < radius) {
        return false;
      }
    }
    return true;
  }

  /// The cheapest pairs from one seat (or any gate) to another; short steps are preferred.
  private static List<Integer> shortest(
      List<Hub> hubs, List<Pair> pairs, String fromSeat, String toSeat) {
    record Step(int hub, double cost) {}
    double[] cost = new double[hubs.size()];
    int[] by = new int[hubs.size()];
    java.util.Arrays.fill(cost, Double.POSITIVE_INFINITY);
    java.util.Arrays.fill(by, -1);
    PriorityQueue<Step> queue =
        new PriorityQueue<>(Comparator.comparingDouble(Step::cost).thenComparingInt(Step::hub));
    for (int i = 0; i < hubs.size(); i++) {
      if (fromSeat.equals("town") ? hubs.get(i).gate() : isSeat(hubs.get(i), fromSeat)) {
        cost[i] = 0;
        queue.add(new Step(i, 0));
      }
    }
    List<List<Integer>> pairsOf = pairsOf(hubs, pairs);
    while (!queue.isEmpty()) {
      Step step = queue.remove();
      if (step.cost() > cost[step.hub()]) {
        continue;
      }
      for (int index : pairsOf.get(step.hub())) {
        Pair pair = pairs.get(index);
        int next = pair.a() == step.hub() ? pair.b() : pair.a();
        double then = step.cost() + StrictMath.pow(pair.length_m(), 1.25);
        if (then < cost[next] - 1e-9 && !hubs.get(next).gate()) {
          cost[next] = then;
          by[next] = index;
          queue.add(new Step(next, then));
        }
      }
    }
    return back(hubs, pairs, by, toSeat);
  }

  private static List<Integer> back(List<Hub> hubs, List<Pair> pairs, int[] by, String toSeat) {
    int hub = -1;
    for (int i = 0; i < hubs.size(); i++) {
      if (isSeat(hubs.get(i), toSeat)) {
        hub = i;
      }
    }
    List<Integer> chain = new ArrayList<>();
    while (by[hub] >= 0) {
      chain.addFirst(by[hub]);
      Pair pair = pairs.get(by[hub]);
      hub = pair.a() == hub ? pair.b() : pair.a();
    }
    return chain;
  }

  static boolean isSeat(Hub hub, String township) {
    return !hub.gate() && hub.spot().equals(Settlement.seat(township));
  }

  private static List<List<Integer>> pairsOf(List<Hub> hubs, List<Pair> pairs) {
    List<List<Integer>> of = new ArrayList<>();
    for (int i = 0; i < hubs.size(); i++) {
      of.add(new ArrayList<>());
    }
    for (int i = 0; i < pairs.size(); i++) {
      of.get(pairs.get(i).a()).add(i);
      of.get(pairs.get(i).b()).add(i);
    }
    return of;
  }

  /// A spanning tree (Kruskal) that starts from the roads that are there and the joined gates.
  private static List<Integer> spanning(List<Hub> hubs, List<Pair> pairs, Set<Integer> built) {
    int[] group = new int[hubs.size()];
    int gates = -1;
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
      if (hubs.get(i).gate()) {
        gates = gates < 0 ? i : gates;
        group[i] = gates;
      }
    }
    built.forEach(pair -> join(group, pairs.get(pair).a(), pairs.get(pair).b()));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> rank(hubs, pairs.get(i)))
            .thenComparing(Comparator.naturalOrder()));
    List<Integer> chosen = new ArrayList<>();
    for (int index : order) {
      if (join(group, pairs.get(index).a(), pairs.get(index).b())) {
        chosen.add(index);
      }
    }
    return chosen;
  }

  /// Villages are joined to their own township first.
  private static double rank(List<Hub> hubs, Pair pair) {
    boolean same = hubs.get(pair.a()).township().equals(hubs.get(pair.b()).township());
    return pair.length_m() * (same ? 1 : 1.6);
  }

  private static boolean join(int[] group, int a, int b) {
    int from = group[a];
    int to = group[b];
    if (from == to) {
      return false;
    }
    for (int i = 0; i < group.length; i++) {
      if (group[i] == from) {
        group[i] = to;
      }
    }
    return true;
  }

  private static Way way(List<Hub> hubs, Pair pair, RoadClass roadClass) {
    Hub from = hubs.get(pair.a());
    Hub to = hubs.get(pair.b());
    return new Way(
        from, to, roadClass, winding(from.id() + "-" + to.id(), roadClass, from.spot(), to.spot()));
  }

  /// A road between two spots that bends a little, as country roads do.
  static Path winding(String id, RoadClass roadClass, Spot from, Spot to) {
    Chance chance = Chance.of("roads/" + id);
    List<Spot> spots = new ArrayList<>(List.of(from, to));
    double swing = roadClass.compareTo(RoadClass.COUNTY) <= 0 ? 0.07 : 0.11;
    for (int round = 0; round < 3; round++) {
      List<Spot> finer = new ArrayList<>();
      for (int i = 1; i < spots.size(); i++) {
        Spot a = spots.get(i - 1);
        Spot b = spots.get(i);
        double off = chance.between(-swing, swing);
        Spot middle = a.towards(b, 0.5);
        finer.add(a);
        finer.add(
            middle.shifted(-(b.north_m() - a.north_m()) * off, (b.east_m() - a.east_m()) * off));
      }
      finer.add(spots.getLast());
      spots = finer;
      swing *= 0.6;
    }
    return new Path(spots);
  }

  /// Every hub but the gates, each with the way that reaches it from the town side, nearest first.
  ///
  /// The way in a branch runs from the town outward.
  record Branch(Hub hub, Way way, Hub parent) {
    Path path() {
      return way.from().equals(parent) ? way.path() : way.path().reversed();
    }
  }

  List<Branch> branches() {
    Map<String, Double> reached = new LinkedHashMap<>();
    hubs.stream().filter(Hub::gate).forEach(gate -> reached.put(gate.id(), 0.0));
    List<Branch> inOrder = new ArrayList<>();
    while (true) {
      Optional<Branch> next =
          ways.stream()
              .filter(
                  way -> reached.containsKey(way.from().id()) != reached.containsKey(way.to().id()))
              .map(way ->
                  reached.containsKey(way.from().id())
                      ? new Branch(way.to(), way, way.from())
                      : new Branch(way.from(), way, way.to()))
              .min(Comparator.comparingDouble(branch -> distance(reached, branch)));
      if (next.isEmpty()) {
        return inOrder;
      }
      Branch branch = next.get();
      reached.put(branch.hub().id(), distance(reached, branch));
      inOrder.add(branch);
    }
  }

  /// The branches on the ways to township seats: where the mains lie.
  static Set<String> mainHubs(List<Branch> branches) {
    Map<String, Branch> of = new LinkedHashMap<>();
    branches.forEach(branch -> of.put(branch.hub().id(), branch));
    Set<String> mains = new LinkedHashSet<>();
    for (Branch branch : branches) {
      if (isSeat(branch.hub(), branch.hub().township())) {
        Branch step = branch;
        while (step != null) {
          mains.add(step.hub().id());
          step = of.get(step.parent().id());
        }
      }
    }
    return mains;
  }

  private static double distance(Map<String, Double> reached, Branch branch) {
    double weight = branch.way().roadClass().effort;
    return reached.getOrDefault(branch.parent().id(), 0.0)
        + branch.way().path().length_m() * weight;
  }
}
