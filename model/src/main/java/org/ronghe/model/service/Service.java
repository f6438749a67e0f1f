package org.ronghe.model.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.pack.Words;

/// One version of a service (事项的实施清单): everything the county needs to run it.
///
/// @param effectiveFrom first day new cases begin with this version
/// @param effectiveUntil last such day; null when open
/// @param department code of the department that runs it, as staff and steps name it
/// @param lifeEvents e.g. `birth`, `retirement`: how residents look for it
/// @param keywords other words residents use
/// @param path its steps; one after the other, unless `flow` says how they hang together
/// @param flow the path as a drawing (BPMN); null for plain steps
/// @param oldCases what becomes of cases of older versions
/// @param schema more constraints on the answers (JSON Schema 2020-12 text); null for none
/// @param uiSchema a UI schema (JSON Forms) in place of the derived one; null for none
/// @param eligibility rules that say before filing who may be given it (DMN 1.5); null for none
/// @param cited header field, or `/form`, `/materials` …, to the id of its source; what is not
///   cited is 示例
public record Service(
    ServiceKey key,
    Words name,
    Words summary,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveUntil,
    String department,
    Header header,
    List<String> lifeEvents,
    List<String> keywords,
    List<Requirement> conditions,
    Form form,
    List<Material> materials,
    List<LicenceUse> inputs,
    List<LicenceUse> outputs,
    List<Step> path,
    @Nullable Flow flow,
    List<Fee> fees,
    List<Outlet> outlets,
    OldCases oldCases,
    @Nullable String schema,
    @Nullable String uiSchema,
    @Nullable DecisionModel eligibility,
    List<Source> sources,
    Map<String, String> cited,
    List<Example> examples) {
  public Service {
    lifeEvents = List.copyOf(lifeEvents);
    keywords = List.copyOf(keywords);
    conditions = List.copyOf(conditions);
    materials = List.copyOf(materials);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    path = List.copyOf(path);
    fees = List.copyOf(fees);
    outlets = List.copyOf(outlets);
    sources = List.copyOf(sources);
    cited = Map.copyOf(cited);
    examples = List.copyOf(examples);
  }

  public String id() {
    return key.id();
  }

  /// True when new cases begin with this version on `day`.
  public boolean isEffective(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveUntil == null || !day.isAfter(effectiveUntil));
  }

  public Optional<Step> step(String id) {
    return path.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  /// True when the header field (or part, e.g. `/materials`) has no source: 示例.
  public boolean isSample(String part) {
    return !cited.containsKey(part);
  }

  /// What a new version does with cases of older ones.
  public enum OldCases {
    /// They end by the rules they began with.
    FINISH,
    /// They move over when that costs the applicant nothing: nothing more asked, no later promise.
    MIGRATE
  }
}
