package org.ronghe.sources.benefit;

import java.util.List;
import org.ronghe.model.benefit.Benefit;
import org.ronghe.model.decision.DecisionNotice;

/// The benefits of a folder that are sound, and what is wrong with the others.
public record BenefitFolder(List<Benefit> benefits, List<DecisionNotice> notices) {
  public BenefitFolder {
    benefits = List.copyOf(benefits);
    notices = List.copyOf(notices);
  }
}
