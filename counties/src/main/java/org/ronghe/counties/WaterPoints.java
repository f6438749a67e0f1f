package org.ronghe.counties;

import org.ronghe.model.measure.Utility;

/// What is measured on the water lines.
final class WaterPoints {
  private final Points points;

  WaterPoints(Points points) {
    this.points = points;
  }

  void addAll(Network network) {
    for (Network.Node node : network.nodes()) {
      switch (node.kind()) {
        case JUNCTION -> {
          if (node.id().contains(".J")) {
            add(node, Profile.WATER_PRESSURE);
          }
        }
        case CONSUMER -> {
          add(node, Profile.WATER_FLOW);
          add(node, Profile.WATER_PRESSURE);
        }
        case VALVE -> add(node, Profile.VALVE);
        case TANK -> {
          add(node, Profile.TANK_LEVEL);
          add(node, Profile.CHLORINE);
          add(node, Profile.TURBIDITY);
        }
        case PUMP -> {
          add(node, Profile.WATER_PUMP);
          add(node, Profile.WATER_PRESSURE);
          add(node, Profile.WATER_FLOW);
        }
        case SOURCE -> {
          add(node, Profile.WATER_FLOW);
          add(node, Profile.TURBIDITY);
        }
        case MANHOLE, METER, STATION, OUTFALL -> {}
      }
    }
  }

  private void add(Network.Node node, Profile profile) {
    points.add(
        node.id() + "." + profile.suffix(),
        node.name() + " " + profile.label(),
        Utility.WATER,
        new Points.Owner("node", node.id(), null, null),
        profile);
  }
}
