package org.ronghe.serve.filing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.form.Answers;
import org.ronghe.model.service.Fee;
import org.ronghe.model.service.Material;
import org.ronghe.model.service.Service;
import org.ronghe.office.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Materials of cases and what they cost.
@Component
class Papers {
  private static final int MOST = 60;
  private final JdbcClient database;
  private final JsonMapper json;

  Papers(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /// Refuses materials that none of these services asks for.
  void refuseUnknown(List<Service> services, Map<String, Given> materials) {
    Set<String> known =
        services.stream()
            .flatMap(service -> service.materials().stream())
            .map(Material::id)
            .collect(Collectors.toSet());
    for (String material : materials.keySet()) {
      if (!known.contains(material)) {
        throw Problem.badRequest(
                "unknown-material",
                "没有要求材料 " + material + "，请去掉。",
                "The material " + material + " is not asked for; leave it out.")
            .at("materials." + material);
      }
    }
  }

  /// Refuses uploads and licences that are not the applicant's or the filer's.
  void refuseForeign(Map<String, Given> materials, Caller caller, byte[] personKey) {
    if (materials.size() > MOST) {
      throw Problem.badRequest(
          "too-many-materials", "材料最多 60 份。", "At most 60 materials are taken.");
    }
    String[] files =
        materials.values().stream()
            .map(Given::attachment)
            .filter(java.util.Objects::nonNull)
            .distinct()
            .toArray(String[]::new);
    long own =
        files.length == 0
            ? 0
            : database
                .sql(
                    """
                    select count(*) from serve.attachment_owner
                    where owner = ? and sha256 = any (?::text[])
                    """)
                .params(List.of(caller.account(), files))
                .query(Long.class)
                .single();
    String[] licences =
        materials.values().stream()
            .map(Given::licence)
            .filter(java.util.Objects::nonNull)
            .distinct()
            .toArray(String[]::new);
    long held =
        licences.length == 0
            ? 0
            : database
                .sql(
                    """
                    select count(*) from serve.licence where number = any (?::text[])
                      and not revoked and (account = ? or holder_key = ?)
                    """)
                .params(List.of(licences, caller.account(), personKey))
                .query(Long.class)
                .single();
    if (own != files.length || held != licences.length) {
      throw Problem.badRequest(
              "foreign-material",
              "有的附件或证照不是您的，或不存在，请重新上传或换一份。",
              "An attachment or licence is not yours or does not exist; upload it again or take"
                  + " another.")
          .at("materials");
    }
  }

  /// The materials among the given that the service asks for.
  Map<String, Given> ofService(Service service, Map<String, Given> given) {
    Map<String, Given> own = new LinkedHashMap<>();
    for (Material material : service.materials()) {
      Given one = given.get(material.id());
      if (one != null) {
        own.put(material.id(), one);
      }
    }
    return own;
  }

  void attach(String number, Map<String, Given> materials) {
    for (Given given : materials.values()) {
      if (given.attachment() != null) {
        database
            .sql(
                """
                insert into serve.case_attachment (number, sha256) values (?, ?)
                on conflict do nothing
                """)
            .params(List.of(number, given.attachment()))
            .update();
      }
    }
  }

  /// Keeps the photo of what the person signed with the case.
  void attachConsent(String number, FilingRequest.@Nullable Person person) {
    if (person != null && person.paper() != null) {
      attach(number, Map.of("consent", new Given(person.paper(), null)));
    }
  }

  /// Required materials that were not given.
  List<String> missing(Service service, String materials, Answers answers, LocalDate day) {
    JsonNode given = json.readTree(materials);
    List<String> missing = new ArrayList<>();
    for (Material material : service.materials()) {
      boolean wanted = material.required() && answers.applies(material.when(), day);
      if (wanted && !given.has(material.id())) {
        missing.add(material.id());
      }
    }
    return missing;
  }

  /// Writes down what is to be paid.
  void charge(String number, Service service, Answers answers, LocalDate day) {
    for (Fee fee : service.fees()) {
      if (!answers.applies(fee.when(), day)) {
        continue;
      }
      BigDecimal amount = fee.amount_yuan();
      if (fee.per() != null) {
        Object times = answers.get(fee.per()).orElse(0);
        amount = amount.multiply(new BigDecimal(times.toString()));
      }
      database
          .sql(
              """
              insert into serve.payment (id, case_number, fee, name, amount_yuan, status)
              values (?, ?, ?, ?, ?, 'due') on conflict (case_number, fee) do nothing
              """)
          .params(
              List.of(
                  number + "/" + fee.id(),
                  number,
                  fee.id(),
                  fee.name().zh(),
                  amount.setScale(2, RoundingMode.HALF_UP)))
          .update();
    }
  }

  /// True when something is still to be paid.
  boolean isUnpaid(String number) {
    return database
        .sql(
            """
            select exists (select 1 from serve.payment
              where case_number = ? and status in ('due', 'sent'))
            """)
        .param(number)
        .query(Boolean.class)
        .single();
  }
}
