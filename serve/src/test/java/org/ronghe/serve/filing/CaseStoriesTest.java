package org.ronghe.serve.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.engines.casework.Status;
import org.ronghe.engines.casework.Verb;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.problem.Problem;
import tools.jackson.databind.JsonNode;

/// What residents and desks live through, from filing to the certificate.
class CaseStoriesTest {
  static final String BIRTH =
      """
      {"child": {"name": "王安", "sex": "female", "ethnicity": "汉族", "birthDate": "2026-03-01",
         "birthPlace": "上党区人民医院"},
       "birth": {"certificateNumber": "U140000001", "outOfWedlock": false},
       "mother": {"name": "李梅", "idNumber": "14041119950505004X"},
       "father": {"name": "王强", "idNumber": "140411199303030032"},
       "household": {"settleWith": "mother", "headName": "李梅"},
       "applicant": {"phone": "13800000001"}}
      """;
  private static final String BIRTH_AND_INSURANCE =
      BIRTH.replace(
          "\"applicant\"", "\"insurance\": {\"place\": \"140404\", \"year\": 2026}, \"applicant\"");

  @TempDir static Path data;
  private static EmbeddedPostgres postgres;
  private static TestHall hall;
  private static int keys;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start(data.resolve("postgres"), data.resolve("postgres.log"));
    hall = new TestHall(postgres, data);
    hall.today("2026-03-04");
    hall.register(TestHall.MEI, "14041119950505004X");
    hall.register(TestHall.OTHER, "140411199303030032");
  }

  @AfterAll
  static void close() {
    hall.close();
    postgres.close();
  }

  private static FilingRequest request(String subject, String answers) {
    return FilingRequest.of(
        subject, TestHall.json(answers), Map.of(), "key-%08d".formatted(++keys));
  }

  private static String filed() {
    return hall.get(Filing.class).file(request("birth-registration", BIRTH), TestHall.MEI).number();
  }

  private static Status act(String number, Verb verb, Caller who) {
    return act(number, verb, who, verb.needsReason() ? "缺结婚证" : "");
  }

  private static Status act(String number, Verb verb, Caller who, String reason) {
    return hall.get(CaseDesk.class).act(number, Action.of(verb, reason), who);
  }

  private static CaseViews.Story story(String number, Caller who) {
    return hall.get(CaseViews.class).story(number, who).orElseThrow();
  }

  private static void refused(String code, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.member("code")).isEqualTo(code));
  }

  @Test
  void A01_filed_returned_corrected_decided_delivered() {
    hall.today("2026-03-04");
    Receipt receipt =
        hall.get(Filing.class).file(request("birth-registration", BIRTH), TestHall.MEI);
    String number = receipt.number();
    assertThat(receipt.dueOn()).isEqualTo(LocalDate.of(2026, 3, 11));
    assertThat(receipt.missing()).contains("marriage-certificate");
    hall.today("2026-03-05");
    assertThat(act(number, Verb.RETURN, TestHall.POLICE_CLERK)).isEqualTo(Status.RETURNED);
    hall.today("2026-03-16");
    assertThat(act(number, Verb.CORRECT, TestHall.MEI)).isEqualTo(Status.FILED);
    hall.today("2026-03-17");
    assertThat(act(number, Verb.ACCEPT, TestHall.POLICE_CLERK)).isEqualTo(Status.IN_REVIEW);
    assertThat(story(number, TestHall.MEI).file().dueOn()).isEqualTo(LocalDate.of(2026, 3, 20));
    act(number, Verb.REVIEW, TestHall.POLICE_REVIEWER);
    assertThat(act(number, Verb.APPROVE, TestHall.POLICE_APPROVER)).isEqualTo(Status.APPROVED);
    assertThat(act(number, Verb.ISSUE, TestHall.POLICE_CLERK)).isEqualTo(Status.ISSUED);
    assertThat(act(number, Verb.DELIVER, TestHall.POLICE_CLERK)).isEqualTo(Status.DELIVERED);
    CaseViews.Story told = story(number, TestHall.MEI);
    assertThat(told.events())
        .extracting(CaseViews.Told::verb)
        .containsExactly(
            "file", "return", "correct", "accept", "review", "approve", "issue", "deliver");
    assertThat(told.may()).containsExactly("complain", "rate");
    assertThat(hall.get(Supervision.class).broken(List.of(number))).isEmpty();
    var licence = hall.get(Licences.class).of("mei", null).getFirst();
    assertThat(licence.words().en()).isEqualTo("Page of the household register");
    assertThat(licence.lines())
        .anyMatch(line -> line.name().zh().equals("新生儿性别") && line.value().en().equals("Female"));
    assertThat(licence.says()).containsEntry("child.name", "王安");
    assertThat(hall.get(Licences.class).verify(licence.verifyCode()).orElseThrow().holder())
        .isEqualTo("王*");
  }

  @Test
  void A02_the_same_request_twice_is_one_case() throws Exception {
    hall.today("2026-03-04");
    FilingRequest once = request("birth-registration", BIRTH);
    List<CompletableFuture<Receipt>> both = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      both.add(
          CompletableFuture.supplyAsync(() -> hall.get(Filing.class).file(once, TestHall.MEI)));
    }
    List<Receipt> receipts = both.stream().map(CompletableFuture::join).toList();
    assertThat(receipts).extracting(Receipt::number).containsOnly(receipts.getFirst().number());
    assertThat(receipts).filteredOn(one -> !one.repeated()).hasSize(1);
    FilingRequest other =
        FilingRequest.of(
            once.subject(), TestHall.json(BIRTH.replace("王安", "王宁")), Map.of(), once.requestKey());
    refused("request-key-reused", () -> hall.get(Filing.class).file(other, TestHall.MEI));
  }

  @Test
  void A03_silence_is_acceptance_from_the_day_of_receipt() {
    hall.today("2026-03-04");
    String number = filed();
    hall.today("2026-03-11");
    hall.get(CaseDesk.class).deemOverdue();
    assertThat(story(number, TestHall.MEI).file().status()).isEqualTo("filed");
    hall.today("2026-03-12");
    assertThat(hall.get(CaseDesk.class).deemOverdue()).isPositive();
    CaseViews.Story told = story(number, TestHall.MEI);
    assertThat(told.file().status()).isEqualTo("in-review");
    assertThat(told.file().dueOn()).isEqualTo(LocalDate.of(2026, 3, 9));
    assertThat(told.events().getLast().verb()).isEqualTo("deem");
    assertThat(hall.get(CaseDesk.class).deemOverdue()).isZero();
    assertThat(hall.get(Supervision.class).cards(number).orElseThrow().cards()).isNotEmpty();
  }

  @Test
  void A04_everyone_sees_and_does_only_what_is_theirs() {
    hall.today("2026-03-04");
    String number = filed();
    assertThat(hall.get(CaseViews.class).story(number, TestHall.OTHER)).isEmpty();
    assertThat(hall.get(CaseViews.class).story(number, TestHall.INSURANCE_CLERK)).isEmpty();
    refused("no-case", () -> act(number, Verb.WITHDRAW, TestHall.OTHER));
    refused("no-case", () -> act(number, Verb.ACCEPT, TestHall.INSURANCE_CLERK));
    refused("not-your-step", () -> act(number, Verb.ACCEPT, TestHall.POLICE_REVIEWER));
    refused("not-now", () -> act(number, Verb.APPROVE, TestHall.POLICE_APPROVER));
    act(number, Verb.ACCEPT, TestHall.COUNTER);
    act(number, Verb.REVIEW, TestHall.POLICE_APPROVER);
    refused("not-your-step", () -> act(number, Verb.APPROVE, TestHall.POLICE_REVIEWER));
    refused("reason", () -> act(number, Verb.REFUSE, TestHall.POLICE_APPROVER, " "));
    long before = hall.count("office.audit where action = 'case-read'");
    assertThat(story(number, TestHall.POLICE_CLERK).masked()).isFalse();
    assertThat(hall.count("office.audit where action = 'case-read'")).isEqualTo(before + 1);
    assertThat(hall.get(CaseViews.class).inbox(TestHall.POLICE_APPROVER, null, ""))
        .anyMatch(task -> task.number().equals(number) && task.step().equals("decide"));
  }

  /// decision 0113
  @Test
  void A04_ones_own_reads_are_written_down_once_a_day_and_thing() {
    hall.today("2026-03-04");
    String number = filed();
    String rows =
        "office.audit where action = 'own-read' and subject = '%s' and detail = 'case'"
            .formatted(number);
    for (int i = 0; i < 3; i++) {
      assertThat(story(number, TestHall.MEI).masked()).isFalse();
    }
    assertThat(hall.count(rows)).isEqualTo(1);
    hall.today("2026-03-05");
    story(number, TestHall.MEI);
    assertThat(hall.count(rows)).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      story(number, TestHall.POLICE_CLERK);
    }
    assertThat(
            hall.count(
                "office.audit where action = 'case-read' and subject = '%s'".formatted(number)))
        .as("a desk's reads, each")
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void A05_a_log_changed_behind_our_back_shows() {
    hall.today("2026-03-04");
    String number = filed();
    act(number, Verb.ACCEPT, TestHall.POLICE_CLERK);
    assertThatThrownBy(() ->
            hall.jdbc
                .sql("update serve.case_event set reason = 'x' where number = ?")
                .param(number)
                .update())
        .hasMessageContaining("append-only");
    hall.jdbc.sql("alter table serve.case_event disable trigger all").update();
    hall.jdbc
        .sql("update serve.case_event set by_user = 'nobody' where number = ? and seq = 2")
        .param(number)
        .update();
    hall.jdbc.sql("alter table serve.case_event enable trigger all").update();
    assertThat(hall.get(Supervision.class).broken(List.of(number))).containsExactly(number);
  }

  @Test
  void A06_bad_answers_are_refused_with_every_fault_and_leave_nothing() {
    long before = hall.count("serve.case_file");
    JsonNode bad =
        TestHall.json(
            BIRTH
                .replace("14041119950505004X", "140411199505050041")
                .replace("\"female\"", "\"<script>\""));
    FilingRequest request = FilingRequest.of("birth-registration", bad, Map.of(), "key-bad-00001");
    assertThatThrownBy(() -> hall.get(Filing.class).file(request, TestHall.MEI))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(String.valueOf(problem.getBody().getProperties()))
                    .contains("/child/sex", "/mother/idNumber"));
    FilingRequest foreign =
        FilingRequest.of(
            "birth-registration",
            TestHall.json(BIRTH),
            Map.of("household-register", new Given("0".repeat(64), null)),
            "key-bad-00002");
    refused("foreign-material", () -> hall.get(Filing.class).file(foreign, TestHall.MEI));
    refused(
        "no-service", () -> hall.get(Filing.class).file(request("../etc", BIRTH), TestHall.MEI));
    assertThat(hall.count("serve.case_file")).isEqualTo(before);
  }

  @Test
  void A07_nothing_personal_is_readable_in_the_tables() {
    filed();
    List<String> rows =
        hall.jdbc
            .sql("select row_to_json(f)::text from serve.case_file f")
            .query((row, _) -> row.getString(1))
            .list();
    assertThat(rows).noneMatch(row -> row.contains("李梅") || row.contains("14041119950505004X"));
    List<byte[]> sealed =
        hall.jdbc
            .sql("select sealed from serve.case_content")
            .query((row, _) -> row.getBytes(1))
            .list();
    assertThat(sealed).noneMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("李梅"));
  }

  @Test
  void B01_a_part_that_needs_another_waits_and_is_given_what_it_needs() {
    hall.today("2026-03-04");
    Receipt receipt =
        hall.get(Filing.class).fileBundle(request("two-step", BIRTH_AND_INSURANCE), TestHall.MEI);
    String register = part(receipt, "birth-registration");
    String insurance = part(receipt, "resident-insurance-newborn");
    assertThat(story(insurance, TestHall.MEI).file().status()).isEqualTo("waiting");
    refused("not-now", () -> act(insurance, Verb.ACCEPT, TestHall.INSURANCE_CLERK));
    act(register, Verb.ACCEPT, TestHall.POLICE_CLERK);
    act(register, Verb.REVIEW, TestHall.POLICE_REVIEWER);
    act(register, Verb.APPROVE, TestHall.POLICE_APPROVER);
    hall.today("2026-03-06");
    JsonNode entered = TestHall.json("{\"child\": {\"householdDivision\": \"140404100200\"}}");
    hall.get(CaseDesk.class)
        .act(
            register,
            new Action(Verb.ISSUE, "", "", List.of(), "", "", "", entered, Map.of(), 0),
            TestHall.POLICE_CLERK);
    CaseViews.Story insured = story(insurance, TestHall.MEI);
    assertThat(insured.file().status()).isEqualTo("filed");
    assertThat(insured.file().dueOn()).isEqualTo(LocalDate.of(2026, 3, 13));
    assertThat(insured.answers().at("/child/householdDivision").asString())
        .isEqualTo("140404100200");
    assertThat(insured.missing()).doesNotContain("household-register-child");
    act(insurance, Verb.ACCEPT, TestHall.INSURANCE_CLERK);
    act(insurance, Verb.APPROVE, TestHall.INSURANCE_REVIEWER);
    act(insurance, Verb.ISSUE, TestHall.INSURANCE_CLERK);
    act(insurance, Verb.DELIVER, TestHall.INSURANCE_CLERK);
    assertThat(story(receipt.number(), TestHall.MEI).file().status()).isEqualTo("filed");
    act(register, Verb.DELIVER, TestHall.POLICE_CLERK);
    CaseViews.Story whole = story(receipt.number(), TestHall.MEI);
    assertThat(whole.file().status()).isEqualTo("delivered");
    assertThat(whole.parts()).hasSize(2);
  }

  @Test
  void B02_a_return_of_one_department_does_not_stop_the_others() {
    hall.today("2026-03-04");
    Receipt receipt =
        hall.get(Filing.class).fileBundle(request("pair", birthAndDig()), TestHall.MEI);
    String register = part(receipt, "birth-registration");
    String dig = part(receipt, "dig-permit");
    act(register, Verb.RETURN, TestHall.POLICE_CLERK);
    Caller roads = new Caller("roads", org.ronghe.office.staff.Role.CLERK, "urban-management", "");
    Caller reviewer =
        new Caller("reviewer", org.ronghe.office.staff.Role.REVIEWER, "urban-management", "");
    Caller traffic =
        new Caller("traffic", org.ronghe.office.staff.Role.REVIEWER, "traffic-police", "");
    assertThat(act(dig, Verb.ACCEPT, roads)).isEqualTo(Status.IN_REVIEW);
    assertThat(hall.get(CaseViews.class).inbox(traffic, null, ""))
        .anyMatch(task -> task.number().equals(dig));
    hall.get(CaseDesk.class).act(dig, review("traffic"), traffic);
    hall.get(CaseDesk.class).act(dig, review("roads"), reviewer);
    assertThat(story(register, TestHall.MEI).file().status()).isEqualTo("returned");
    Caller approver =
        new Caller("approver", org.ronghe.office.staff.Role.APPROVER, "urban-management", "");
    assertThat(act(dig, Verb.APPROVE, approver)).isEqualTo(Status.APPROVED);
    refused("unpaid", () -> act(dig, Verb.ISSUE, roads));
    Payments payments = hall.get(Payments.class);
    payments.pay(dig, "reinstatement");
    payments.pay(dig, "reinstatement");
    while (hall.get(OutboxSender.class).send() > 0) {
      assertThat(payments.of(dig)).hasSize(1);
    }
    assertThat(payments.of(dig).getFirst().status()).isEqualTo("paid");
    assertThat(payments.of(dig).getFirst().amount_yuan()).isEqualByComparingTo("4410.00");
    assertThat(hall.count("serve.outbox where topic = 'payment' and key like '" + dig + "%'"))
        .isOne();
    assertThat(act(dig, Verb.ISSUE, roads)).isEqualTo(Status.ISSUED);
  }

  @Test
  void B03_killed_anywhere_in_a_filing_nothing_is_half_done() {
    hall.today("2026-03-04");
    FilingRequest request = request("pair", birthAndDig());
    long before = hall.count("serve.case_file");
    int kills = 0;
    boolean survived = false;
    while (!survived) {
      hall.source.breakAfter(kills);
      try {
        hall.get(Filing.class).fileBundle(request, TestHall.MEI);
        survived = !hall.source.broke();
      } catch (RuntimeException _) {
        kills++;
      }
      hall.source.heal();
      long now = hall.count("serve.case_file");
      assertThat(now).isIn(before, before + 3);
    }
    assertThat(kills).isGreaterThan(5);
    assertThat(hall.count("serve.case_file")).isEqualTo(before + 3);
    assertThat(hall.get(Filing.class).fileBundle(request, TestHall.MEI).repeated()).isTrue();
  }

  @Test
  void B04_killed_anywhere_in_an_action_it_happens_once_or_not() {
    hall.today("2026-03-04");
    String number = filed();
    int kills = 0;
    for (boolean done = false; !done; ) {
      hall.source.breakAfter(kills);
      try {
        act(number, Verb.ACCEPT, TestHall.POLICE_CLERK);
        done = true;
      } catch (Problem already) {
        assertThat(already.member("code")).isEqualTo("not-now");
        done = true;
      } catch (RuntimeException _) {
        kills++;
      }
      hall.source.heal();
    }
    assertThat(story(number, TestHall.MEI).events())
        .extracting(CaseViews.Told::verb)
        .containsExactly("file", "accept");
    assertThat(hall.count("serve.case_step where number = '" + number + "'")).isOne();
    assertThat(hall.get(Supervision.class).broken(List.of(number))).isEmpty();
  }

  @Test
  void C01_files_are_what_their_bytes_say() throws IOException {
    Attachments attachments = hall.get(Attachments.class);
    byte[] pdf = "%PDF-1.7 test %%EOF".getBytes(StandardCharsets.US_ASCII);
    var stored = attachments.store("mei", "../../x.pdf", new ByteArrayInputStream(pdf));
    assertThat(stored.mediaType()).isEqualTo("application/pdf");
    assertThat(stored.name()).doesNotContain("/");
    try (var content = attachments.ofOwner("mei", stored.sha256()).orElseThrow().open()) {
      assertThat(content).hasBinaryContent(pdf);
    }
    assertThat(attachments.ofOwner("other", stored.sha256())).isEmpty();
    refused(
        "file-type",
        () ->
            attachments.store(
                "mei",
                "x.pdf",
                new ByteArrayInputStream("<script>".getBytes(StandardCharsets.US_ASCII))));
    FilingRequest with =
        FilingRequest.of(
            "birth-registration",
            TestHall.json(BIRTH),
            Map.of("household-register", new Given(stored.sha256(), null)),
            "key-with-file");
    assertThat(hall.get(Filing.class).file(with, TestHall.MEI).missing())
        .doesNotContain("household-register");
  }

  @Test
  void C02_a_draft_is_on_every_device_and_none_overwrites_another() {
    Drafts drafts = hall.get(Drafts.class);
    JsonNode first = TestHall.json("{\"child\": {\"name\": \"王安\"}}");
    int revision = drafts.save("mei", "d1", "birth-registration", first, 0);
    assertThat(drafts.save("mei", "d1", "birth-registration", first, revision)).isEqualTo(2);
    refused("draft-changed", () -> drafts.save("mei", "d1", "birth-registration", first, 1));
    assertThat(drafts.find("mei", "d1").orElseThrow().content()).isEqualTo(first);
    assertThat(drafts.find("other", "d1")).isEmpty();
  }

  @Test
  void C03_a_bad_rating_opens_a_follow_up() {
    hall.today("2026-03-04");
    String number = filed();
    act(number, Verb.NOT_ACCEPT, TestHall.POLICE_CLERK);
    Ratings ratings = hall.get(Ratings.class);
    ratings.rate(number, 1, "online", Map.of("efficiency", 1), "太慢", TestHall.MEI);
    refused("not-now", () -> ratings.rate(number, 5, "online", Map.of(), "", TestHall.MEI));
    assertThat(ratings.followUps())
        .anyMatch(
            one -> one.number().equals(number) && LocalDate.of(2026, 3, 25).equals(one.dueOn()));
    ratings.complain(number, "没有说明依据", TestHall.MEI);
    assertThat(story(number, TestHall.MEI).events().getLast().verb()).isEqualTo("complain");
  }

  private static Action review(String step) {
    return new Action(Verb.REVIEW, step, "", List.of(), "", "", "for", null, Map.of(), 0);
  }

  private static String part(Receipt receipt, String service) {
    return receipt.parts().stream()
        .map(Receipt::number)
        .filter(number -> {
          String of = story(number, TestHall.MEI).service();
          return of != null && of.startsWith(service + "@");
        })
        .findFirst()
        .orElseThrow();
  }

  private static String birthAndDig() {
    return BIRTH.replace(
        "\"applicant\"",
        """
        "enterprise": {"name": "上党区供水有限公司", "creditCode": "91140404MA0GT00012"},
        "agent": {"name": "赵平", "idNumber": "140411199303030032", "phone": "13900000002"},
        "dig": {"purpose": "connection", "utility": "water", "road": "光明路", "area": 24.5,
          "depth": 1.6, "start": "2026-04-13", "end": "2026-04-17", "affectsTraffic": true,
          "affectsGreen": false, "contractor": "上党市政工程队",
          "shape": {"type": "Point", "coordinates": [113.05, 36.05]}},
        "applicant\"\
        """);
  }
}
