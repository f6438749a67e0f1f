package org.ronghe.counties;

import org.ronghe.model.measure.Utility;

/// What is measured in the tunnels: air, water, smoke, intrusion, and the state of the equipment.
final class TunnelPoints {
  private final Points points;

  TunnelPoints(Points points) {
    this.points = points;
  }

  void addAll(Tunnels tunnels) {
    for (Tunnels.Section section : tunnels.sections()) {
      switch (section.compartment().letter()) {
        case "G" -> general(section);
        case "P" -> power(section);
        default -> gas(section);
      }
    }
    for (Tunnels.Equipment equipment : tunnels.equipment()) {
      state(equipment);
    }
  }

  private void general(Tunnels.Section section) {
    row(section, Profile.O2, 2);
    row(section, Profile.CH4, 2);
    row(section, Profile.H2S, 2);
    row(section, Profile.TUNNEL_TEMPERATURE, 5);
    row(section, Profile.HUMIDITY, 3);
    row(section, Profile.WATER_LEVEL, 2);
    row(section, Profile.SMOKE, 4);
    row(section, Profile.INTRUSION, 2);
  }

  private void power(Tunnels.Section section) {
    row(section, Profile.O2, 2);
    row(section, Profile.CH4, 1);
    row(section, Profile.H2S, 1);
    row(section, Profile.TUNNEL_TEMPERATURE, 5);
    row(section, Profile.HUMIDITY, 3);
    row(section, Profile.WATER_LEVEL, 2);
    row(section, Profile.SMOKE, 5);
    row(section, Profile.INTRUSION, 2);
    row(section, Profile.CABLE_TEMPERATURE, 10);
  }

  /// Methane detectors stand at most 15 m apart where gas pipes run.
  private void gas(Tunnels.Section section) {
    row(section, Profile.O2, 2);
    row(section, Profile.CH4, 14);
    row(section, Profile.TUNNEL_TEMPERATURE, 3);
    row(section, Profile.HUMIDITY, 2);
    row(section, Profile.WATER_LEVEL, 1);
    row(section, Profile.SMOKE, 3);
    row(section, Profile.INTRUSION, 2);
  }

  /// `count` instruments evenly along the section; the first has the plain id.
  private void row(Tunnels.Section section, Profile profile, int count) {
    for (int i = 0; i < count; i++) {
      double chainage = section.chainage_m((i + 0.5) / count);
      String number = i == 0 ? "" : "-" + (i + 1);
      points.add(
          section.id() + "." + profile.suffix() + number,
          section.name() + " " + profile.label() + (count == 1 ? "" : " " + (i + 1) + " 号"),
          profile.equals(Profile.CABLE_TEMPERATURE) ? Utility.POWER : Utility.TUNNEL,
          new Points.Owner("section", section.id(), chainage, spot(section, chainage)),
          profile);
    }
  }

  private void state(Tunnels.Equipment equipment) {
    Profile profile =
        switch (equipment.kind()) {
          case "fan" -> Profile.FAN;
          case "drain-pump" -> Profile.TUNNEL_PUMP;
          case "fire-door" -> Profile.DOOR;
          case "lighting" -> Profile.LIGHTING;
          default -> null;
        };
    if (profile != null) {
      points.add(
          equipment.id(),
          equipment.name() + " " + profile.label(),
          Utility.TUNNEL,
          new Points.Owner(
              "equipment",
              equipment.id(),
              equipment.chainage_m(),
              spot(equipment.section(), equipment.chainage_m())),
          profile);
    }
  }

  private static Spot spot(Tunnels.Section section, double chainage_m) {
    return section.compartment().tunnel().path().at(chainage_m);
  }
}
