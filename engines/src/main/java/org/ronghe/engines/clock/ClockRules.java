package org.ronghe.engines.clock;

import java.util.Optional;
import org.ronghe.model.measure.Require;

/// The limits of one service version.
///
/// @param acceptance to accept or to tell what is missing
/// @param legal what the law allows for the decision
/// @param promised what the office promises; at most what the law allows
/// @param extension_days how much the decision may be put off once, in the unit of `legal`
/// @param delivery from the decision to the certificate in the applicant's hand
/// @param warning_percent from which share of a limit used up a warning shows
public record ClockRules(
    Term acceptance,
    Term legal,
    Optional<Term> promised,
    int extension_days,
    Term delivery,
    int warning_percent) {
  /// A warning from here; a county may choose another figure (示例).
  public static final int USUAL_WARNING_PERCENT = 80;

  public ClockRules {
    Require.that(extension_days >= 0, "an extension cannot be negative");
    Require.that(warning_percent > 0 && warning_percent <= 100, "warning_percent must be 1 to 100");
  }

  /// A licence handled by one organ: 20 (+10) working days.
  public static ClockRules single(Optional<Term> promised) {
    return of(LegalTerm.DECISION, LegalTerm.DECISION_EXTENSION, promised);
  }

  /// A licence handled jointly: 45 (+15) working days.
  public static ClockRules joint(Optional<Term> promised) {
    return of(LegalTerm.JOINT_DECISION, LegalTerm.JOINT_EXTENSION, promised);
  }

  private static ClockRules of(LegalTerm decision, LegalTerm extension, Optional<Term> promised) {
    return new ClockRules(
        LegalTerm.ACCEPTANCE.term(),
        decision.term(),
        promised,
        extension.workingDays(),
        LegalTerm.DELIVERY.term(),
        USUAL_WARNING_PERCENT);
  }

  /// The same with another limit of law, for services whose own law sets one.
  public ClockRules withLegal(Term other) {
    return new ClockRules(acceptance, other, promised, extension_days, delivery, warning_percent);
  }
}
