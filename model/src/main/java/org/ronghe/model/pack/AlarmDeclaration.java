package org.ronghe.model.pack;

import java.util.List;
import org.ronghe.model.measure.Require;

/// One alarm of a profile: when it stands and what the officer is told.
///
/// @param id unique in its profile, e.g. `high-high`
/// @param onDelay_s the condition must hold this long before the alarm is raised
/// @param offDelay_s the condition must be gone this long before it returns
/// @param priority 1 (紧急) to 4 (低)
/// @param cause what has probably happened
/// @param consequence what follows if nobody acts
/// @param response what to do now
/// @param clause the clause of the standard the figure comes from, or that it is an example
/// @param examples short timelines that show and prove it; at least one
public record AlarmDeclaration(
    String id,
    Condition condition,
    double onDelay_s,
    double offDelay_s,
    int priority,
    Words name,
    Words cause,
    Words consequence,
    Words response,
    String clause,
    List<AlarmExample> examples) {
  public AlarmDeclaration {
    Require.filled(id, "alarm id");
    Require.atLeastZero(onDelay_s, "onDelay_s of " + id);
    Require.atLeastZero(offDelay_s, "offDelay_s of " + id);
    Require.that(priority >= 1 && priority <= 4, "priority of " + id + " must be 1 to 4");
    Require.filled(clause, "clause of " + id);
    examples = List.copyOf(examples);
  }
}
