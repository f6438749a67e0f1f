package org.ronghe.serve.filing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.casework.Status;
import org.ronghe.model.service.Service;
import org.ronghe.office.audit.AuditQueue;
import org.ronghe.office.problem.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What may have changed between filling a form in, perhaps far from any network, and its arrival:
/// the version of the service, the consent that ran out, a case somebody else opened. Each is a
/// refusal with a code and both sides, so that the device can show them next to each other.
@Component
class Meanwhile {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
  private final JdbcClient database;
  private final AuditQueue audit;
  private final Duration consentLasts;

  /// @param consentDays how long a consent may be used to file, days; 30 is an example (示例)
  Meanwhile(
      JdbcClient database,
      AuditQueue audit,
      @Value("${ronghe.serve.consent-days:30}") int consentDays) {
    this.database = database;
    this.audit = audit;
    this.consentLasts = Duration.ofDays(consentDays);
  }

  /// Refuses a form of another version (`version-changed`, with `changed`) and a consent that ran
  /// out (`consent-expired`) or lies ahead (`consent-time`).
  void refuse(FilingRequest request, List<Service> services, Instant now) {
    refuseOldForms(request, services);
    FilingRequest.Person person = request.person();
    Instant agreed = person == null ? null : person.agreedAt();
    if (agreed != null) {
      refuseOldConsent(agreed, now);
    }
  }

  private static void refuseOldForms(FilingRequest request, List<Service> services) {
    List<Map<String, Object>> changed = new ArrayList<>();
    for (Service service : services) {
      String seen = request.versions().get(service.id());
      if (seen != null && !seen.equals(service.key().version())) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("service", service.id());
        one.put("name", service.name());
        one.put("seen", seen);
        one.put("now", service.key().version());
        one.put("effectiveFrom", service.effectiveFrom());
        changed.add(one);
      }
    }
    if (!changed.isEmpty()) {
      Problem problem =
          Problem.conflict(
              "version-changed",
              "填表以后事项换了新版本，请按新版核对后再提交。",
              "The service has a new version since the form was filled in; check it against the new one.");
      problem.getBody().setProperty("changed", changed);
      throw problem;
    }
  }

  private void refuseOldConsent(Instant agreed, Instant now) {
    if (agreed.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw Problem.badRequest(
          "consent-time",
          "同意的时间晚于现在，请检查平板的时钟。",
          "The consent lies ahead of now; check the clock of the device.");
    }
    if (agreed.plus(consentLasts).isBefore(now)) {
      Problem problem =
          Problem.conflict(
              "consent-expired",
              "本人的同意已超过 " + consentLasts.toDays() + " 天，请重新征得同意。",
              "The consent is older than "
                  + consentLasts.toDays()
                  + " days; ask the person again.");
      problem.getBody().setProperty("agreedAt", agreed.toString());
      problem.getBody().setProperty("days", consentLasts.toDays());
      throw problem;
    }
  }

  /// In the filing's own transaction: refuses a second open case of one subject for one person
  /// (`already-open`, with `number`, `filedAt`, `status`) where the request asks for that. Two
  /// devices that file at once wait for each other. What the filer learns of it is in the audit,
  /// which outlives the transaction.
  void refuseSecond(FilingRequest request, byte[] personKey, Caller caller) {
    if (!request.alone()) {
      return;
    }
    database
        .sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(HexFormat.of().formatHex(personKey) + "/" + request.subject())
        .query((_, _) -> 0)
        .list();
    Problem found = open(request, personKey);
    if (found != null) {
      audit.record(
          caller.account(), "case-already-open", found.member("number"), request.subject());
      throw found;
    }
  }

  private @Nullable Problem open(FilingRequest request, byte[] personKey) {
    return database
        .sql(
            """
            select number, filed_at, status from serve.case_file
            where person_key = ? and closed_on is null and (bundle = ? or service = ?)
              and request_key <> ?
            order by filed_at desc limit 1
            """)
        .params(List.of(personKey, request.subject(), request.subject(), request.requestKey()))
        .query((row, _) -> {
          Problem problem =
              Problem.conflict(
                  "already-open",
                  "这个人已经有一件没办完的：" + row.getString("number") + "。",
                  "The person already has one that is not finished: "
                      + row.getString("number")
                      + ".");
          problem.getBody().setProperty("number", row.getString("number"));
          problem.getBody().setProperty("filedAt", CaseBook.instant(row, "filed_at").toString());
          problem.getBody().setProperty("status", Status.ofCode(row.getString("status")).words());
          return problem;
        })
        .optional()
        .orElse(null);
  }
}
