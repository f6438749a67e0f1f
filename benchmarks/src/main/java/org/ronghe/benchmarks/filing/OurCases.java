package org.ronghe.benchmarks.filing;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.ronghe.engines.casework.Status;
import org.ronghe.engines.casework.Verb;
import org.ronghe.office.resident.Residents;
import org.ronghe.office.staff.Role;
import org.ronghe.serve.filing.Action;
import org.ronghe.serve.filing.Caller;
import org.ronghe.serve.filing.CaseDesk;
import org.ronghe.serve.filing.Filing;
import org.ronghe.serve.filing.FilingRequest;
import org.ronghe.server.boot.RunningCounty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Ours, whole: the form is checked, the answers are sealed, every verb is an event in a chain of
/// hashes, the legal clock is read, inboxes are kept, and a notice to the applicant leaves through
/// the outbox for each (by the running county, in the time that is measured).
final class OurCases implements Contender {
  private static final JsonNode ANSWERS =
      JsonMapper.builder()
          .build()
          .readTree(
              """
              {"child": {"name": "王安", "sex": "female", "ethnicity": "汉族", "birthDate": "2026-11-20",
                 "birthPlace": "上党区人民医院"},
               "birth": {"certificateNumber": "U140000001", "outOfWedlock": false},
               "mother": {"name": "李梅", "idNumber": "14041119950505004X"},
               "father": {"name": "王强", "idNumber": "140411199303030032"},
               "household": {"settleWith": "mother", "headName": "李梅"},
               "applicant": {"phone": "13800000001"}}
              """);

  private static final String POLICE = "public-security";
  private static final Caller CLERK = new Caller("clerk", Role.CLERK, POLICE, "hall");
  private static final Caller REVIEWER = new Caller("reviewer", Role.REVIEWER, POLICE, "hall");
  private static final Caller APPROVER = new Caller("approver", Role.APPROVER, POLICE, "hall");
  private final Filing filing;
  private final CaseDesk desk;
  private final AtomicLong keys = new AtomicLong();

  OurCases(RunningCounty county, int senders) {
    filing = county.part(Filing.class);
    desk = county.part(CaseDesk.class);
    Residents residents = county.part(Residents.class);
    for (int i = 0; i < senders; i++) {
      residents.register(
          resident(i).account(),
          "four small blue kites",
          new Residents.Person("李梅", "14041119950505004X", "13800000001"));
    }
  }

  @Override
  public String name() {
    return "Ronghe";
  }

  @Override
  public void run(int sender) {
    FilingRequest request =
        FilingRequest.of(
            "birth-registration", ANSWERS, Map.of(), "race-%08d".formatted(keys.incrementAndGet()));
    String number = filing.file(request, resident(sender)).number();
    desk.act(number, Action.of(Verb.ACCEPT), CLERK);
    desk.act(number, Action.of(Verb.REVIEW), REVIEWER);
    Status status = desk.act(number, Action.of(Verb.APPROVE), APPROVER);
    if (status != Status.APPROVED) {
      throw new IllegalStateException(number + " is " + status);
    }
  }

  private static Caller resident(int sender) {
    return new Caller("racer" + sender, Role.RESIDENT, "", "");
  }
}
