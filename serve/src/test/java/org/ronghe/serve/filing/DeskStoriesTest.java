package org.ronghe.serve.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.engines.casework.Status;
import org.ronghe.engines.casework.Verb;
import org.ronghe.engines.process.Ocel;
import org.ronghe.engines.process.Xes;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.Role;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.consult.Consultations;
import org.ronghe.serve.design.DesignDesk;

/// What the desks behind the counter do: supervise, design, protect data, consult.
class DeskStoriesTest {
  private static final String MEI_ID = "14041119950505004X";
  private static final Caller PRIVACY = new Caller("privacy", Role.PRIVACY, "", "");
  private static final Caller SUPERVISOR = new Caller("supervisor", Role.SUPERVISOR, "", "");
  private static final Caller RESIDENT = new Caller("mei", Role.RESIDENT, "", "");
  private static final Caller CIVIL_CLERK = new Caller("civil", Role.CLERK, "civil-affairs", "");
  private static final Caller CIVIL_REVIEWER =
      new Caller("civil2", Role.REVIEWER, "civil-affairs", "");
  private static final String BUS_CARD =
      """
      format: ronghe-service/1
      id: elder-bus-card
      version: "1"
      name: {zh: 老年公交卡, en: Bus card for older people}
      summary: {zh: 示例。, en: A sample.}
      department: civil-affairs
      effective_from: %s
      life_events: [old-age]
      keywords: [公交]
      header:
        catalog_code: "EXAMPLE09001"
        task_type: 公共服务
        by_law: ["示例"]
        use_level: 县级
        dept_name: 民政局
        server_type: 自然人
        project_type: 承诺件
        anticipate_day: 20
        anticipate_type: 工作日
        promise_day: 5
        promise_type: 工作日
        limit_scene_num: 0
        is_fee: 否
        is_online: 是
        result_type: 其他
        result_name: 公交卡
        link_way: "12345"
        supervise_way: "12345"
      sources:
        - {id: sample, title: 示例}
      conditions: []
      form:
        - section: elder
          zh: 老人
          en: The older person
          ask: [elder.name, elder.birthDate, elder.idNumber]
      materials: []
      path:
        - {stage: accept, days: 1}
        - {stage: decide, by: REVIEWER, days: 5}
        - {stage: deliver, days: 1}
      outlets:
        online: [consult, file, correct, collect]
      """;

