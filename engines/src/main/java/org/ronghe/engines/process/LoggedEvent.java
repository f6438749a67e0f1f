package org.ronghe.engines.process;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.ronghe.model.measure.Require;

/// One thing that happened to one case.
///
/// @param caseId the case it belongs to
/// @param activity what was done, e.g. `accept`
/// @param by who did it; empty when unknown or kept back
/// @param department of whoever did it; empty when none
/// @param attributes more about it, as text
/// @param concerns other objects it concerns (applicant, licence, …)
public record LoggedEvent(
    String id,
    String caseId,
    String activity,
    OffsetDateTime at,
    String by,
    String department,
    Map<String, String> attributes,
    List<Related> concerns) {
  public LoggedEvent {
    Require.filled(id, "event id");
    Require.filled(caseId, "case id");
    Require.filled(activity, "activity");
    attributes = Map.copyOf(attributes);
    concerns = List.copyOf(concerns);
  }

  public static LoggedEvent of(String id, String caseId, String activity, OffsetDateTime at) {
    return new LoggedEvent(id, caseId, activity, at, "", "", Map.of(), List.of());
  }

  /// @param role how the object takes part, e.g. `applicant`
  public record Related(String objectId, String role) {
    public Related {
      Require.filled(objectId, "object id");
    }
  }
}
