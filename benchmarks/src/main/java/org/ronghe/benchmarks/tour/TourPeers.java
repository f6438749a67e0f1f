package org.ronghe.benchmarks.tour;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ronghe.engines.tour.FleetProblem;
import org.ronghe.engines.tour.Step;
import org.ronghe.engines.tour.Tour;
import org.ronghe.engines.tour.TourCheck;
import org.ronghe.engines.tour.TourSearch;
import org.ronghe.server.tour.Instances;
import org.ronghe.server.tour.SolutionText;
import org.ronghe.sources.tour.Rounding;
import org.ronghe.sources.tour.VrpReader;

/// Our tours beside those of other programs in one run, each a process of its own with the same
/// instance, wall clock and seed; every answer is driven by our checker.
///
/// `TourPeers FOLDER SECONDS SEEDS X-n143-k7,… NAME=COMMAND…`: in a command `{in}`, `{out}`, `{s}`
/// and `{seed}` stand for the instance, the file of the answer, the seconds and the seed. We are
/// among them as `ronghe`.
public final class TourPeers {
  private final Map<String, List<Double>> gaps = new LinkedHashMap<>();

  private TourPeers() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments[0].equals("one")) {
      one(Path.of(arguments[1]), Path.of(arguments[2]), arguments[3], arguments[4]);
      return;
    }
    Map<String, String> peers = new LinkedHashMap<>();
    peers.put("ronghe", ours());
    for (String named : Arrays.asList(arguments).subList(4, arguments.length)) {
      peers.put(named.substring(0, named.indexOf('=')), named.substring(named.indexOf('=') + 1));
    }
    TourPeers run = new TourPeers();
    say(
        "%-14s %8s %5s  %-10s %9s %9s %7s%n",
        "instance", "best", "seed", "by", "cost", "gap", "wall");
    for (String name : arguments[3].split(",")) {
      for (int seed = 1; seed <= Integer.parseInt(arguments[2]); seed++) {
        run.beside(Path.of(arguments[0]), name, arguments[1], seed, peers);
      }
    }
    run.means();
  }

  private static String ours() {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    return String.join(
        " ",
        java,
        "-XX:+UseSerialGC -Xmx2g -cp",
        System.getProperty("java.class.path"),
        TourPeers.class.getName(),
        "one {in} {out} {s} {seed}");
  }

  private void beside(Path folder, String name, String seconds, int seed, Map<String, String> peers)
      throws IOException, InterruptedException {
    Path in = folder.resolve(name + ".vrp");
    double best = cost(Files.readString(folder.resolve(name + ".sol")));
    FleetProblem problem = Instances.problem(VrpReader.read(in, Rounding.FILE));
    for (Map.Entry<String, String> peer : peers.entrySet()) {
      Path out = Files.createTempFile(name, ".sol");
      List<String> line = new ArrayList<>();
      for (String word : peer.getValue().split(" ")) {
        line.add(
            word.replace("{in}", in.toString())
                .replace("{out}", out.toString())
                .replace("{seed}", String.valueOf(seed))
                .replace("{s}", seconds));
      }
      long began = System.nanoTime();
      new ProcessBuilder(line)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      double wall_s = (System.nanoTime() - began) / 1e9;
      double cost = checked(problem, Files.readString(out), name + " by " + peer.getKey());
      Files.delete(out);
      double gap = 100 * (cost / best - 1);
      gaps.computeIfAbsent(peer.getKey(), _ -> new ArrayList<>()).add(gap);
      say(
          "%-14s %8.0f %5d  %-10s %9.0f %7.3f %% %7.1f%n",
          name, best, seed, peer.getKey(), cost, gap, wall_s);
    }
  }

  private void means() {
    say("%n%-10s %5s %9s %9s %9s %9s%n", "by", "runs", "mean", "spread", "least", "most");
    gaps.forEach((peer, all) -> {
      double mean = all.stream().mapToDouble(one -> one).average().orElseThrow();
      double squares = all.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
      say(
          "%-10s %5d %7.3f %% %7.3f %% %7.3f %% %7.3f %%%n",
          peer,
          all.size(),
          mean,
          Math.sqrt(squares / Math.max(1, all.size() - 1)),
          all.stream().mapToDouble(one -> one).min().orElseThrow(),
          all.stream().mapToDouble(one -> one).max().orElseThrow());
    });
  }

  /// The cost by our checker; a peer that answers what is not a tour ends the run.
  private static double checked(FleetProblem problem, String text, String who) {
    List<Tour.Route> routes = new ArrayList<>();
    for (String line : text.split("\n")) {
      if (line.startsWith("Route")) {
        List<Step> steps = new ArrayList<>();
        for (String word : line.substring(line.indexOf(':') + 1).strip().split("\\s+")) {
          steps.add(new Step.Serve(Integer.parseInt(word) - 1));
        }
        routes.add(new Tour.Route(0, steps));
      }
    }
    Tour tour = new Tour(routes, cost(text), 0);
    TourCheck.Report report = TourCheck.check(problem, tour);
    if (!report.isSound()) {
      throw new IllegalStateException(who + ": " + report.faults());
    }
    return tour.cost();
  }

  private static double cost(String solution) {
    int at = solution.indexOf("Cost");
    if (at < 0) {
      throw new IllegalStateException("no cost in: " + solution);
    }
    return Double.parseDouble(solution.substring(at + 4).strip().split("\\s")[0]);
  }

  private static void one(Path in, Path out, String seconds, String seed) throws IOException {
    long began = System.nanoTime();
    double limit_ns = Double.parseDouble(seconds) * 1e9;
    FleetProblem problem = Instances.problem(VrpReader.read(in, Rounding.FILE));
    org.ronghe.engines.tour.Watch clock =
        new org.ronghe.engines.tour.Watch() {
          @Override
          public boolean goOn(long round) {
            return System.nanoTime() - began < limit_ns;
          }

          @Override
          public void better(long round, double cost) {
            // only the end counts here
          }
        };
    Tour tour = TourSearch.solve(problem, Long.parseLong(seed), clock).orElseThrow();
    Files.writeString(out, SolutionText.of(tour, 1, List.of()));
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
