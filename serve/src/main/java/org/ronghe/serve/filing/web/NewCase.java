package org.ronghe.serve.filing.web;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.filing.FilingRequest;
import org.ronghe.serve.filing.Given;
import tools.jackson.databind.JsonNode;

/// A filing as it is sent; what it does not know it refuses by name.
///
/// @param rest fields that are none
record NewCase(
    @Nullable String service,
    @Nullable String bundle,
    @Nullable JsonNode answers,
    @Nullable Map<String, @Nullable NewGiven> materials,
    @Nullable Set<String> leftOut,
    @Nullable NewPerson person,
    @Nullable Map<String, @Nullable String> versions,
    @Nullable Boolean alone,
    @JsonAnySetter @Nullable Map<String, JsonNode> rest) {

  boolean isBundle() {
    return bundle != null;
  }

  /// Throws a [Problem] that names the field when it is no filing.
  FilingRequest request(String key) {
    refuseRest(rest, "");
    String subject = isBundle() ? bundle : service;
    if (subject == null || (isBundle() && service != null)) {
      throw Problem.badRequest(
              "case", "须写明 service 或 bundle（只写一个）。", "Give service or bundle, one of them.")
          .at("service");
    }
    if (answers == null || !answers.isObject()) {
      throw Problem.badRequest("case", "answers 须是对象。", "answers must be an object.").at("answers");
    }
    if (leftOut != null && leftOut.stream().anyMatch(Objects::isNull)) {
      throw Problem.badRequest("case", "leftOut 须是事项编号。", "leftOut must be ids of services.")
          .at("leftOut");
    }
    return new FilingRequest(
        subject,
        answers,
        readMaterials(),
        Objects.requireNonNullElse(leftOut, Set.of()),
        key,
        person == null ? null : person.person(),
        readVersions(),
        Boolean.TRUE.equals(alone));
  }

  private Map<String, Given> readMaterials() {
    Map<String, Given> read = new HashMap<>();
    Objects.requireNonNullElse(materials, Map.<String, @Nullable NewGiven>of())
        .forEach((material, given) -> read.put(material, NewGiven.given(material, given)));
    return read;
  }

  private Map<String, String> readVersions() {
    Map<String, String> read = new HashMap<>();
    Objects.requireNonNullElse(versions, Map.<String, @Nullable String>of())
        .forEach((service, version) -> {
          if (version == null) {
            throw Problem.badRequest(
                    "case", "versions 须写明版本。", "versions must name a version for each service.")
                .at("versions." + service);
          }
          read.put(service, version);
        });
    return read;
  }

  private static void refuseRest(@Nullable Map<String, JsonNode> rest, String in) {
    if (rest != null && !rest.isEmpty()) {
      String field = in + rest.keySet().iterator().next();
      throw Problem.badRequest(
              "unknown-field",
              "没有字段 " + field + "，请去掉。",
              "There is no field " + field + "; leave it out.")
          .at(field);
    }
  }

  record NewGiven(
      @Nullable String attachment,
      @Nullable String licence,
      @JsonAnySetter @Nullable Map<String, JsonNode> rest) {
    static Given given(String material, @Nullable NewGiven sent) {
      String field = "materials." + material;
      if (sent == null || (sent.attachment == null) == (sent.licence == null)) {
        throw Problem.badRequest(
                "material",
                "材料 " + material + " 须给出 attachment 或 licence 之一。",
                "The material " + material + " needs an attachment or a licence, one of them.")
            .at(field);
      }
      refuseRest(sent.rest, field + ".");
      return new Given(sent.attachment, sent.licence);
    }
  }

  record NewPerson(
      @Nullable String name,
      @Nullable String idNumber,
      @Nullable String consent,
      @Nullable Instant agreedAt,
      @Nullable String paper,
      @JsonAnySetter @Nullable Map<String, JsonNode> rest) {
    FilingRequest.Person person() {
      refuseRest(rest, "person.");
      return new FilingRequest.Person(
          Objects.requireNonNullElse(name, ""),
          Objects.requireNonNullElse(idNumber, ""),
          Objects.requireNonNullElse(consent, ""),
          agreedAt,
          paper);
    }
  }
}
