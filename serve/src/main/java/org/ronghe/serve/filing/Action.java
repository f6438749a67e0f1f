package org.ronghe.serve.filing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.casework.Verb;
import tools.jackson.databind.JsonNode;

/// Something someone wants to do to a case.
///
/// @param step which of several open reviews; empty when there is one
/// @param reason told to the applicant
/// @param defects of a return: everything that is missing or wrong, at once
/// @param kind of a suspension: `HEARING`, `INSPECTION`, `TESTING`, `EXPERT_REVIEW` …; else empty
/// @param notice of a suspension: number of the written notice; without it time runs on
/// @param opinion of a review: `for` or `against`
/// @param answers of a correction: all answers anew; of an issue: what the desk adds to the
///   licence; null when nothing
/// @param materials of a correction: what is given in addition
/// @param events how many events the caller has seen; 0 not to check
public record Action(
    Verb verb,
    String step,
    String reason,
    List<String> defects,
    String kind,
    String notice,
    String opinion,
    @Nullable JsonNode answers,
    Map<String, Given> materials,
    int events) {
  public Action {
    defects = List.copyOf(defects);
    materials = Map.copyOf(materials);
  }

  public static Action of(Verb verb) {
    return new Action(verb, "", "", List.of(), "", "", "", null, Map.of(), 0);
  }

  public static Action of(Verb verb, String reason) {
    return new Action(verb, "", reason, List.of(), "", "", "", null, Map.of(), 0);
  }
}
