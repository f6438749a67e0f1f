package org.ronghe.serve.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Flow;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.Step;

/// A drawn path as the browser draws it.
///
/// @param nodes in the order of the file
public record FlowView(List<Drawn> nodes, List<Flow.Link> links) {

  /// Null for a path that is not drawn.
  public static @Nullable FlowView of(Service service) {
    Flow flow = service.flow();
    return flow == null
        ? null
        : new FlowView(
            flow.nodes().stream().map(node -> drawn(service, node)).toList(), flow.links());
  }

  private static Drawn drawn(Service service, Flow.Node node) {
    return switch (node) {
      case Flow.Start _ -> new Drawn(node, "start", "", null, null);
      case Flow.End _ -> new Drawn(node, "end", "", null, null);
      case Flow.Task _ -> {
        Step step = service.step(node.id()).orElseThrow();
        yield new Drawn(node, "task", step.department(), step.limit_workingDays(), null);
      }
      case Flow.Parallel _ -> new Drawn(node, "parallel", "", null, null);
      case Flow.Choice _ -> new Drawn(node, "choice", "", null, null);
      case Flow.Timer timer -> new Drawn(node, "timer", "", timer.workingDays(), timer.task());
    };
  }

  /// @param kind `start`, `end`, `task`, `parallel`, `choice` or `timer`
  /// @param department of a task
  /// @param days working days of a task or timer
  /// @param on the task on whose edge a timer is
  public record Drawn(
      String id,
      Words name,
      String kind,
      String department,
      @Nullable Integer days,
      @Nullable String on) {
    Drawn(
        Flow.Node node,
        String kind,
        String department,
        @Nullable Integer days,
        @Nullable String on) {
      this(node.id(), node.name(), kind, department, days, on);
    }
  }
}
