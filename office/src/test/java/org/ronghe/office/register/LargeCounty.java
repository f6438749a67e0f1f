package org.ronghe.office.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ronghe.model.county.County;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.model.network.NetworkNode;
import org.ronghe.model.network.NodeKind;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.PointOwner.OwnerKind;

/// A county of the size one really has: 20,000 points and 40,000 nodes and links over 30 km.
public final class LargeCounty {
  public static final int POINTS = 20_000;
  public static final int NODES = 20_000;

  private LargeCounty() {}

  public static County county() {
    var random = new Random(42);
    List<NetworkNode> nodes = new ArrayList<>();
    List<NetworkLink> links = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      double lon = 112.95 + random.nextDouble() * 0.3;
      double lat = 35.95 + random.nextDouble() * 0.25;
      nodes.add(
          new NetworkNode(
              "W.N" + i,
              Utility.WATER,
              NodeKind.JUNCTION,
              "节点" + i,
              "140404100",
              900 + random.nextDouble() * 50,
              SmallCounty.at(lon, lat),
              SmallCounty.MADE));
      links.add(
          new NetworkLink(
              "W.L" + i,
              Utility.WATER,
              "供水干线" + i % 40,
              "W.N" + i,
              "W.N" + (i + 1) % NODES,
              200.0,
              55.5,
              "PE",
              1990 + i % 30,
              1.2,
              null,
              SmallCounty.line(lon, lat, lon + 0.0003, lat, lon + 0.0003, lat + 0.0004),
              SmallCounty.MADE));
    }
    return with(nodes, links, points(random));
  }

  private static List<MeasuringPoint> points(Random random) {
    List<MeasuringPoint> points = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      points.add(
          SmallCounty.point(
              "W.CD.P" + i + ".PRES",
              OwnerKind.NODE,
              "W.N" + i % NODES,
              0,
              112.95 + random.nextDouble() * 0.3,
              35.95 + random.nextDouble() * 0.25));
    }
    return points;
  }

  private static County with(
      List<NetworkNode> nodes, List<NetworkLink> links, List<MeasuringPoint> points) {
    County small = SmallCounty.county();
    return new County(
        small.head(),
        small.divisions(),
        small.places(),
        small.people(),
        small.facilities(),
        nodes,
        links,
        small.tunnels(),
        small.compartments(),
        small.sections(),
        small.equipment(),
        small.roads(),
        points);
  }
}
