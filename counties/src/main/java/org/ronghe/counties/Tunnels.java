package org.ronghe.counties;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Utility;

/// The utility tunnels under main streets: corridors, compartments, fire sections, equipment.
final class Tunnels {
  /// Longest fire section; GB 50838-2015 allows 200 m.
  static final double LONGEST_SECTION_M = 200;

  /// A tunnel under a chain of crossings.
  record Tunnel(String id, String name, List<Town.Crossing> crossings) {
    Path path() {
      List<Spot> spots = crossings.stream().map(Town.Crossing::spot).toList();
      return new Path(spots);
    }

    double length_m() {
      return Math.floor(Frame.length_m(path().spots()) * 10) / 10;
    }

    boolean runsUnder(Town.Street street) {
      for (int i = 1; i < crossings.size(); i++) {
        Town.Crossing a = crossings.get(i - 1);
        Town.Crossing b = crossings.get(i);
        if ((a.equals(street.from()) && b.equals(street.to()))
            || (b.equals(street.from()) && a.equals(street.to()))) {
          return true;
        }
      }
      return false;
    }
  }

  /// One of the three compartments of a tunnel.
  record Compartment(Tunnel tunnel, String letter, String name, String kind) {
    String id() {
      return tunnel.id() + "." + letter;
    }
  }

  /// One fire section.
  record Section(Compartment compartment, int number, double from_m, double to_m) {
    String id() {
      return String.format(Locale.ROOT, "%s.%03d", compartment.id(), number);
    }

    String name() {
      return compartment.tunnel().name()
          + " "
          + compartment.name()
          + " "
          + String.format(Locale.ROOT, "%03d", number)
          + " 分区";
    }

    double chainage_m(double share) {
      return Frame.rounded(from_m + (to_m - from_m) * share, 1);
    }
  }

  /// One piece of equipment.
  record Equipment(String id, Section section, String name, String kind, double chainage_m) {}

  private final List<Tunnel> tunnels = plan();
  private final List<Compartment> compartments = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private final List<Equipment> equipment = new ArrayList<>();

  Tunnels() {
    for (Tunnel tunnel : tunnels) {
      compartments.add(new Compartment(tunnel, "G", "综合舱", "general"));
      compartments.add(new Compartment(tunnel, "P", "电力舱", "power"));
      compartments.add(new Compartment(tunnel, "R", "燃气舱", "gas"));
    }
    for (Compartment compartment : compartments) {
      double length = compartment.tunnel().length_m();
      int count = (int) Math.ceil(length / LONGEST_SECTION_M);
      for (int i = 0; i < count; i++) {
        double from = Frame.rounded(length * i / count, 1);
        double to = i == count - 1 ? length : Frame.rounded(length * (i + 1) / count, 1);
        Section section = new Section(compartment, i + 1, from, to);
        sections.add(section);
        equip(section);
      }
    }
  }

  List<Tunnel> tunnels() {
    return tunnels;
  }

  List<Compartment> compartments() {
    return compartments;
  }

  List<Section> sections() {
    return sections;
  }

  List<Equipment> equipment() {
    return equipment;
  }

  /// The compartment that lines of this utility use under this street, if there is a tunnel.
  @Nullable String compartmentUnder(Town.Street street, Utility utility) {
    String letter =
        switch (utility) {
          case WATER, HEAT, TELECOM -> "G";
          case POWER -> "P";
          case GAS -> "R";
          case SEWER, DRAINAGE, TUNNEL -> "";
        };
    if (letter.isEmpty()) {
      return null;
    }
    Optional<Tunnel> tunnel = tunnels.stream().filter(t -> t.runsUnder(street)).findFirst();
    return tunnel.map(t -> t.id() + "." + letter).orElse(null);
  }

  private static List<Tunnel> plan() {
    List<Town.Crossing> north = new ArrayList<>();
    for (int column = 0; column < Town.COLUMNS; column++) {
      north.add(new Town.Crossing(column, 9));
    }
    List<Town.Crossing> axis = new ArrayList<>();
    for (int row = 0; row < Town.ROWS; row++) {
      axis.add(new Town.Crossing(Town.AXIS_COLUMN, row));
    }
    List<Town.Crossing> east = new ArrayList<>();
    for (int row = 11; row >= 3; row--) {
      east.add(new Town.Crossing(7, row));
    }
    for (int column = 6; column >= 4; column--) {
      east.add(new Town.Crossing(column, 3));
    }
    return List.of(
        new Tunnel("T1", "城北管廊", List.copyOf(north)),
        new Tunnel("T2", "中轴管廊", List.copyOf(axis)),
        new Tunnel("T3", "城东管廊", List.copyOf(east)));
  }

  private void equip(Section section) {
    add(section, "FAN-1", "送风机", "fan", 0.04);
    add(section, "FAN-2", "排风机", "fan", 0.96);
    add(section, "DOOR-1", "始端防火门", "fire-door", 0);
    add(section, "DOOR-2", "末端防火门", "fire-door", 1);
    add(section, "LIGHT-1", "1 号照明", "lighting", 0.125);
    add(section, "LIGHT-2", "2 号照明", "lighting", 0.375);
    add(section, "LIGHT-3", "3 号照明", "lighting", 0.625);
    add(section, "LIGHT-4", "4 号照明", "lighting", 0.875);
    add(section, "CAM-1", "1 号摄像机", "camera", 0.2);
    add(section, "CAM-2", "2 号摄像机", "camera", 0.8);
    add(section, "PUMP-1", "1 号排水泵", "drain-pump", 0.5);
    if (section.compartment().letter().equals("G")) {
      add(section, "PUMP-2", "2 号排水泵", "drain-pump", 0.52);
    }
  }

  private void add(Section section, String asset, String name, String kind, double share) {
    equipment.add(
        new Equipment(
            section.id() + "." + asset,
            section,
            section.name() + " " + name,
            kind,
            section.chainage_m(share)));
  }
}
