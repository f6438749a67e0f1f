package org.ronghe.server.tour;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.engines.tour.ArcProblem;
import org.ronghe.engines.tour.FleetProblem;
import org.ronghe.engines.tour.Stop;
import org.ronghe.engines.tour.VehicleType;
import org.ronghe.engines.tour.Ways;
import org.ronghe.sources.tour.RoutingFile;
import org.ronghe.sources.tour.StreetFile;

/// A published instance as a problem for the engine.
public final class Instances {
  private Instances() {}

  public static FleetProblem problem(RoutingFile file) {
    Ways ways = new Ways(file.places(), file.weights(), file.weights(), file.x(), file.y());
    List<Stop> stops = new ArrayList<>();
    for (int i = 1; i < file.places(); i++) {
      stops.add(
          new Stop(
              String.valueOf(i),
              i,
              file.demand()[i],
              file.service()[i],
              file.open()[i],
              Math.max(file.open()[i], file.close()[i])));
    }
    int vehicles = file.vehicles() < 0 ? file.customers() : file.vehicles();
    VehicleType plain = VehicleType.plain(vehicles, file.capacity(), 0);
    VehicleType type =
        plain.limited(
            file.longest() < 0 ? VehicleType.NO_LIMIT : file.longest(),
            file.timeWindows() ? file.close()[0] : VehicleType.NO_LIMIT,
            file.returns() ? 0 : VehicleType.OPEN);
    return new FleetProblem(ways, stops, List.of(type));
  }

  /// @param limited false when more vehicles than the file says may drive
  public static ArcProblem problem(StreetFile file, boolean limited) {
    return new ArcProblem(
        file.junctions(),
        file.depot(),
        file.vehicles() < 0 || !limited ? ArcProblem.ANY : file.vehicles(),
        file.capacity(),
        file.streets().stream()
            .map(one ->
                new ArcProblem.Street(
                    one.id(),
                    one.from(),
                    one.to(),
                    one.cost(),
                    one.demand(),
                    one.required(),
                    one.oneWay()))
            .toList(),
        file.corners().stream()
            .map(one -> new ArcProblem.Corner(one.id(), one.junction(), one.demand()))
            .toList());
  }
}
