package org.ronghe.serve.filing;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Someone files.
///
/// @param subject id of a service or a bundle
/// @param answers nested by role: `{child: {name: …}}`
/// @param materials what is given for each material
/// @param leftOut of a bundle: optional services the applicant does not want
/// @param requestKey chosen by the applicant's device: the same twice is one case
/// @param person for whom a helper or clerk files; null for oneself
public record FilingRequest(
    String subject,
    JsonNode answers,
    Map<String, Given> materials,
    Set<String> leftOut,
    String requestKey,
    @Nullable Person person) {
  public FilingRequest {
    materials = Map.copyOf(materials);
    leftOut = Set.copyOf(leftOut);
  }

  /// Filed for somebody else.
  ///
  /// @param consent how they agreed: `signed`, `voice`, `present`
  public record Person(String name, String idNumber, String consent) {}

  /// Of a single service, for oneself.
  public static FilingRequest of(
      String subject, JsonNode answers, Map<String, Given> materials, String requestKey) {
    return new FilingRequest(subject, answers, materials, Set.of(), requestKey, null);
  }
}