  @TempDir static Path data;
  private static EmbeddedPostgres postgres;
  private static TestHall hall;
  private static int keys;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start(data.resolve("postgres"), data.resolve("postgres.log"));
    hall = new TestHall(postgres, data);
    hall.today("2026-03-04");
    hall.register(TestHall.MEI, MEI_ID);
  }

  @AfterAll
  static void close() {
    hall.close();
    postgres.close();
  }

  private static String filed(Map<String, Given> materials) {
    return hall.get(Filing.class)
        .file(
            FilingRequest.of(
                "elder-allowance",
                TestHall.json(TestHall.ELDER),
                materials,
                "desk-%08d".formatted(++keys)),
            TestHall.MEI)
        .number();
  }

  private static Status act(String number, Verb verb, Caller who) {
    Action action = Action.of(verb, verb.needsReason() ? "身份证照片看不清" : "");
    return hall.get(CaseDesk.class).act(number, action, who);
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
  void A01_the_inbox_says_what_is_urgent_and_by_how_much() {
    hall.today("2026-03-04");
    String number = filed(Map.of());
    var calm = task(number, CIVIL_CLERK);
    assertThat(calm.stepName().zh()).isEqualTo("受理");
    assertThat(calm.urgency()).isEqualTo(urgency("2026-03-05", 1, Urgency.Colour.SOON));
    hall.today("2026-03-09");
    assertThat(task(number, CIVIL_CLERK).urgency())
        .isEqualTo(urgency("2026-03-05", -2, Urgency.Colour.YELLOW));
    assertThat(story(number, CIVIL_CLERK).open())
        .extracting(CaseViews.OpenStep::desk)
        .containsExactly("CLERK");
    refusedTwice(number);
  }

  private static void refusedTwice(String number) {
    int seen = story(number, CIVIL_CLERK).eventCount();
    Action twoDefects =
        new Action(
            Verb.RETURN,
            "",
            "两处需要补正",
            List.of("id-card-elder", "elder.phone"),
            "",
            "",
            "",
            null,
            Map.of(),
            seen);
    assertThat(hall.get(CaseDesk.class).act(number, twoDefects, CIVIL_CLERK))
        .isEqualTo(Status.RETURNED);
    refused(
        "changed-meanwhile", () -> hall.get(CaseDesk.class).act(number, twoDefects, CIVIL_CLERK));
    assertThat(story(number, TestHall.MEI).events().getLast().data().path("defects")).hasSize(2);
  }

  private static Urgency urgency(String due, int left, Urgency.Colour colour) {
    return new Urgency(LocalDate.parse(due), left, colour);
  }

  private static CaseViews.Task task(String number, Caller who) {
    return hall.get(CaseViews.class).inbox(who, null, "").stream()
        .filter(task -> task.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void A02_the_desk_is_asked_what_the_licence_carries_and_nobody_said() {
    hall.today("2026-03-04");
    String birth =
        """
        {"child": {"name": "王安", "sex": "female", "ethnicity": "汉族", "birthDate": "2026-03-01",
           "birthPlace": "上党区人民医院"},
         "birth": {"certificateNumber": "U140000001", "outOfWedlock": false},
         "mother": {"name": "李梅", "idNumber": "14041119950505004X"},
         "father": {"name": "王强", "idNumber": "140411199303030032"},
         "household": {"settleWith": "mother", "headName": "李梅"},
         "applicant": {"phone": "13800000001"}}
        """;
    String number =
        hall.get(Filing.class)
            .file(
                FilingRequest.of(
                    "birth-registration", TestHall.json(birth), Map.of(), "desk-birth"),
                TestHall.MEI)
            .number();
    var wanted = hall.get(LicenceFacts.class).wanted(number, TestHall.POLICE_CLERK);
    assertThat(wanted.licences()).isNotEmpty();
    assertThat(TestHall.JSON.writeValueAsString(wanted.schema()))
        .contains("householdDivision")
        .doesNotContain("ethnicity");
    refused("no-case", () -> hall.get(LicenceFacts.class).wanted(number, TestHall.INSURANCE_CLERK));
  }

  @Test
  void B01_the_supervisor_sees_which_department_and_desk_is_late() {
    hall.today("2026-04-07");
    String number = filed(Map.of());
    hall.today("2026-04-08");
    act(number, Verb.ACCEPT, CIVIL_CLERK);
    hall.today("2026-04-30");
    var late =
        hall.get(Supervision.class).late("civil-affairs").stream()
            .filter(one -> one.number().equals(number))
            .findFirst()
            .orElseThrow();
    assertThat(late.steps()).hasSize(1);
    assertThat(late.steps().getFirst().desk()).isEqualTo("REVIEWER");
    // due 15 April; 16, 17, 20–24 and 27–30 April are worked
    assertThat(late.steps().getFirst().dueOn()).isEqualTo(LocalDate.of(2026, 4, 15));
    assertThat(late.steps().getFirst().late_workingDays()).isEqualTo(11);
    act(number, Verb.APPROVE, CIVIL_REVIEWER);
    act(number, Verb.DELIVER, CIVIL_CLERK);
    hall.get(Ratings.class).rate(number, 2, "online", Map.of(), "慢", TestHall.MEI);
    // the database's own clock says when; the board looks back far enough to see it
    Scores.Score score =
        hall.get(Scores.class).board(300).departments().stream()
            .filter(one -> one.department().equals("civil-affairs"))
            .findFirst()
            .orElseThrow();
    assertThat(score.closed()).isPositive();
    assertThat(score.onTime()).isLessThan(score.closed());
    assertThat(score.yellow()).isPositive();
    assertThat(score.step_workingDays()).isPositive();
    assertThat(score.bad()).isEqualTo(1);
    assertThat(score.level()).isEqualTo(2.0);
  }

  @Test
  void B02_a_complaint_has_its_own_clock_and_is_answered_once() {
    hall.today("2026-03-04");
    String number = filed(Map.of());
    hall.get(Ratings.class).complain(number, "窗口没有人", TestHall.MEI);
    Complaints complaints = hall.get(Complaints.class);
    var one =
        complaints.open().stream().filter(c -> c.number().equals(number)).findFirst().orElseThrow();
    assertThat(one.dueOn()).isEqualTo(LocalDate.of(2026, 3, 25));
    refused("answer", () -> complaints.answer(one.id(), " ", SUPERVISOR));
    complaints.answer(one.id(), "已加开一个窗口。", SUPERVISOR);
    refused("no-complaint", () -> complaints.answer(one.id(), "又一次", SUPERVISOR));
    while (hall.get(OutboxSender.class).send() > 0) {
      assertThat(complaints.open()).doesNotContain(one);
    }
    assertThat(hall.get(Notices.class).of("mei"))
        .anyMatch(notice -> notice.zh().contains("已加开一个窗口"));
  }

  @Test
  void B03_the_map_of_the_work_carries_no_person() {
    hall.today("2026-05-06");
    String number = filed(Map.of());
    act(number, Verb.RETURN, CIVIL_CLERK);
    act(number, Verb.CORRECT, TestHall.MEI);
    act(number, Verb.ACCEPT, CIVIL_CLERK);
    CaseLogs logs = hall.get(CaseLogs.class);
    var drawn = logs.map("elder-allowance");
    assertThat(drawn.map()).isNotNull();
    assertThat(java.util.Objects.requireNonNull(drawn.words().get("accept")).zh()).isEqualTo("受理");
    var log = logs.log("elder-allowance");
    String all = TestHall.JSON.writeValueAsString(Ocel.of(log)) + Xes.of(log);
    assertThat(all).contains("case-1").doesNotContain(number, "mei", "civil2", "看不清");
    refused("no-service", () -> logs.log("no-such-service"));
  }

  @Test
  void C01_a_designer_adds_a_service_without_java_and_a_resident_files_it() {
    hall.today("2026-06-01");
    DesignDesk desk = hall.get(DesignDesk.class);
    Map<String, String> texts = Map.of("service.yaml", BUS_CARD.formatted("2026-06-01"));
    var checked = desk.check("elder-bus-card", "1", texts);
    assertThat(checked.faults()).isEmpty();
    assertThat(checked.schema()).isNotNull();
    refused(
        "effective-from",
        () ->
            desk.publish(
                "elder-bus-card",
                "1",
                Map.of("service.yaml", BUS_CARD.formatted("2026-05-31")),
                false,
                "designer"));
    assertThat(desk.publish("elder-bus-card", "1", texts, false, "designer").current()).isTrue();
    String number = fileBusCard("bus-card-1");
    refused("version-taken", () -> desk.publish("elder-bus-card", "1", texts, false, "designer"));
    Map<String, String> second =
        Map.of(
            "service.yaml",
            BUS_CARD
                .formatted("2026-06-10")
                .replace("version: \"1\"", "version: \"2\"")
                .replace("elder.idNumber]", "elder.idNumber, elder.phone]"));
    desk.publish("elder-bus-card", "2", second, false, "designer");
    assertThat(hall.get(CatalogueRoom.class).current("elder-bus-card").key().version())
        .isEqualTo("1");
    hall.today("2026-06-10");
    assertThat(hall.get(CatalogueRoom.class).current("elder-bus-card").key().version())
        .isEqualTo("2");
    assertThat(story(number, TestHall.MEI).service()).isEqualTo("elder-bus-card@1");
    assertThat(
            hall.count(
                "office.audit where action = 'service-publish' and subject like 'elder-bus-card%'"))
        .isEqualTo(2);
  }

  private static String fileBusCard(String key) {
    String answers =
        """
        {"elder": {"name": "李桂兰", "birthDate": "1940-06-06", "idNumber": "14041119400606046X"}}
        """;
    return hall.get(Filing.class)
        .file(
            FilingRequest.of("elder-bus-card", TestHall.json(answers), Map.of(), key), TestHall.MEI)
        .number();
  }

  @Test
  void C02_what_was_published_is_there_after_a_restart() throws IOException {
    hall.today("2026-06-20");
    Map<String, String> texts =
        Map.of(
            "service.yaml",
            BUS_CARD.formatted("2026-06-20").replace("elder-bus-card", "elder-ferry-card"));
    hall.get(DesignDesk.class).publish("elder-ferry-card", "1", texts, false, "designer");
    try (TestHall again = new TestHall(postgres, data)) {
      again.today("2026-06-20");
      assertThat(again.get(CatalogueRoom.class).current("elder-ferry-card").department())
          .isEqualTo("civil-affairs");
      assertThat(again.get(DesignDesk.class).texts("elder-ferry-card", "1")).isEqualTo(texts);
    }
  }

  @Test
  void C03_what_is_wrong_is_told_by_file_and_field() {
    DesignDesk desk = hall.get(DesignDesk.class);
    String wrong = BUS_CARD.formatted("2026-07-01").replace("elder.birthDate", "elder.birthday");
    var checked = desk.check("elder-bus-card", "9", Map.of("service.yaml", wrong));
    assertThat(checked.faults()).isNotEmpty();
    assertThat(checked.schema()).isNull();
    refused(
        "texts",
        () ->
            desk.publish("elder-bus-card", "9", Map.of("service.yaml", wrong), false, "designer"));
    refused("texts", () -> desk.check("x-card", "1", Map.of("../evil", "x")));
    refused("service-id", () -> desk.check("../x", "1", Map.of()));
  }

  @Test
  void D01_a_person_gets_all_that_is_held_about_them() throws IOException {
    hall.today("2026-03-04");
    byte[] pdf = "%PDF-1.7 household %%EOF".getBytes(StandardCharsets.US_ASCII);
    var stored =
        hall.get(Attachments.class).store("mei", "hukou.pdf", new ByteArrayInputStream(pdf));
    String number = filed(Map.of("household-register-elder", new Given(stored.sha256(), null)));
    story(number, CIVIL_CLERK);
    PersonFiles people = hall.get(PersonFiles.class);
    refused("id-number", () -> people.find("14041119950505004Y", "申请 1", PRIVACY));
    refused("reason", () -> people.find(MEI_ID, "", PRIVACY));
    var held = people.find(MEI_ID, "申请 2026-1", PRIVACY);
    assertThat(held.person()).isEqualTo("140*************4X");
    assertThat(held.cases()).extracting(PersonFiles.Case::number).contains(number);
    assertThat(held.reads())
        .anyMatch(r -> r.who().equals("civil") && r.action().equals("case-read"))
        .anyMatch(r -> r.who().equals("privacy") && r.action().equals("person-find"));
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    hall.get(PersonExport.class).write(MEI_ID, "申请 2026-1", PRIVACY, zip);
    Map<String, String> files = unzip(zip.toByteArray());
    assertThat(files.get("cases/" + number + ".json")).contains("李桂兰", "6217000012345678");
    assertThat(files.get("files/" + number + "/" + stored.sha256() + ".pdf"))
        .isEqualTo("%PDF-1.7 household %%EOF");
    assertThat(files.get("person.json")).contains(MEI_ID);
    assertThat(hall.count("office.audit where action = 'person-export'")).isOne();
  }

  private static Map<String, String> unzip(byte[] bytes) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void D02_erasing_refuses_what_is_open_locks_what_must_be_kept_and_removes_the_rest()
      throws IOException {
    hall.today("2026-03-04");
    Caller wang = new Caller("wang", Role.RESIDENT, "", "");
    String id = "140411199303030032";
    hall.register(wang, id);
    byte[] pdf = "%PDF-1.7 wang %%EOF".getBytes(StandardCharsets.US_ASCII);
    var stored = hall.get(Attachments.class).store("wang", "a.pdf", new ByteArrayInputStream(pdf));
    String number =
        hall.get(Filing.class)
            .file(
                FilingRequest.of(
                    "elder-allowance",
                    TestHall.json(TestHall.ELDER),
                    Map.of("household-register-elder", new Given(stored.sha256(), null)),
                    "wang-key-1"),
                wang)
            .number();
    Erasure erasure = hall.get(Erasure.class);
    assertThat(erasure.run(id, false, "申请 7", PRIVACY).cases())
        .extracting(Erasure.Outcome::done)
        .containsExactly("refused");
    act(number, Verb.NOT_ACCEPT, CIVIL_CLERK);
    hall.get(Ratings.class).rate(number, 1, "online", Map.of(), "我是王强", wang);
    assertThat(erasure.run(id, false, "申请 8", PRIVACY).cases())
        .extracting(Erasure.Outcome::done)
        .containsExactly("restricted");
    assertThat(story(number, CIVIL_CLERK).masked()).isTrue();
    assertThat(story(number, wang).masked()).isFalse();
    Attachments.Kept file =
        hall.get(Attachments.class).ofCase(number, stored.sha256()).orElseThrow();
    assertThat(file.exists()).isTrue();
    hall.today("2036-03-04");
    var done = erasure.run(id, false, "申请 9", PRIVACY);
    assertThat(done.cases()).extracting(Erasure.Outcome::done).containsExactly("erased");
    assertThat(done.closedAccounts()).containsExactly("wang");
    assertThat(file.exists()).isFalse();
    assertThat(hall.count("serve.case_content where number = '" + number + "'")).isZero();
    assertThat(hall.count("serve.rating where comment like '%王强%'")).isZero();
    assertThat(hall.count("office.staff where name = 'wang'")).isZero();
    assertThat(hall.get(Supervision.class).broken(List.of(number))).isEmpty();
    assertThat(story(number, CIVIL_CLERK).answers()).isEmpty();
    refused("no-person", () -> erasure.run(id, false, "申请 10", PRIVACY));
  }

  @Test
  void E01_people_are_asked_answer_once_and_hear_what_was_done() {
    hall.today("2026-03-04");
    Consultations consultations = hall.get(Consultations.class);
    long id =
        consultations.create(
            new Consultations.Draft(
                new Consultations.Said("光明路公交站", null),
                new Consultations.Said("设在路口还是医院门口？", "At the crossing or at the hospital?"),
                List.of(
                    new Consultations.Choice("crossing", "路口", "Crossing"),
                    new Consultations.Choice("hospital", "医院", "Hospital")),
                null,
                LocalDate.of(2026, 3, 10)),
            "supervisor");
    consultations.answer(id, "hospital", "老人走不动", RESIDENT.account());
    refused("answered", () -> consultations.answer(id, "crossing", "", RESIDENT.account()));
    refused("answer", () -> consultations.answer(id, "moon", "", "other"));
    Consultations.Said heard = new Consultations.Said("多数选医院", "Most want the hospital");
    refused("not-closed", () -> consultations.reply(id, heard, heard, "supervisor"));
    assertThat(
            hall.jdbc
                .sql("select sealed from serve.consultation_answer")
                .query((row, _) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list())
        .noneMatch(text -> text.contains("老人"));
    hall.today("2026-03-11");
    refused("not-open", () -> consultations.answer(id, "hospital", "", "other"));
    assertThat(consultations.heard(id).choices()).containsEntry("hospital", 1);
    assertThat(consultations.heard(id).opinions()).containsExactly("老人走不动");
    consultations.reply(
        id, heard, new Consultations.Said("站设在医院", "The stop is there"), "supervisor");
    var shown = consultations.list("mei", false).getFirst();
    assertThat(shown.state()).isEqualTo("replied");
    assertThat(shown.answered()).isTrue();
    while (hall.get(OutboxSender.class).send() > 0) {
      assertThat(shown.id()).isEqualTo(id);
    }
    assertThat(hall.get(Notices.class).of("mei")).anyMatch(n -> n.zh().contains("站设在医院"));
  }
}
