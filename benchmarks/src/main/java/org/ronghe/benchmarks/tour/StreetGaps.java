package org.ronghe.benchmarks.tour;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ronghe.engines.tour.ArcCheck;
import org.ronghe.engines.tour.ArcProblem;
import org.ronghe.engines.tour.ArcSearch;
import org.ronghe.engines.tour.ArcTour;
import org.ronghe.engines.tour.Watch;
import org.ronghe.server.tour.Instances;
import org.ronghe.sources.tour.StreetReader;

/// Gaps to the bounds written in the files themselves (`OPT=`, `UB=`, `LB=`), and plain costs where
/// a file has none: `StreetGaps FOLDER SECONDS NAMES` with a regular expression for the names. The
/// clock is the CPU time of the searching thread.
public final class StreetGaps {
  private static final Pattern UPPER = Pattern.compile("(?:OPT|UB)=\\s*(\\d+)");
  private static final Pattern LOWER = Pattern.compile("LB=\\s*(\\d+)");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private StreetGaps() {}

  public static void main(String[] arguments) throws IOException {
    double seconds = Double.parseDouble(arguments[1]);
    double sum = 0;
    int compared = 0;
    int met = 0;
    say("instance       lower    upper     cost   routes of      gap   rounds%n");
    for (Path file : files(Path.of(arguments[0]), Pattern.compile(arguments[2]))) {
      double gap = run(file, seconds);
      if (!Double.isNaN(gap)) {
        sum += gap;
        compared++;
        met += gap <= 0 ? 1 : 0;
      }
    }
    say("%d compared, mean gap %.3f %%, met or beaten %d%n", compared, sum / compared, met);
  }

  private static List<Path> files(Path folder, Pattern names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(one -> names.matcher(one.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  private static double run(Path file, double seconds) throws IOException {
    ArcProblem problem = Instances.problem(StreetReader.read(file), true);
    long began = THREADS.getCurrentThreadCpuTime();
    Watch watch =
        new Watch() {
          @Override
          public boolean goOn(long round) {
            return THREADS.getCurrentThreadCpuTime() - began < seconds * 1e9;
          }

          @Override
          public void better(long round, double cost) {}
        };
    ArcTour tour = ArcSearch.solve(problem, 1, watch).orElseThrow();
    if (!ArcCheck.check(problem, tour).isEmpty()) {
      throw new IllegalStateException(file + " is not sound");
    }
    String head = Files.readAllLines(file).stream().limit(3).reduce("", String::concat);
    double upper = found(UPPER, head);
    double lower = found(LOWER, head);
    double gap = 100 * (tour.cost() / upper - 1);
    say(
        "%-12s %7.0f  %7.0f  %7d   %6d %2s %7.3f %% %8d%n",
        file.getFileName().toString().replace(".dat", ""),
        Double.isNaN(lower) ? upper : lower,
        upper,
        tour.cost(),
        tour.routes().size(),
        problem.vehicles() == ArcProblem.ANY ? "-" : String.valueOf(problem.vehicles()),
        gap,
        tour.rounds());
    return gap;
  }

  private static double found(Pattern pattern, String head) {
    Matcher matcher = pattern.matcher(head);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
