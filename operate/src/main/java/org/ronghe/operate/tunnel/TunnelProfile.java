package org.ronghe.operate.tunnel;

import java.util.List;
import org.ronghe.operate.point.PointNow;

/// The long section of a tunnel: compartments along the chainage, with all that is measured.
public record TunnelProfile(
    String id, String name, double length_m, boolean synthetic, List<Bay> compartments) {

  /// A compartment along the whole tunnel.
  ///
  /// @param kind lower-case code, e.g. `gas`
  /// @param lines the pipes and cables that run in it
  public record Bay(
      String id, String name, String kind, List<RunningLine> lines, List<Section> sections) {}

  /// A line that runs in a compartment.
  public record RunningLine(String utility, String line) {}

  /// A fire section.
  ///
  /// @param alarms open alarms by priority, 1 first; always four numbers
  public record Section(
      String id,
      int number,
      double fromChainage_m,
      double toChainage_m,
      List<PointNow> points,
      List<Device> equipment,
      List<Integer> alarms) {}

  /// A piece of equipment and what is measured on it.
  public record Device(
      String id, String name, String kind, double chainage_m, List<PointNow> points) {}
}
