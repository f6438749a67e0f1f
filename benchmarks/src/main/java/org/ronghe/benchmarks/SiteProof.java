package org.ronghe.benchmarks;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ronghe.engines.site.Distances;
import org.ronghe.engines.site.Model;
import org.ronghe.engines.site.RoadGraph;
import org.ronghe.engines.site.SiteAnswer.Located;
import org.ronghe.engines.site.SiteQuestion;
import org.ronghe.engines.site.Siting;
import org.ronghe.engines.site.program.Facility;
import org.ronghe.engines.site.program.Limits;
import org.ronghe.engines.site.program.Service;
import org.ronghe.engines.site.program.SideAnswer;
import org.ronghe.engines.site.program.SidePlan;
import org.ronghe.engines.site.program.SideProgram;
import org.ronghe.plan.siting.OrTools;
import org.ronghe.sources.orlib.OrlibAnswer;
import org.ronghe.sources.orlib.OrlibFile;
import org.ronghe.sources.orlib.OrlibGraph;

/// Proves OR-Library instances optimal, each in a JVM of its own, so that reading, shortest paths
/// and cold code count: instance, optimum, bound, seconds of wall clock and of CPU (all threads of
/// the process, JVM start included).
///
/// `SiteProof FOLDER` runs both models on every file of the folder; `SiteProof FOLDER scip SECONDS`
/// runs SCIP on the p-median program instead.
public final class SiteProof {
  private static final double PATIENCE_s = 120;

  private SiteProof() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments[0].equals("one")) {
      one(Path.of(arguments[1]), arguments[2], Double.parseDouble(arguments[3]));
      return;
    }
    boolean scip = arguments.length > 1;
    System.out.println("instance  model  n  p  objective  bound  proved  wall_s  cpu_s");
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      List<Path> all =
          files
              .filter(file -> file.getFileName().toString().matches("[a-z]+[0-9]+\\.txt"))
              .sorted((a, b) -> Integer.compare(number(a), number(b)))
              .toList();
      for (Path file : all) {
        for (String model : scip ? List.of("scip") : List.of("P_MEDIAN", "P_CENTER")) {
          fork(file, model, scip ? arguments[2] : String.valueOf(PATIENCE_s));
        }
      }
    }
  }

  private static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString().replaceAll("[^0-9]", ""));
  }

  private static void fork(Path file, String model, String seconds)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    line.addAll(List.of("-XX:+UseSerialGC", "-Xmx2g", "--enable-native-access=ALL-UNNAMED", "-cp"));
    line.addAll(List.of(System.getProperty("java.class.path"), SiteProof.class.getName()));
    line.addAll(List.of("one", file.toString(), model, seconds));
    new ProcessBuilder(line).inheritIO().start().waitFor();
  }

  private static void one(Path file, String model, double seconds) {
    long started = System.nanoTime();
    if (!(OrlibFile.read(file) instanceof OrlibAnswer.Read(OrlibGraph graph))) {
      throw new IllegalArgumentException("cannot read " + file);
    }
    Distances distances =
        new RoadGraph(graph.nodes(), graph.from(), graph.to(), graph.length()).distances();
    double[] weight = new double[graph.nodes()];
    Arrays.fill(weight, 1);
    String answer =
        model.equals("scip")
            ? scip(distances, weight, graph.open(), started, seconds)
            : own(distances, weight, graph.open(), Model.valueOf(model), started, seconds);
    double wall = (System.nanoTime() - started) / 1e9;
    var process =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        Locale.ROOT,
        "%-8s %-8s %3d %3d %s %7.2f %7.2f%n",
        file.getFileName().toString().replace(".txt", ""),
        model,
        graph.nodes(),
        graph.open(),
        answer,
        wall,
        process.getProcessCpuTime() / 1e9);
  }

  private static String own(
      Distances distances, double[] weight, int open, Model model, long started, double seconds) {
    SiteQuestion.Fate[] fate = new SiteQuestion.Fate[distances.sites()];
    Arrays.fill(fate, SiteQuestion.Fate.FREE);
    SiteQuestion question = new SiteQuestion(model, distances, weight, fate, open, 0, 1);
    Located located =
        (Located) Siting.locate(question, _ -> (System.nanoTime() - started) / 1e9 < seconds);
    return figures(located.objective(), located.bound(), located.optimal());
  }

  private static String figures(double objective, double bound, boolean proved) {
    return String.format(
        Locale.ROOT, "%8.0f %8.1f %s", objective, bound, proved ? "proved" : "NOT");
  }

  private static String scip(
      Distances distances, double[] weight, int open, long started, double seconds) {
    double any = Double.POSITIVE_INFINITY;
    List<Facility> facilities = new ArrayList<>();
    for (int j = 0; j < distances.sites(); j++) {
      facilities.add(new Facility(j, 0, "site", 0, 0, 0, any, false, false));
    }
    double[] room = new double[distances.sites()];
    Arrays.fill(room, any);
    SidePlan plan =
        new SidePlan(
            Model.P_MEDIAN,
            distances,
            List.of(new Service("site", weight, 1, open, any)),
            facilities,
            room,
            new boolean[distances.demands()],
            Collections.emptyList(),
            List.of(),
            Limits.NONE,
            false);
    OrTools solver =
        new OrTools(
            OrTools.Engine.SCIP, () -> seconds - (System.nanoTime() - started) / 1e9, () -> false);
    return switch (SideProgram.solve(plan, solver)) {
      case SideAnswer.Planned found -> figures(found.objective(), found.bound(), found.optimal());
      case SideAnswer.Infeasible _ -> "infeasible";
      case SideAnswer.NothingYet _ -> "nothing in " + seconds + " s";
    };
  }
}
