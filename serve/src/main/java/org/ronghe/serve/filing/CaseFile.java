package org.ronghe.serve.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.casework.Status;

/// A case as the lists know it; the log of events is the truth.
///
/// @param parent the number of the bundle's case; null when it stands alone
/// @param service empty for the parent of a bundle
/// @param waitingFor kinds of licence another part must give first
/// @param materials `{material: {attachment|licence}}` as JSON text
/// @param events how many the log holds
/// @param keeping `kept`, `restricted` (no desk reads what was answered) or `erased` (nobody can)
public record CaseFile(
    String number,
    @Nullable String parent,
    @Nullable String bundle,
    String service,
    String version,
    String name,
    String department,
    String applicant,
    String filedBy,
    String outlet,
    byte @Nullable [] personKey,
    String person,
    Status status,
    List<String> waitingFor,
    String materials,
    int revision,
    int events,
    byte[] head,
    Instant filedAt,
    Instant changedAt,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate legalDueOn,
    @Nullable LocalDate closedOn,
    String keeping) {
  /// True for the case that holds a bundle together.
  public boolean isParent() {
    return service.isEmpty();
  }

  boolean isRestricted() {
    return !keeping.equals("kept");
  }

  boolean isErased() {
    return keeping.equals("erased");
  }
}
