package org.ronghe.engines.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.ronghe.model.service.Flow;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.Step;

/// Which steps of a service's path are open, and which timers run.
///
/// @param open steps that wait for someone, in the order of the path
/// @param timers ids of timers that run; only a drawn path has any
/// @param choices gateways of a drawn path that wait to be told which way
record Path(List<Step> open, List<String> timers, List<Flow.Choice> choices) {

  /// @param done what is behind: steps, timers that ran out, ways that were taken
  static Path at(Service service, Set<String> done) {
    Flow flow = service.flow();
    if (flow == null) {
      return new Path(open(service, done), List.of(), List.of());
    }
    Marking marking = Marking.of(flow, done);
    return new Path(
        marking.tasks().stream().map(task -> service.step(task.id()).orElseThrow()).toList(),
        marking.timers().stream().map(Flow.Timer::id).toList(),
        marking.choices());
  }

  /// The first step not done, and all that run together with it.
  private static List<Step> open(Service service, Set<String> done) {
    List<Step> open = new ArrayList<>();
    for (Step step : service.path()) {
      if (done.contains(step.id())) {
        continue;
      }
      boolean together =
          !open.isEmpty()
              && step.together() != null
              && step.together().equals(open.getFirst().together());
      if (open.isEmpty() || together) {
        open.add(step);
      } else {
        break;
      }
    }
    return open;
  }

  /// What a case is called while it stands here.
  Status status() {
    if (open.isEmpty()) {
      return timers.isEmpty() ? Status.DELIVERED : Status.IN_REVIEW;
    }
    Step.Stage first = open.stream().map(Step::stage).min(Comparator.naturalOrder()).orElseThrow();
    return switch (first) {
      case APPLY, ACCEPT -> Status.FILED;
      case REVIEW, DECIDE -> Status.IN_REVIEW;
      case ISSUE -> Status.APPROVED;
      case DELIVER -> Status.ISSUED;
    };
  }
}
