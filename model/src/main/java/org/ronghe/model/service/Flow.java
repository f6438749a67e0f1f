package org.ronghe.model.service;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;
import org.ronghe.model.pack.Words;

/// A path that is more than steps one after the other, drawn in BPMN 2.0: a subset of it without
/// loops. What a task is (stage, desk, department, days) says the step of the same id.
///
/// @param id of the process in its file
/// @param links in the order of the file, which is the order conditions are tried in
public record Flow(String id, List<Node> nodes, List<Link> links) {
  public Flow {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
  }

  public Optional<Node> node(String id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
  }

  public List<Link> from(String node) {
    return links.stream().filter(link -> link.from().equals(node)).toList();
  }

  public List<Link> to(String node) {
    return links.stream().filter(link -> link.to().equals(node)).toList();
  }

  /// The timers on the edge of a task.
  public List<Timer> edges(String task) {
    return nodes.stream()
        .filter(Timer.class::isInstance)
        .map(Timer.class::cast)
        .filter(timer -> task.equals(timer.task()))
        .toList();
  }

  /// Something a case comes to.
  public sealed interface Node {
    String id();

    Words name();
  }

  /// Where a case begins (startEvent).
  public record Start(String id, Words name) implements Node {}

  /// Where a case ends (endEvent).
  public record End(String id, Words name) implements Node {}

  /// Somebody does it (userTask): the step of the path with this id.
  public record Task(String id, Words name) implements Node {}

  /// All ways side by side, or the place where all are waited for (parallelGateway).
  public record Parallel(String id, Words name) implements Node {}

  /// One way of several (exclusiveGateway): the first whose condition holds, else the usual one; or
  /// the place where such ways meet.
  ///
  /// @param usual id of the link taken when no condition holds; null where only one goes out
  public record Choice(String id, Words name, @Nullable String usual) implements Node {}

  /// Time that must pass on the legal clock (intermediateCatchEvent), or the time a task is given
  /// before its case goes on without it (boundaryEvent that interrupts).
  ///
  /// @param workingDays not counting the day it begins
  /// @param task the task on whose edge it is; null when it stands by itself
  public record Timer(String id, Words name, int workingDays, @Nullable String task)
      implements Node {
    public Timer {
      Require.that(workingDays > 0, "timer " + id + " has no days");
    }
  }

  /// The way from one node to another (sequenceFlow).
  ///
  /// @param name null for none
  /// @param when condition in FEEL over the answers, such as `dig.affectsTraffic`; null for none
  public record Link(
      String id, String from, String to, @Nullable Words name, @Nullable String when) {}
}
