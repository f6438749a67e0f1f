package org.ronghe.counties;

import java.util.Locale;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NodeKind;

/// What is measured on lines and at their works: which node carries which instruments.
final class LinePoints {
  private static final int FEEDERS = 8;
  private final Points points;

  LinePoints(Points points) {
    this.points = points;
  }

  void addAll(Network network) {
    for (Network.Node node : network.nodes()) {
      switch (network.utility()) {
        case WATER -> water(node);
        case SEWER -> sewer(node);
        case DRAINAGE -> drainage(node);
        case GAS -> gas(node);
        case HEAT -> heat(node);
        case POWER -> power(node);
        case TELECOM, TUNNEL -> {}
      }
    }
    for (Network.Link link : network.links()) {
      inTunnel(network.utility(), link);
    }
  }

  /// Lines that run in a tunnel are watched piece by piece.
  private void inTunnel(Utility utility, Network.Link link) {
    if (link.compartment() == null) {
      return;
    }
    switch (utility) {
      case WATER -> add(utility, link, Profile.WATER_PRESSURE, Profile.WATER_FLOW);
      case HEAT -> add(utility, link, Profile.HEAT_PRESSURE, Profile.SUPPLY_TEMPERATURE);
      case GAS -> add(utility, link, Profile.GAS_PRESSURE, Profile.GAS_FLOW);
      case POWER -> add(utility, link, Profile.CURRENT);
      case SEWER, DRAINAGE, TELECOM, TUNNEL -> {}
    }
  }

  /// The id of a point on a link names the area and the link, e.g. `W.HD.L00012.PRES`.
  private void add(Utility utility, Network.Link link, Profile... profiles) {
    String asset = link.id().substring(link.id().indexOf('.') + 1);
    for (Profile profile : profiles) {
      points.add(
          Network.letter(utility) + "." + Areas.TOWN + "." + asset + "." + profile.suffix(),
          link.line() + " " + link.from().name() + "至" + link.to().name() + " " + profile.label(),
          utility,
          new Points.Owner("link", link.id(), null, null),
          profile);
    }
  }

  private void water(Network.Node node) {
    switch (node.kind()) {
      case JUNCTION -> {
        if (node.id().contains(".J")) {
          add(Utility.WATER, node, Profile.WATER_PRESSURE);
        }
      }
      case CONSUMER -> add(Utility.WATER, node, Profile.WATER_FLOW, Profile.WATER_PRESSURE);
      case VALVE -> add(Utility.WATER, node, Profile.VALVE);
      case TANK ->
          add(Utility.WATER, node, Profile.TANK_LEVEL, Profile.CHLORINE, Profile.TURBIDITY);
      case PUMP ->
          add(Utility.WATER, node, Profile.WATER_PUMP, Profile.WATER_PRESSURE, Profile.WATER_FLOW);
      case SOURCE -> add(Utility.WATER, node, Profile.WATER_FLOW, Profile.TURBIDITY);
      case MANHOLE, METER, STATION, OUTFALL -> {}
    }
  }

  private void sewer(Network.Node node) {
    switch (node.kind()) {
      case MANHOLE -> {
        if (isCollector(node)) {
          add(Utility.SEWER, node, Profile.SEWER_LEVEL, Profile.SEWER_H2S);
        } else if (node.id().endsWith("2")) {
          add(Utility.SEWER, node, Profile.SEWER_LEVEL);
        }
      }
      case PUMP ->
          add(Utility.SEWER, node, Profile.SEWER_PUMP, Profile.SEWER_LEVEL, Profile.SEWER_FLOW);
      case STATION ->
          add(Utility.SEWER, node, Profile.SEWER_FLOW, Profile.SEWER_LEVEL, Profile.SEWER_H2S);
      case OUTFALL -> add(Utility.SEWER, node, Profile.SEWER_FLOW);
      case JUNCTION, VALVE, SOURCE, TANK, METER, CONSUMER -> {}
    }
  }

  private static boolean isCollector(Network.Node node) {
    return node.id().contains("." + Areas.TOWN + ".M") && node.id().contains("N");
  }

  private void drainage(Network.Node node) {
    switch (node.kind()) {
      case MANHOLE -> {
        if (node.id().endsWith("2")) {
          add(Utility.DRAINAGE, node, Profile.DRAINAGE_LEVEL);
        }
      }
      case OUTFALL -> add(Utility.DRAINAGE, node, Profile.DRAINAGE_LEVEL);
      case STATION -> {
        add(Utility.DRAINAGE, node, Profile.UNDERPASS_LEVEL);
        again(Utility.DRAINAGE, node, Profile.UNDERPASS_LEVEL, "2", "2 号");
      }
      case PUMP -> {
        add(Utility.DRAINAGE, node, Profile.DRAINAGE_PUMP, Profile.DRAINAGE_LEVEL);
        again(Utility.DRAINAGE, node, Profile.DRAINAGE_PUMP, "2", "2 号");
      }
      case JUNCTION, VALVE, SOURCE, TANK, METER, CONSUMER -> {}
    }
  }

