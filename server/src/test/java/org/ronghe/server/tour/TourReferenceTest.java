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
import org.junit.jupiter.params.provider.ValueSource;
import org.ronghe.engines.tour.ArcCheck;
import org.ronghe.engines.tour.ArcProblem;
import org.ronghe.engines.tour.ArcSearch;
import org.ronghe.engines.tour.ArcTour;
import org.ronghe.engines.tour.FleetProblem;
import org.ronghe.engines.tour.Tour;
import org.ronghe.engines.tour.TourCheck;
import org.ronghe.engines.tour.TourSearch;
import org.ronghe.engines.tour.Watch;
import org.ronghe.sources.tour.Rounding;
import org.ronghe.sources.tour.StreetReader;
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

  /// What another program finds: HGS-CARP (github vidalt/HGS-CARP, commit 08fde6a) compiled and run
  /// on these files for 3 to 4 seconds, seed 1, within the vehicles of each file (BHW1: at most 8).
  /// 316 for gdb1 is also what its Examples/Examples.txt and testCARP.sol say. That these values
  /// are optimal is said in papers (Golden, DeArmon and Baker 1983; Belenguer and Benavent 2003;
  /// Bode and Irnich 2012) that were not at hand to be compared.
  @ParameterizedTest
  @CsvSource({
    "CARP/gdb1, 316",
    "CARP/gdb2, 339",
    "CARP/gdb3, 275",
    "CARP/kshs1, 14661",
    "CARP/1A, 173",
    "CARP/1B, 173",
    "CARP/egl-e1-A, 3548",
    "MCGRP/BHW1, 337"
  })
  void B01_streets_are_served_at_the_best_that_HGS_CARP_finds(String name, long optimum)
      throws IOException {
    Path folder = PLAN.resolve("carp/Instances");
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "reference data is absent: CARP is not compared");
    ArcProblem problem = Instances.problem(StreetReader.read(folder.resolve(name + ".dat")), true);

    ArcTour tour = ArcSearch.solve(problem, 1, Watch.rounds(500)).orElseThrow();

    assertThat(ArcCheck.check(problem, tour)).isEmpty();
    assertThat(tour.cost()).isEqualTo(optimum);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CARP", "MCGRP"})
  void B02_every_published_instance_is_read_and_may_have_an_answer(String set) throws IOException {
    Path folder = PLAN.resolve("carp/Instances").resolve(set);
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "reference data is absent: CARP is not compared");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".dat")).sorted().toList()) {
        ArcProblem problem = Instances.problem(StreetReader.read(file), true);
        assertThat(ArcCheck.faults(problem)).as(file.toString()).isEmpty();
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
