package org.ronghe.server.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.engines.tour.FleetProblem;
import org.ronghe.engines.tour.Tour;
import org.ronghe.engines.tour.TourCheck;
import org.ronghe.engines.tour.TourSearch;
import org.ronghe.engines.tour.Watch;
import org.ronghe.sources.tour.Rounding;
import org.ronghe.sources.tour.VrpReader;

/// Published instances against the best that others have found (the `.sol` beside each).
class TourReferenceTest {
  private static final Path PLAN =
      Path.of(Objects.requireNonNullElse(System.getenv("RONGHE_REFERENCE"), "../../shared/data"))
          .resolve("plan");

  @ParameterizedTest
  @CsvSource({"X-n106-k14, 0.02", "X-n143-k7, 0.03", "X-n200-k36, 0.02"})
  void A01_rounds_of_X_come_near_the_best_known(String name, double gap) throws IOException {
    Path folder = PLAN.resolve("cvrp");
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "reference data is absent: CVRPLIB is not compared");
    Path file = find(folder, name + ".vrp");
    FleetProblem problem = Instances.problem(VrpReader.read(file, Rounding.FILE));
    double best = published(find(folder, name + ".sol"));

    Tour tour = TourSearch.solve(problem, 1, Watch.rounds(600)).orElseThrow();

    assertThat(TourCheck.check(problem, tour).faults()).isEmpty();
    assertThat(tour.cost()).isBetween(best, best * (1 + gap));
  }

  @Test
  void A02_the_published_rounds_cost_what_their_files_say() throws IOException {
    Path folder = PLAN.resolve("cvrp");
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "reference data is absent: CVRPLIB is not compared");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".vrp")).sorted().toList()) {
        FleetProblem problem = Instances.problem(VrpReader.read(file, Rounding.FILE));
        Path solution = Path.of(file.toString().replace(".vrp", ".sol"));
        Tour tour = SolutionReader.read(solution);
        assertThat(TourCheck.check(problem, tour).faults()).as(file.toString()).isEmpty();
      }
    }
  }

  private static double published(Path file) throws IOException {
    return SolutionReader.read(file).cost();
  }

  private static Path find(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(one -> one.endsWith(name)).findFirst().orElseThrow();
    }
  }
}
