package org.ronghe.engines.dig;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.model.measure.Utility;

/// Checks one opening against what is below, the road's age and the other openings.
public final class DigCheck {
  /// A distance at which lines count as lying on each other rather than beside.
  private static final double TOUCHING_m = 0.01;

  private final DigRules rules;
  private final Opening opening;
  private final LocalPlane plane;
  private final Geometry axis;
  private final Geometry trench;
  private final double half_m;
  private final List<Finding> findings = new ArrayList<>();

  private DigCheck(Opening opening, DigRules rules) {
    this.rules = rules;
    this.opening = opening;
    plane = new LocalPlane(opening.trench().getCentroid().getCoordinate());
    axis = plane.toMetres(opening.trench());
    half_m = axis.getDimension() == 2 ? 0 : opening.width_m() / 2;
    trench = half_m == 0 ? axis : axis.buffer(half_m);
  }

  /// What was found, most weighty first; empty when nothing stands against it.
  ///
  /// @param below lines near the opening; those far away cost little
  /// @param surfacings of the roads near it
  /// @param others other openings, planned to open; one with the id of `opening` is passed over
  public static List<Finding> check(
      Opening opening,
      List<BuriedLine> below,
      List<Surfacing> surfacings,
      List<Opening> others,
      DigRules rules) {
    DigCheck check = new DigCheck(opening, rules);
    surfacings.forEach(check::age);
    if (opening.depth_m() > 0) {
      below.forEach(check::line);
    }
    others.stream().filter(other -> !other.id().equals(opening.id())).forEach(check::meets);
    check.findings.sort(Comparator.comparing(Finding::weight));
    return List.copyOf(check.findings);
  }

  private void line(BuriedLine line) {
    Geometry shape = plane.toMetres(line.shape());
    double edge_m = Math.max(0, shape.distance(trench) - line.width_m() / 2);
    if (line.utility() == Utility.TUNNEL) {
      if (edge_m <= rules.tunnelZone_m()) {
        findings.add(
            new Finding.InTunnelZone(line, edge_m, rules.tunnelZone_m(), rules.tunnelClause()));
      }
      return;
    }
    if (edge_m <= TOUCHING_m) {
      Double top_m = line.top_m();
      findings.add(
          new Finding.Crosses(
              line, top_m == null, top_m == null ? null : top_m - opening.depth_m()));
    }
    beside(line, shape);
  }

  /// A new line laid along the trench's axis must keep its distance from lines that run beside it;
  /// lines that only cross are judged by depth, not here.
  private void beside(BuriedLine line, Geometry shape) {
    Utility laid = opening.utility();
    if (laid == null || axis.getDimension() != 1 || laid == line.utility()) {
      return;
    }
    DigRules.Clearance pair = rules.clearance(laid, line.utility()).orElse(null);
    double least_m = pair == null ? rules.otherwise_m() : pair.least_m();
    double reach_m = least_m + line.width_m() / 2;
    if (shape.distance(axis) >= reach_m) {
      return;
    }
    double along_m = shape.intersection(axis.buffer(reach_m)).getLength();
    // a line that crosses squarely is within reach for twice the distance; more means side by side
    if (along_m > 2 * reach_m * Math.sqrt(2)) {
      findings.add(
          new Finding.TooClose(
              line,
              Math.max(0, shape.distance(axis) - line.width_m() / 2),
              least_m,
              along_m,
              pair == null ? "示例（本县缺省值，county default）" : pair.clause()));
    }
  }

  private void age(Surfacing surfacing) {
    int years =
        switch (surfacing.kind()) {
          case BUILT -> rules.builtYears();
          case RESURFACED -> rules.resurfacedYears();
        };
    LocalDate until = surfacing.finished().plusYears(years);
    if (!opening.from().isBefore(until)) {
      return;
    }
    Geometry road = plane.toMetres(surfacing.area());
    if (trench.distance(road) <= (road.getDimension() == 2 ? 0 : surfacing.width_m() / 2)) {
      findings.add(
          new Finding.Embargo(surfacing, until, opening.emergency(), rules.embargoClause()));
    }
  }

  private void meets(Opening other) {
    long apart = daysApart(opening, other);
    if (apart > rules.jointDays()) {
      return;
    }
    double shared_m = shared_m(axis, plane.toMetres(other.trench()), rules.jointDistance_m());
    if (shared_m > 0) {
      findings.add(new Finding.Meets(other, shared_m, apart));
    }
  }

  static double shared_m(Geometry axis, Geometry other, double distance_m) {
    if (axis.distance(other) > distance_m) {
      return 0;
    }
    Geometry line = asLine(axis);
    return line == null ? 0 : line.intersection(other.buffer(distance_m)).getLength();
  }

  /// A trench as a line: an area's outline counts half, for it goes along both sides.
  static @Nullable Geometry asLine(Geometry trench) {
    return switch (trench.getDimension()) {
      case 1 -> trench;
      case 2 -> trench.getBoundary();
      default -> null;
    };
  }

  static long daysApart(Opening one, Opening other) {
    return Math.max(
        0,
        Math.max(
            other.from().toEpochDay() - one.until().toEpochDay(),
            one.from().toEpochDay() - other.until().toEpochDay()));
  }
}