  private void gas(Network.Node node) {
    switch (node.kind()) {
      case SOURCE -> add(Utility.GAS, node, Profile.GAS_PRESSURE, Profile.GAS_FLOW, Profile.LEAK);
      case STATION -> {
        add(Utility.GAS, node, Profile.GAS_PRESSURE, Profile.GAS_FLOW, Profile.LEAK);
        again(Utility.GAS, node, Profile.LEAK, "2", "2 号");
      }
      case VALVE -> add(Utility.GAS, node, Profile.LEAK);
      case JUNCTION -> add(Utility.GAS, node, Profile.GAS_PRESSURE);
      case CONSUMER -> add(Utility.GAS, node, Profile.GAS_FLOW, Profile.LEAK);
      case MANHOLE, PUMP, TANK, METER, OUTFALL -> {}
    }
  }

  private void heat(Network.Node node) {
    switch (node.kind()) {
      case SOURCE ->
          add(
              Utility.HEAT,
              node,
              Profile.SUPPLY_TEMPERATURE,
              Profile.RETURN_TEMPERATURE,
              Profile.HEAT_PRESSURE,
              Profile.HEAT_FLOW,
              Profile.ENERGY);
      case STATION -> heatStation(node);
      case PUMP -> add(Utility.HEAT, node, Profile.HEAT_PUMP, Profile.HEAT_PRESSURE);
      case CONSUMER ->
          add(
              Utility.HEAT,
              node,
              Profile.SUPPLY_TEMPERATURE,
              Profile.RETURN_TEMPERATURE,
              Profile.HEAT_FLOW);
      case JUNCTION -> {
        if (node.id().contains(".J")) {
          add(Utility.HEAT, node, Profile.HEAT_PRESSURE);
        }
      }
      case VALVE, MANHOLE, TANK, METER, OUTFALL -> {}
    }
  }

  private void heatStation(Network.Node node) {
    add(
        Utility.HEAT,
        node,
        Profile.SUPPLY_TEMPERATURE,
        Profile.RETURN_TEMPERATURE,
        Profile.HEAT_PRESSURE,
        Profile.HEAT_FLOW,
        Profile.ENERGY,
        Profile.HEAT_PUMP);
    again(Utility.HEAT, node, Profile.SUPPLY_TEMPERATURE, "2", "二次");
    again(Utility.HEAT, node, Profile.RETURN_TEMPERATURE, "2", "二次");
    again(Utility.HEAT, node, Profile.HEAT_PRESSURE, "2", "二次");
    again(Utility.HEAT, node, Profile.HEAT_PUMP, "2", "备用");
  }

  private void power(Network.Node node) {
    boolean town = node.id().contains("." + Areas.TOWN + ".");
    switch (node.kind()) {
      case SOURCE -> add(Utility.POWER, node, Profile.ACTIVE_POWER, Profile.CURRENT);
      case STATION -> substation(node);
      case VALVE -> {
        add(Utility.POWER, node, Profile.CURRENT, Profile.SWITCH);
        if (town) {
          add(Utility.POWER, node, Profile.VOLTAGE);
        }
      }
      case CONSUMER -> {
        add(
            Utility.POWER,
            node,
            Profile.VOLTAGE,
            Profile.ACTIVE_POWER,
            Profile.TRANSFORMER_TEMPERATURE);
        if (town) {
          add(Utility.POWER, node, Profile.CURRENT);
        }
      }
      case JUNCTION, MANHOLE, PUMP, TANK, METER, OUTFALL -> {}
    }
  }

  private void substation(Network.Node node) {
    add(
        Utility.POWER,
        node,
        Profile.VOLTAGE,
        Profile.CURRENT,
        Profile.ACTIVE_POWER,
        Profile.TRANSFORMER_TEMPERATURE);
    for (int feeder = 1; feeder <= FEEDERS; feeder++) {
      String number = String.format(Locale.ROOT, "F%02d", feeder);
      String label = feeder + " 号出线";
      again(Utility.POWER, node, Profile.CURRENT, number, label);
      again(Utility.POWER, node, Profile.ACTIVE_POWER, number, label);
      again(Utility.POWER, node, Profile.SWITCH, number, label);
    }
  }

  private void add(Utility utility, Network.Node node, Profile... profiles) {
    for (Profile profile : profiles) {
      points.add(
          node.id() + "." + profile.suffix(),
          node.name() + " " + profile.label(),
          utility,
          new Points.Owner("node", node.id(), null, null),
          profile,
          interval_s(node, profile));
    }
  }

  /// Sources and substations report their numbers every 10 s.
  private static String interval_s(Network.Node node, Profile profile) {
    boolean works =
        node.kind() == NodeKind.SOURCE
            || (node.kind() == NodeKind.STATION && node.id().startsWith("E."));
    return works && profile.valueKind().equals("number") ? "10" : profile.interval_s();
  }

  /// A second instrument of a kind that is already there, told apart by `mark`.
  private void again(
      Utility utility, Network.Node node, Profile profile, String mark, String label) {
    points.add(
        node.id() + "." + profile.suffix() + "-" + mark,
        node.name() + " " + label + profile.label(),
        utility,
        new Points.Owner("node", node.id(), null, null),
        profile);
  }

  /// Rain gauges at the seats of all townships.
  void addRain(Facts facts) {
    for (Facts.Unit township : facts.townships()) {
      points.add(
          "D." + Areas.letters(township.code()) + ".RG01." + Profile.RAIN.suffix(),
          township.name() + "雨量站 " + Profile.RAIN.label(),
          Utility.DRAINAGE,
          new Points.Owner("place", "PL." + township.code(), null, null),
          Profile.RAIN);
    }
  }
}
