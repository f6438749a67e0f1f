package org.ronghe.model.travel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gathers pairs one by one, in any order, and makes a [TravelTable] of them.
public final class TravelPairs {
  private final Map<String, Integer> originNumbers = new HashMap<>();
  private final Map<String, Integer> destinationNumbers = new HashMap<>();
  private final List<String> origins = new ArrayList<>();
  private final List<String> destinations = new ArrayList<>();
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private double[] cost = new double[1024];
  private int size;

  /// The number of an origin, to add pairs with; the same id has the same number.
  public int origin(String id) {
    return number(id, originNumbers, origins);
  }

  /// The number of a destination.
  public int destination(String id) {
    return number(id, destinationNumbers, destinations);
  }

  private static int number(String id, Map<String, Integer> numbers, List<String> ids) {
    Integer known = numbers.putIfAbsent(id, ids.size());
    if (known != null) {
      return known;
    }
    ids.add(id);
    return ids.size() - 1;
  }

  /// @param travelCost at least 0; infinite when the pair cannot be travelled
  public void add(int originNumber, int destinationNumber, double travelCost) {
    if (!(travelCost >= 0)) {
      throw new IllegalArgumentException("a travel cost is at least 0, not " + travelCost);
    }
    if (size == from.length) {
      from = Arrays.copyOf(from, size * 2);
      to = Arrays.copyOf(to, size * 2);
      cost = Arrays.copyOf(cost, size * 2);
    }
    from[size] = originNumber;
    to[size] = destinationNumber;
    cost[size] = travelCost + 0.0; // never -0
    size++;
  }

  /// The same by name.
  public void add(String originId, String destinationId, double travelCost) {
    add(origin(originId), destination(destinationId), travelCost);
  }

  /// How many pairs were added.
  public int size() {
    return size;
  }

  /// The table, or the first pair (in the order of the ids) that came twice with unlike costs.
  public Outcome table() {
    int[] originRank = new int[origins.size()];
    int[] destinationRank = new int[destinations.size()];
    List<String> sortedOrigins = sorted(origins, originNumbers, originRank);
    List<String> sortedDestinations = sorted(destinations, destinationNumbers, destinationRank);
    int[] order = byRank(to, destinationRank, null);
    order = byRank(from, originRank, order);
    int repeated = 0;
    int unreachable = 0;
    int kept = 0;
    for (int k = 0; k < size; k++) {
      int at = order[k];
      if (k > 0 && from[order[k - 1]] == from[at] && to[order[k - 1]] == to[at]) {
        int before = order[k - 1];
        if (cost[before] != cost[at]) {
          return new Unlike(
              origins.get(from[at]), destinations.get(to[at]), before, at, cost[before], cost[at]);
        }
        repeated++;
        order[k - 1] = -1;
      }
    }
    for (int k = 0; k < size; k++) {
      if (order[k] >= 0) {
        if (Double.isInfinite(cost[order[k]])) {
          unreachable++;
        } else {
          order[kept++] = order[k];
        }
      }
    }
    TravelTable table =
        lay(sortedOrigins, sortedDestinations, originRank, destinationRank, order, kept);
    return new Made(table, repeated, unreachable);
  }

  private TravelTable lay(
      List<String> sortedOrigins,
      List<String> sortedDestinations,
      int[] originRank,
      int[] destinationRank,
      int[] order,
      int kept) {
    int[] starts = new int[sortedOrigins.size() + 1];
    int[] destination = new int[kept];
    double[] ordered = new double[kept];
    for (int k = 0; k < kept; k++) {
      starts[originRank[from[order[k]]] + 1]++;
      destination[k] = destinationRank[to[order[k]]];
      ordered[k] = cost[order[k]];
    }
    for (int i = 0; i < sortedOrigins.size(); i++) {
      starts[i + 1] += starts[i];
    }
    CostRanks ranks = CostRanks.of(ordered);
    return new TravelTable(
        sortedOrigins, sortedDestinations, starts, destination, ranks.rank(), ranks.costs());
  }

  private static List<String> sorted(List<String> ids, Map<String, Integer> numbers, int[] rank) {
    List<String> result = ids.stream().sorted().toList();
    for (int r = 0; r < rank.length; r++) {
      rank[numbers.getOrDefault(result.get(r), 0)] = r;
    }
    return result;
  }

  /// A stable counting sort of the pairs, taken in the order given, by the rank of `key`.
  private int[] byRank(int[] key, int[] rank, int @Nullable [] given) {
    int[] place = new int[rank.length + 1];
    for (int k = 0; k < size; k++) {
      place[rank[key[k]] + 1]++;
    }
    for (int r = 0; r < rank.length; r++) {
      place[r + 1] += place[r];
    }
    int[] result = new int[size];
    for (int k = 0; k < size; k++) {
      int at = given == null ? k : given[k];
      result[place[rank[key[at]]]++] = at;
    }
    return result;
  }

  /// What became of the pairs.
  public sealed interface Outcome {}

  /// @param repeated pairs that came again with the same cost, and were taken once
  /// @param unreachable pairs that were named as impossible to travel
  public record Made(TravelTable table, int repeated, int unreachable) implements Outcome {}

  /// The same pair with two costs.
  ///
  /// @param first which of the pairs added (from 0) said `firstCost`
  /// @param second which said `secondCost`
  public record Unlike(
      String origin, String destination, int first, int second, double firstCost, double secondCost)
      implements Outcome {}
}
