package org.ronghe.sources.decision;

import java.util.List;
import java.util.Optional;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.decision.DecisionNotice;

/// A decision model, read, and what was noticed.
///
/// @param model empty when the file is no decision model at all
public record DecisionReading(Optional<DecisionModel> model, List<DecisionNotice> notices) {
  public DecisionReading {
    notices = List.copyOf(notices);
  }
}
