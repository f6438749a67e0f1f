package org.ronghe.peers;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.termination.TimeTermination;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.Coordinate;
import com.graphhopper.jsprit.core.util.FastVehicleRoutingTransportCostsMatrix;
import com.graphhopper.jsprit.core.util.RandomNumberGeneration;
import com.graphhopper.jsprit.core.util.Solutions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// jsprit with its own settings, on one thread.
final class Jsprit {
  private Jsprit() {}

  public static void main(String[] arguments) throws IOException {
    Rounds.Order order = Rounds.Order.of(arguments);
    Rounds rounds = order.rounds();
    RandomNumberGeneration.setSeed(order.seed());
    VehicleTypeImpl type =
        VehicleTypeImpl.Builder.newInstance("lorry")
            .addCapacityDimension(0, rounds.capacity())
            .setCostPerDistance(1)
            .build();
    VehicleRoutingProblem.Builder problem =
        VehicleRoutingProblem.Builder.newInstance()
            .setFleetSize(VehicleRoutingProblem.FleetSize.INFINITE)
            .setRoutingCost(costs(rounds))
            .addVehicle(
                VehicleImpl.Builder.newInstance("v")
                    .setStartLocation(place(rounds, 0))
                    .setType(type)
                    .build());
    for (int i = 1; i < rounds.places(); i++) {
      problem.addJob(
          Service.Builder.newInstance(String.valueOf(i))
              .addSizeDimension(0, rounds.demand()[i])
              .setLocation(place(rounds, i))
              .build());
    }
    VehicleRoutingAlgorithm search =
        com.graphhopper.jsprit.core.algorithm.box.Jsprit.Builder.newInstance(problem.build())
            .setProperty(com.graphhopper.jsprit.core.algorithm.box.Jsprit.Parameter.THREADS, "1")
            .buildAlgorithm();
    search.setMaxIterations(Integer.MAX_VALUE);
    TimeTermination limit = new TimeTermination(order.seconds() * 1000L);
    search.setPrematureAlgorithmTermination(limit);
    search.addListener(limit);
    List<List<Integer>> routes = new ArrayList<>();
    for (VehicleRoute route : Solutions.bestOf(search.searchSolutions()).getRoutes()) {
      routes.add(
          route.getActivities().stream()
              .map(activity -> activity.getLocation().getIndex())
              .toList());
    }
    rounds.write(order.answer(), routes);
  }

  private static Location place(Rounds rounds, int i) {
    return Location.Builder.newInstance()
        .setIndex(i)
        .setId(String.valueOf(i))
        .setCoordinate(Coordinate.newInstance(rounds.x()[i], rounds.y()[i]))
        .build();
  }

  private static FastVehicleRoutingTransportCostsMatrix costs(Rounds rounds) {
    FastVehicleRoutingTransportCostsMatrix.Builder costs =
        FastVehicleRoutingTransportCostsMatrix.Builder.newInstance(rounds.places(), true);
    for (int i = 0; i < rounds.places(); i++) {
      for (int j = i; j < rounds.places(); j++) {
        costs.addTransportDistance(i, j, rounds.distance()[i][j]);
        costs.addTransportTime(i, j, rounds.distance()[i][j]);
      }
    }
    return costs.build();
  }
}
