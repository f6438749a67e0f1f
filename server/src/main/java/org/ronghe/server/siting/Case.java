package org.ronghe.server.siting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ronghe.engines.site.Distances;
import org.ronghe.engines.site.RoadGraph;
import org.ronghe.engines.site.SiteQuestion.Fate;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.orlib.OrlibAnswer;
import org.ronghe.sources.orlib.OrlibFile;

/// What was read: numbers for the engine, names for the reader.
///
/// @param weight of each demand
/// @param fate of each site
/// @param open p as the file says it; 0 when it says none
public record Case(
    SiteSheet.Names names, Distances distances, double[] weight, Fate[] fate, int open) {

  /// Reads an instance of the OR-Library; distances are shortest paths.
  public static Case orlib(java.nio.file.Path file) {
    return switch (OrlibFile.read(file)) {
      case OrlibAnswer.Refused why ->
          throw new Refusal(why.code(), why.zh(), why.en(), why.maybeZh(), why.maybeEn());
      case OrlibAnswer.Read read -> {
        var graph = read.graph();
        List<Integer> numbers = IntStream.rangeClosed(1, graph.nodes()).boxed().toList();
        double[] weight = new double[graph.nodes()];
        Arrays.fill(weight, 1);
        Fate[] fate = new Fate[graph.nodes()];
        Arrays.fill(fate, Fate.FREE);
        Distances distances =
            new RoadGraph(graph.nodes(), graph.from(), graph.to(), graph.length()).distances();
        yield new Case(
            new SiteSheet.Names(numbers, numbers), distances, weight, fate, graph.open());
      }
    };
  }
}
