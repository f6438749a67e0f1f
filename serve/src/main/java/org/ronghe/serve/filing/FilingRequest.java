package org.ronghe.serve.filing;

import java.time.Instant;
import java.util.HashMap;
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
/// @param versions service to the version of the form that was filled in, as the device saw it:
///   when another is in force by now the filing is refused; a service that is not named is not
///   compared
/// @param alone refuse when the person has an open case of the same subject
public record FilingRequest(
    String subject,
    JsonNode answers,
    Map<String, Given> materials,
    Set<String> leftOut,
    String requestKey,
    @Nullable Person person,
    Map<String, String> versions,
    boolean alone) {
  private static final String CONSENT = "-consent";

  public FilingRequest {
    versions = Map.copyOf(versions);
    materials = Map.copyOf(materials);
    leftOut = Set.copyOf(leftOut);
  }

  /// Filed for somebody else.
  ///
  /// @param consent how they agreed: `signed`, `voice`, `present`
  /// @param agreedAt when, as the device recorded it; null for now
  /// @param paper content hash of a photo of what they signed; the filer's own upload
  public record Person(
      String name,
      String idNumber,
      String consent,
      @Nullable Instant agreedAt,
      @Nullable String paper) {}

  /// All that is handed in with it: the materials, and the paper of the consent.
  Map<String, Given> given() {
    String paper = person == null ? null : person.paper();
    if (paper == null) {
      return materials;
    }
    Map<String, Given> all = new HashMap<>(materials);
    all.put(CONSENT, new Given(paper, null));
    return all;
  }

  /// A part of this bundle, filed under its parent: what was asked of the whole is not asked again.
  FilingRequest part(
      String service, JsonNode answers, Map<String, Given> materials, String requestKey) {
    return new FilingRequest(
        service, answers, materials, Set.of(), requestKey, person, Map.of(), false);
  }

  /// Of a single service, for oneself.
  public static FilingRequest of(
      String subject, JsonNode answers, Map<String, Given> materials, String requestKey) {
    return new FilingRequest(
        subject, answers, materials, Set.of(), requestKey, null, Map.of(), false);
  }
}
