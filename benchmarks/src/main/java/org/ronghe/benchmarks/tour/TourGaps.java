package org.ronghe.benchmarks.tour;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ronghe.engines.tour.FleetProblem;
import org.ronghe.engines.tour.Tour;
import org.ronghe.engines.tour.TourCheck;
import org.ronghe.engines.tour.TourSearch;
import org.ronghe.engines.tour.Watch;
import org.ronghe.server.tour.Instances;
import org.ronghe.sources.tour.Rounding;
import org.ronghe.sources.tour.VrpReader;

/// Gaps to the best known tours of CVRPLIB X: `TourGaps FOLDER SECONDS SEEDS MOST_CUSTOMERS`. The
/// clock is the CPU time of the searching thread, because the machine may be shared; wall time
/// stands beside it.
public final class TourGaps {
  private static final double[] SHARES = {1.0 / 6, 1.0 / 3, 1};
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final double seconds;
  private final int seeds;
  private final double[] sums = new double[SHARES.length];
  private int runs;

  private TourGaps(double seconds, int seeds) {
    this.seconds = seconds;
    this.seeds = seeds;
  }

  public static void main(String[] arguments) throws IOException {
    TourGaps gaps = new TourGaps(Double.parseDouble(arguments[1]), Integer.parseInt(arguments[2]));
    int most = Integer.parseInt(arguments[3]);
    say("instance         best   seed  %s   rounds   wall s%n", header(gaps.seconds));
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      List<Path> all =
          files
              .filter(one -> one.getFileName().toString().matches("X-n\\d+-k\\d+\\.vrp"))
              .filter(one -> size(one) <= most)
              .sorted((a, b) -> Integer.compare(size(a), size(b)))
              .toList();
      for (Path file : all) {
        gaps.instance(file);
      }
    }
    StringBuilder means = new StringBuilder();
    for (double sum : gaps.sums) {
      means.append(String.format(Locale.ROOT, "  %7.3f %%", sum / gaps.runs));
    }
    say("mean of %d runs                %s%n", gaps.runs, means);
  }

  private static String header(double seconds) {
    StringBuilder header = new StringBuilder();
    for (double share : SHARES) {
      header.append(String.format(Locale.ROOT, "gap at %2.0f s ", share * seconds));
    }
    return header.toString();
  }

  private static int size(Path file) {
    return Integer.parseInt(file.getFileName().toString().split("-")[1].substring(1)) - 1;
  }

  private void instance(Path file) throws IOException {
    FleetProblem problem = Instances.problem(VrpReader.read(file, Rounding.FILE));
    String solution = Files.readString(Path.of(file.toString().replace(".vrp", ".sol")));
    double best =
        Double.parseDouble(
            solution.substring(solution.indexOf("Cost") + 4).strip().split("\\s")[0]);
    String name = file.getFileName().toString().replace(".vrp", "");
    for (int seed = 1; seed <= seeds; seed++) {
      run(name, problem, best, seed);
    }
  }

  private void run(String name, FleetProblem problem, double best, int seed) {
    CpuClock clock = new CpuClock(seconds);
    long wall = System.nanoTime();
    Tour tour = TourSearch.solve(problem, seed, clock).orElseThrow();
    double wall_s = (System.nanoTime() - wall) / 1e9;
    if (!TourCheck.check(problem, tour).isSound()) {
      throw new IllegalStateException(name + " seed " + seed + " is not sound");
    }
    clock.at[SHARES.length - 1] = tour.cost();
    runs++;
    StringBuilder gaps = new StringBuilder();
    for (int i = 0; i < SHARES.length; i++) {
      double gap = 100 * (clock.at[i] / best - 1);
      sums[i] += gap;
      gaps.append(String.format(Locale.ROOT, "  %7.3f %%", gap));
    }
    say("%-14s %7.0f  %4d %s %8d %8.0f%n", name, best, seed, gaps, tour.rounds(), wall_s);
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }

  /// Notes what was best at each share of the time.
  private static final class CpuClock implements Watch {
    private final long began = THREADS.getCurrentThreadCpuTime();
    private final double seconds;
    private final double[] at = new double[SHARES.length];
    private double best = Double.NaN;

    CpuClock(double seconds) {
      this.seconds = seconds;
      Arrays.fill(at, Double.NaN);
    }

    @Override
    public boolean goOn(long round) {
      double used = (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
      for (int i = 0; i < SHARES.length; i++) {
        if (used >= SHARES[i] * seconds && Double.isNaN(at[i])) {
          at[i] = best;
        }
      }
      return used < seconds;
    }

    @Override
    public void better(long round, double cost) {
      best = cost;
    }
  }
}
