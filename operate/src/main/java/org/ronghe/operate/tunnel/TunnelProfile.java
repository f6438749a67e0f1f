package org.ronghe.operate.tunnel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.operate.point.PointNow;

/// The long section of a tunnel: compartments along the chainage, with all that is measured. Names
/// in English are null when the package has none.
public record TunnelProfile(
    String id,
    String name,
    @Nullable String nameEn,
    double length_m,
    boolean synthetic,
    List<Bay> compartments) {

  /// A compartment along the whole tunnel.
  ///
  /// @param kind lower-case code, e.g. `gas`
  /// @param lines the pipes and cables that run in it
  public record Bay(
      String id,
      String name,
      @Nullable String nameEn,
      String kind,
      List<RunningLine> lines,
      List<Section> sections) {}

  /// A line that runs in a compartment.
  public record RunningLine(String utility, String line, @Nullable String lineEn) {}

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
      String id,
      String name,
      @Nullable String nameEn,
      String kind,
      double chainage_m,
      List<PointNow> points) {}
}
