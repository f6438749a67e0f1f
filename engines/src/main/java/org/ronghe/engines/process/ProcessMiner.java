package org.ronghe.engines.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Draws the map of a log.
public final class ProcessMiner {
  private final Map<String, ActivityTally> activities = new TreeMap<>();
  private final Map<Step, EdgeTally> edges = new LinkedHashMap<>();
  private final Map<List<String>, VariantTally> variants = new LinkedHashMap<>();
  private final List<Double> durations_s = new ArrayList<>();
  private int reworked;

  private ProcessMiner() {}

  /// Edges and variants the most frequent first, then by name; activities by name.
  public static ProcessMap map(ProcessLog log) {
    ProcessMiner miner = new ProcessMiner();
    Map<String, List<LoggedEvent>> traces = log.traces();
    traces.forEach(miner::take);
    return miner.map(traces.size(), log.events().size());
  }

  private void take(String id, List<LoggedEvent> trace) {
    Set<String> seen = new HashSet<>();
    Set<Step> steps = new HashSet<>();
    boolean again = false;
    for (int i = 0; i < trace.size(); i++) {
      LoggedEvent event = trace.get(i);
      boolean fresh = seen.add(event.activity());
      again |= !fresh;
      activities.computeIfAbsent(event.activity(), _ -> new ActivityTally()).count(fresh);
      if (i > 0) {
        Step step = new Step(trace.get(i - 1).activity(), event.activity());
        edges
            .computeIfAbsent(step, _ -> new EdgeTally())
            .count(steps.add(step), !fresh, seconds(trace.get(i - 1), event));
      }
    }
    reworked += again ? 1 : 0;
    activities.computeIfAbsent(trace.getFirst().activity(), _ -> new ActivityTally()).starts++;
    activities.computeIfAbsent(trace.getLast().activity(), _ -> new ActivityTally()).ends++;
    double lasted_s = seconds(trace.getFirst(), trace.getLast());
    durations_s.add(lasted_s);
    List<String> order = trace.stream().map(LoggedEvent::activity).toList();
    VariantTally variant = variants.computeIfAbsent(order, _ -> new VariantTally());
    variant.cases.add(id);
    variant.durations_s.add(lasted_s);
  }

  private static double seconds(LoggedEvent from, LoggedEvent to) {
    return Duration.between(from.at(), to.at()).toMillis() / 1e3;
  }

  private ProcessMap map(int cases, int events) {
    List<ProcessMap.Activity> drawn = new ArrayList<>();
    activities.forEach((name, tally) ->
        drawn.add(
            new ProcessMap.Activity(
                name,
                tally.count,
                tally.inCases,
                tally.count - tally.inCases,
                tally.starts,
                tally.ends)));
    List<ProcessMap.Edge> arrows = new ArrayList<>();
    edges.forEach((step, tally) ->
        arrows.add(
            new ProcessMap.Edge(
                step.from(),
                step.to(),
                tally.waits_s.size(),
                tally.inCases,
                tally.back,
                Spread.of(tally.waits_s))));
    arrows.sort(
        Comparator.comparingInt((ProcessMap.Edge edge) -> -edge.count())
            .thenComparing(ProcessMap.Edge::from)
            .thenComparing(ProcessMap.Edge::to));
    List<ProcessMap.Variant> ways = new ArrayList<>();
    variants.forEach((order, tally) ->
        ways.add(new ProcessMap.Variant(order, tally.cases, Spread.of(tally.durations_s))));
    ways.sort(
        Comparator.comparingInt((ProcessMap.Variant way) -> -way.cases().size())
            .thenComparing(way -> String.join("\n", way.activities())));
    return new ProcessMap(cases, events, drawn, arrows, ways, Spread.of(durations_s), reworked);
  }

  private record Step(String from, String to) {}

  private static final class ActivityTally {
    private int count;
    private int inCases;
    private int starts;
    private int ends;

    void count(boolean fresh) {
      count++;
      inCases += fresh ? 1 : 0;
    }
  }

  private static final class EdgeTally {
    private final List<Double> waits_s = new ArrayList<>();
    private int inCases;
    private int back;

    void count(boolean firstInCase, boolean goesBack, double wait_s) {
      waits_s.add(wait_s);
      inCases += firstInCase ? 1 : 0;
      back += goesBack ? 1 : 0;
    }
  }

  private static final class VariantTally {
    private final List<String> cases = new ArrayList<>();
    private final List<Double> durations_s = new ArrayList<>();
  }
}
