package org.ronghe.peers;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.protobuf.Duration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// OR-Tools' routing library: cheapest arc first, then guided local search, as its guide advises.
final class OrTools {
  private OrTools() {}

  public static void main(String[] arguments) throws IOException {
    Rounds.Order order = Rounds.Order.of(arguments);
    Rounds rounds = order.rounds();
    Loader.loadNativeLibraries();
    int vehicles = rounds.vehicles();
    RoutingIndexManager places = new RoutingIndexManager(rounds.places(), vehicles, 0);
    RoutingModel model = new RoutingModel(places);
    long[][] way = new long[rounds.places()][];
    for (int i = 0; i < way.length; i++) {
      way[i] = Arrays.stream(rounds.distance()[i]).asLongStream().toArray();
    }
    model.setArcCostEvaluatorOfAllVehicles(model.registerTransitMatrix(way));
    int load =
        model.registerUnaryTransitVector(Arrays.stream(rounds.demand()).asLongStream().toArray());
    long[] capacity = new long[vehicles];
    Arrays.fill(capacity, rounds.capacity());
    model.addDimensionWithVehicleCapacity(load, 0, capacity, true, "load");
    RoutingSearchParameters search =
        com.google.ortools.constraintsolver.main.defaultRoutingSearchParameters().toBuilder()
            .setFirstSolutionStrategy(FirstSolutionStrategy.Value.PATH_CHEAPEST_ARC)
            .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH)
            .setTimeLimit(Duration.newBuilder().setSeconds(order.seconds()))
            .build();
    Assignment found = model.solveWithParameters(search);
    List<List<Integer>> routes = new ArrayList<>();
    for (int v = 0; v < vehicles; v++) {
      List<Integer> route = new ArrayList<>();
      for (long at = found.value(model.nextVar(model.start(v)));
          !model.isEnd(at);
          at = found.value(model.nextVar(at))) {
        route.add(places.indexToNode(at));
      }
      routes.add(route);
    }
    rounds.write(order.answer(), routes);
  }
}
