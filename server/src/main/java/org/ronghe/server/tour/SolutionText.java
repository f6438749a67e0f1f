package org.ronghe.server.tour;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.ronghe.engines.tour.ArcProblem;
import org.ronghe.engines.tour.ArcTour;
import org.ronghe.engines.tour.Step;
import org.ronghe.engines.tour.Tour;

/// Tours as CVRPLIB writes them: `Route #1: 5 7 …` with customers numbered from 1 (a county's own
/// stops in the order of their file), then `Cost …`. Where a vehicle unloads on its way stands `U:`
/// and the id of the place.
public final class SolutionText {
  private SolutionText() {}

  public static String of(Tour tour, int scale, List<String> places) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (Tour.Route route : tour.routes()) {
      text.append("Route #").append(++number).append(": ");
      text.append(
          route.steps().stream()
              .map(step ->
                  switch (step) {
                    case Step.Serve(int stop) -> String.valueOf(stop + 1);
                    case Step.Unload(int place) -> "U:" + places.get(place);
                  })
              .collect(Collectors.joining(" ")));
      text.append('\n');
    }
    return text.append("Cost ").append(cost(tour.cost(), scale)).append('\n').toString();
  }

  /// Tours along streets: each served street as `from-to` in the direction it is driven, each
  /// served junction as its number; then `Cost …`.
  ///
  /// @param first what the file calls the first junction
  public static String of(ArcProblem problem, ArcTour tour, int first) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (var route : tour.routes()) {
      text.append("Route #").append(++number).append(": ");
      text.append(
          route.stream().map(task -> word(problem, task, first)).collect(Collectors.joining(" ")));
      text.append('\n');
    }
    return text.append("Cost ").append(tour.cost()).append('\n').toString();
  }

  private static String word(ArcProblem problem, ArcTour.Task task, int first) {
    return switch (task) {
      case ArcTour.Task.Along(int index, boolean backwards) -> {
        ArcProblem.Street street = problem.streets().get(index);
        int from = street.from() + first - 1;
        int to = street.to() + first - 1;
        yield backwards ? to + "-" + from : from + "-" + to;
      }
      case ArcTour.Task.At(int index) ->
          String.valueOf(problem.corners().get(index).junction() + first - 1);
    };
  }

  /// A cost in the unit of the file, without needless zeros.
  public static String cost(double cost, int scale) {
    BigDecimal exact =
        BigDecimal.valueOf(cost)
            .divide(BigDecimal.valueOf(scale), 6, RoundingMode.HALF_UP)
            .setScale(3, RoundingMode.HALF_UP);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }
}
