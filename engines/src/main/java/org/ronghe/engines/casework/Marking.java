package org.ronghe.engines.casework;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronghe.model.service.Flow;

/// Where a case stands in a drawn path: BPMN's token game, played from what is behind. Loops are
/// refused when the path is proved, so what is behind says it all, in whatever order it came.
///
/// @param tasks open, in the order of the file
/// @param timers that run
/// @param choices that wait to be told which way
/// @param ended how many tokens came to an end
/// @param crowded nodes that more than one token came to without a join
/// @param half joins that some but not all ways have come to
record Marking(
    List<Flow.Task> tasks,
    List<Flow.Timer> timers,
    List<Flow.Choice> choices,
    int ended,
    List<String> crowded,
    List<String> half) {

  /// @param done ids of tasks done, timers run out and links chosen
  static Marking of(Flow flow, Set<String> done) {
    Play play = new Play(flow, done);
    order(flow).forEach(play::at);
    return play.marking();
  }

  /// True when nothing is left to happen.
  boolean quiet() {
    return tasks.isEmpty() && timers.isEmpty() && choices.isEmpty();
  }

  /// The nodes so that each comes after all that lead to it; a path with a loop is refused.
  static List<Flow.Node> order(Flow flow) {
    Map<String, Integer> waits = new HashMap<>();
    flow.nodes().forEach(node -> waits.put(node.id(), before(flow, node)));
    Deque<Flow.Node> ready = new ArrayDeque<>();
    flow.nodes().stream().filter(node -> waits.getOrDefault(node.id(), 0) == 0).forEach(ready::add);
    List<Flow.Node> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      Flow.Node node = ready.poll();
      order.add(node);
      for (String next : after(flow, node)) {
        if (waits.merge(next, -1, Integer::sum) == 0) {
          flow.node(next).ifPresent(ready::add);
        }
      }
    }
    if (order.size() < flow.nodes().size()) {
      throw new IllegalArgumentException("the path " + flow.id() + " goes in a circle");
    }
    return order;
  }

  private static int before(Flow flow, Flow.Node node) {
    boolean onEdge = node instanceof Flow.Timer timer && timer.task() != null;
    return flow.to(node.id()).size() + (onEdge ? 1 : 0);
  }

  /// What follows a node directly, a task's timers among it.
  private static List<String> after(Flow flow, Flow.Node node) {
    List<String> after = new ArrayList<>(flow.from(node.id()).stream().map(Flow.Link::to).toList());
    flow.edges(node.id()).forEach(timer -> after.add(timer.id()));
    return after;
  }

  /// One play through the nodes in order.
  private static final class Play {
    private final Flow flow;
    private final Set<String> done;
    private final Set<String> passed = new HashSet<>();
    private final List<Flow.Task> tasks = new ArrayList<>();
    private final List<Flow.Timer> timers = new ArrayList<>();
    private final List<Flow.Choice> choices = new ArrayList<>();
    private final List<String> crowded = new ArrayList<>();
    private final List<String> half = new ArrayList<>();
    private int ended;

    Play(Flow flow, Set<String> done) {
      this.flow = flow;
      this.done = done;
    }

    void at(Flow.Node node) {
      List<Flow.Link> in = flow.to(node.id());
      long tokens = in.stream().filter(link -> passed.contains(link.id())).count();
      if (node instanceof Flow.Parallel && tokens > 0 && tokens < in.size()) {
        half.add(node.id());
        return;
      }
      boolean joins = node instanceof Flow.Parallel || node instanceof Flow.End;
      if (tokens > 1 && !joins) {
        crowded.add(node.id());
      }
      if (tokens > 0 || node instanceof Flow.Start) {
        come(node, (int) tokens);
      }
    }

    private void come(Flow.Node node, int tokens) {
      switch (node) {
        case Flow.Start _, Flow.Parallel _ -> leave(node.id());
        case Flow.End _ -> ended += tokens;
        case Flow.Task task -> task(task);
        case Flow.Timer timer -> timer(timer);
        case Flow.Choice choice -> choice(choice);
      }
    }

    private void task(Flow.Task task) {
      List<Flow.Timer> edges = flow.edges(task.id());
      if (done.contains(task.id())) {
        leave(task.id());
        return;
      }
      for (Flow.Timer timer : edges) {
        if (done.contains(timer.id())) {
          leave(timer.id());
          return;
        }
      }
      tasks.add(task);
      timers.addAll(edges);
    }

    private void timer(Flow.Timer timer) {
      if (done.contains(timer.id())) {
        leave(timer.id());
      } else {
        timers.add(timer);
      }
    }

    private void choice(Flow.Choice choice) {
      List<Flow.Link> out = flow.from(choice.id());
      if (out.size() == 1) {
        leave(choice.id());
        return;
      }
      boolean told = false;
      for (Flow.Link link : out) {
        if (done.contains(link.id())) {
          passed.add(link.id());
          told = true;
        }
      }
      if (!told) {
        choices.add(choice);
      }
    }

    private void leave(String node) {
      flow.from(node).forEach(link -> passed.add(link.id()));
    }

    Marking marking() {
      return new Marking(
          inOrder(tasks), List.copyOf(timers), List.copyOf(choices), ended, crowded, half);
    }

    /// In the order of the file, as people read it.
    private List<Flow.Task> inOrder(List<Flow.Task> some) {
      return flow.nodes().stream().filter(some::contains).map(Flow.Task.class::cast).toList();
    }
  }
}
