package org.ronghe.server.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.engines.tour.Step;
import org.ronghe.engines.tour.Tour;

/// Reads a CVRPLIB solution as a tour.
final class SolutionReader {
  private SolutionReader() {}

  static Tour read(Path file) throws IOException {
    List<Tour.Route> routes = new ArrayList<>();
    double cost = Double.NaN;
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("Route")) {
        List<Step> steps = new ArrayList<>();
        for (String word : line.substring(line.indexOf(':') + 1).strip().split("\\s+")) {
          steps.add(new Step.Serve(Integer.parseInt(word) - 1));
        }
        routes.add(new Tour.Route(0, steps));
      } else if (line.startsWith("Cost")) {
        cost = Double.parseDouble(line.substring(4).strip());
      }
    }
    return new Tour(routes, cost, 0);
  }
}
