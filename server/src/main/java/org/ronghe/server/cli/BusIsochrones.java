package org.ronghe.server.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;
import org.ronghe.engines.reach.IsochroneRules;
import org.ronghe.engines.reach.Isochrones;
import org.ronghe.engines.reach.OneToAll;
import org.ronghe.engines.reach.Snap;
import org.ronghe.engines.transit.BusTravel;
import org.ronghe.engines.transit.Walks;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.server.cli.RoadOptions.Stops;

/// Areas reached by bus: the median time to every junction, and on along the roads.
final class BusIsochrones {
  private static final List<Double> MEDIAN = List.of(50.0);

  private final BusNetwork network;
  private final BusOptions options;
  private final IsochroneRules rules;

  BusIsochrones(BusNetwork network, BusOptions options, IsochroneRules rules) {
    this.network = network;
    this.options = options;
    this.rules = rules;
  }

  void write(Stops from, List<Double> minutes, IsochroneFile file) throws IOException {
    RoadGraph roads = network.hierarchy.network().roads();
    int junctions = roads.nodeCount();
    OneToAll.Tree tree = new OneToAll(network.hierarchy).tree();
    Walks access = network.access(from);
    Walks egress = network.toJunctions(tree);
    BusTravel travel =
        new BusTravel(
            network.timetable,
            network.transfers,
            egress,
            junctions,
            options.rules(),
            options.window());
    Isochrones isochrones = new Isochrones(network.walked(), rules);
    List<Integer> limits = minutes.stream().map(m -> (int) Math.round(m * 60_000)).toList();
    int[] direct_s = new int[junctions];
    int[] median_ms = new int[junctions];
    int[] median_s = new int[1];
    for (int i = 0; i < from.count(); i++) {
      Optional<Snap> snap = from.snaps().get(i);
      List<MultiPolygon> areas = List.of();
      if (snap.isPresent()) {
        Arrays.fill(direct_s, BusTravel.NEVER);
        network.walkToJunctions(tree, snap.get(), (junction, s) -> direct_s[junction] = s);
        travel.from(access, i, direct_s);
        for (int junction = 0; junction < junctions; junction++) {
          travel.percentiles(junction, MEDIAN, median_s);
          median_ms[junction] =
              median_s[0] == BusTravel.NEVER ? OneToAll.NEVER : median_s[0] * 1000;
        }
        areas = isochrones.ofTimes(snap.get().position(), junction -> median_ms[junction], limits);
      }
      for (int m = 0; m < minutes.size(); m++) {
        file.add(from.points().get(i).id(), minutes.get(m), areas.isEmpty() ? null : areas.get(m));
      }
    }
  }
}
