package org.ronghe.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ronghe.engines.gap.Access;
import org.ronghe.engines.gap.Convention;
import org.ronghe.engines.gap.Decay;
import org.ronghe.engines.gap.DecayText;
import org.ronghe.engines.gap.Measure;
import org.ronghe.model.travel.TravelTable;
import org.ronghe.sources.plan.MatrixFile;
import org.ronghe.sources.plan.PlaceFile;
import org.ronghe.sources.plan.PlaceTable;
import org.ronghe.sources.plan.TableAnswer;

/// Belo Horizonte, 748,437 pairs: reading the matrix, then each measure in memory, processor and wall
/// time of one thread. Every round takes another decay, so nothing can be remembered.
///
///     java -XX:+UseSerialGC -cp … org.ronghe.benchmarks.AccessRun <folder plan/bho>
public final class AccessRun {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 40;

  private AccessRun() {}

  private static TravelTable read(Path folder, String what) {
    Watch watch = new Watch();
    TravelTable table = taken(MatrixFile.read(folder.resolve("travel_matrix.csv.gz"), null));
    watch.print(what, 1);
    return table;
  }

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    TravelTable table = read(folder, "read .csv.gz, cold");
    for (int n = 1; n < 5; n++) {
      table = read(folder, "read .csv.gz");
    }
    PlaceTable places = taken(PlaceFile.read(folder.resolve("land_use_data.csv")));
    double[] people = figures(places, table.origins(), "population");
    double[] jobs = figures(places, table.destinations(), "jobs");
    double sum = 0;
    for (Measure measure : Measure.values()) {
      for (int repeat = 0; repeat < 3; repeat++) {
        Watch watch = new Watch();
        for (int n = 0; n < ROUNDS; n++) {
          Access.Question question = Access.Question.of(measure, decay(measure, n));
          sum +=
              Arrays.stream(Access.of(question, table, people, jobs))
                  .filter(Double::isFinite)
                  .sum();
        }
        watch.print(measure.code(), ROUNDS);
      }
    }
    System.out.println("check " + sum);
  }

  private static Decay decay(Measure measure, int round) {
    String text =
        measure == Measure.CUMULATIVE ? "binary:" + (20 + round) : "exponential:0.0" + (50 + round);
    return switch (DecayText.read(text, Convention.R)) {
      case DecayText.Right right -> right.decay();
      case DecayText.Wrong wrong -> throw new IllegalStateException(wrong.en());
    };
  }

  private static double[] figures(PlaceTable places, List<String> ids, String column) {
    double[] figures = taken(places.amounts(column));
    return ids.stream().mapToDouble(id -> figures[places.row(id)]).toArray();
  }

  private static <T> T taken(TableAnswer<T> answer) {
    return switch (answer) {
      case TableAnswer.Read<T> read -> read.table();
      case TableAnswer.Refused<T> refused -> throw new IllegalStateException(refused.why().en());
    };
  }

  private static final class Watch {
    private final long cpu = THREADS.getCurrentThreadCpuTime();
    private final long wall = System.nanoTime();

    void print(String what, int rounds) {
      double cpu_ms = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6 / rounds;
      double wall_ms = (System.nanoTime() - wall) / 1e6 / rounds;
      System.out.printf(Locale.ROOT, "%-22s cpu %8.2f ms  wall %8.2f ms%n", what, cpu_ms, wall_ms);
    }
  }
}
