package org.ronghe.engines.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.Step;

/// Which steps of a service's path are open.
final class Path {
  private Path() {}

  /// The first step not done, and all that run together with it.
  static List<Step> open(Service service, Set<String> done) {
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

  /// What a case is called while these steps are open.
  static Status status(List<Step> open) {
    if (open.isEmpty()) {
      return Status.DELIVERED;
    }
    return switch (open.getFirst().stage()) {
      case APPLY, ACCEPT -> Status.FILED;
      case REVIEW, DECIDE -> Status.IN_REVIEW;
      case ISSUE -> Status.APPROVED;
      case DELIVER -> Status.ISSUED;
    };
  }
}
