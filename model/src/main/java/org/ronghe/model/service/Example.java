package org.ronghe.model.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;
import org.ronghe.model.pack.Words;

/// An applicant, and what happens: proved by `./ronghe verify`.
///
/// @param on day of the eligibility check; the day of the first step unless it says so
/// @param answers nested as filed: `{child: {name: …}}`; values are text, numbers, yes/no, lists
/// @param materials ids of the materials handed in
/// @param licences kinds of electronic licence the applicant already has
/// @param refused conditions (ids) that are not met; empty when the applicant may file
/// @param eligible what the rules of eligibility answer: `true`, `false` or `unknown`; null when
///   the service has none
/// @param rules decision of those rules to the numbers of the rules that fire; may be partial
public record Example(
    String id,
    Words title,
    @Nullable LocalDate on,
    Map<String, Object> answers,
    List<String> materials,
    List<String> licences,
    List<String> refused,
    @Nullable String eligible,
    Map<String, List<Integer>> rules,
    List<Happening> steps) {
  public Example {
    Require.filled(id, "example");
    answers = Map.copyOf(answers);
    materials = List.copyOf(materials);
    licences = List.copyOf(licences);
    refused = List.copyOf(refused);
    rules = Map.copyOf(rules);
    steps = List.copyOf(steps);
  }

  /// One step of the story.
  ///
  /// @param verb `file`, `accept`, `return`, `correct` …; `pass` only looks at the clock
  /// @param state the case's state afterwards, e.g. `accepted`
  /// @param due the due date told afterwards; null when the example does not say
  public record Happening(
      LocalDate on, String verb, String note, String state, @Nullable LocalDate due) {
    public Happening {
      Require.filled(verb, "do");
      Require.filled(state, "state");
    }
  }
}
