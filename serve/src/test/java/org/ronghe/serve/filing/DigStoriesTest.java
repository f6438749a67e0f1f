package org.ronghe.serve.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.engines.casework.Verb;
import org.ronghe.engines.dig.Finding;
import org.ronghe.engines.dig.JointOpening;
import org.ronghe.model.event.AlarmChanged;
import org.ronghe.model.event.WorksAlarmed;
import org.ronghe.model.event.WorksClosed;
import org.ronghe.model.event.WorksOpened;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.pack.Words;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.works.OpeningDesk;
import org.ronghe.serve.works.RoadOpening;
import org.ronghe.serve.works.Shapes;
import org.ronghe.serve.works.SiteAlarms;
import org.ronghe.sources.county.CountyPackageReader;
import org.ronghe.sources.county.PackageProgress;

/// A road is to be opened: the application is compared with the sample county below it and with
/// others who want the same ground; they open it once, and the monitoring centre knows.
class DigStoriesTest {
  /// Along 纬一街, metres from the corner of the shipped county.
  private static final String TRENCH =
      "{\"type\":\"LineString\",\"coordinates\":[[113.0420,36.01583],[113.0440,36.01594]]}";

  private static final String DIG =
      """
      {"enterprise": {"name": "上党区供水有限公司", "creditCode": "91140404MA0GT00012"},
       "agent": {"name": "赵平", "idNumber": "140411199303030032", "phone": "13900000002"},
       "dig": {"purpose": "connection", "utility": "water", "road": "纬一街", "area": 24.5, "depth": 1.6,
         "start": "2026-04-13", "end": "2026-04-17", "affectsTraffic": true, "affectsGreen": false,
         "contractor": "上党市政工程队", "shape": %s}}
      """
          .formatted(TRENCH);

  @TempDir static Path data;
  private static EmbeddedPostgres postgres;
  private static TestHall hall;
  private static int keys;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start(data.resolve("postgres"), data.resolve("postgres.log"));
    hall = new TestHall(postgres, data);
    hall.today("2026-03-16");
    hall.register(TestHall.MEI, "14041119950505004X");
    hall.register.county =
        Optional.of(
            CountyPackageReader.read(Path.of("../counties/shangdang"), PackageProgress.SILENT)
                .county()
                .orElseThrow());
  }

  @AfterAll
  static void close() {
    hall.close();
    postgres.close();
  }

  private static OpeningDesk works() {
    return hall.get(OpeningDesk.class);
  }

  private static String filed(String answers) {
    return hall.get(Filing.class)
        .file(
            FilingRequest.of(
                "dig-permit", TestHall.json(answers), Map.of(), "dig-%08d".formatted(++keys)),
            TestHall.MEI)
        .number();
  }

  private static void act(String number, Verb verb, Caller who, String step) {
    hall.get(CaseDesk.class)
        .act(number, new Action(verb, step, "", List.of(), "", "", "", null, Map.of(), 0), who);
  }

  private static void permitted(String number) {
    act(number, Verb.ACCEPT, TestHall.ROADS_CLERK, "");
    act(number, Verb.REVIEW, TestHall.ROADS_REVIEWER, "roads");
    act(number, Verb.REVIEW, TestHall.TRAFFIC_REVIEWER, "traffic");
    act(number, Verb.APPROVE, TestHall.ROADS_APPROVER, "");
    hall.jdbc
        .sql("update serve.payment set status = 'paid' where case_number = ?")
        .param(number)
        .update();
    act(number, Verb.ISSUE, TestHall.ROADS_CLERK, "");
  }

  private static RoadOpening plan(String from, String until) {
    return new RoadOpening(
        "new",
        "",
        "上党区燃气公司",
        "燃气支管改造",
        Utility.GAS,
        "纬一街",
        Shapes.read(TestHall.json(TRENCH)).orElseThrow(),
        0.8,
        1.2,
        LocalDate.parse(from),
        LocalDate.parse(until),
        30,
        false,
        RoadOpening.Stage.PLANNED,
        null,
        "",
        0);
  }

  @Test
  void A01_an_application_enters_the_book_and_leaves_it_when_withdrawn() {
    String number = filed(DIG);
    OpeningDesk.Dossier dossier = works().dossier(number);
    assertThat(dossier.opening().stage()).isEqualTo(RoadOpening.Stage.APPLIED);
    assertThat(dossier.opening().who()).isEqualTo("上党区供水有限公司");
    act(number, Verb.WITHDRAW, TestHall.MEI, "");
    assertThat(works().current()).noneMatch(one -> one.id().equals(number));
  }

  @Test
  void A02_lines_of_the_county_below_are_found_and_their_owners_told() {
    String number = filed(DIG);
    OpeningDesk.Dossier dossier = works().dossier(number);
    List<Finding> lines =
        dossier.checked().findings().stream()
            .filter(f -> f instanceof Finding.Crosses || f instanceof Finding.TooClose)
            .toList();
    assertThat(lines).isNotEmpty();
    assertThat(dossier.notices()).isNotEmpty();
    assertThat(dossier.notices().getFirst().zh()).contains("纬一街", "2026-04-13");
    act(number, Verb.WITHDRAW, TestHall.MEI, "");
  }

  @Test
  void B01_two_open_the_street_once() {
    RoadOpening plan = works().plan(plan("2026-05-06", "2026-05-20"), TestHall.ROADS_CLERK);
    String number = filed(DIG);
    JointOpening proposed = works().dossier(number).checked().joint().orElseThrow();
    assertThat(proposed.members()).containsExactlyInAnyOrder(number, plan.id());
    assertThat(proposed.saved_m()).isGreaterThan(150);
    JointOpening joint = works().join(number, TestHall.ROADS_APPROVER);
    assertThat(works().dossier(number).opening().from()).isEqualTo(joint.from());
    assertThat(works().dossier(plan.id()).opening().from()).isEqualTo(joint.from());
    assertThat(works().dossier(number).opening().joint()).isEqualTo("JOINT-" + number);
    // what is one opening no longer meets itself
    assertThat(works().dossier(number).checked().findings())
        .noneMatch(Finding.Meets.class::isInstance);
    act(number, Verb.WITHDRAW, TestHall.MEI, "");
  }

  @Test
  void C01_open_ground_is_told_and_alarms_come_back() {
    String number = filed(DIG);
    assertThatThrownBy(() -> works().open(number, "13900000002", TestHall.MEI))
        .isInstanceOf(Problem.class);
    permitted(number);
    works().open(number, "13900000002", TestHall.MEI);
    WorksOpened opened =
        hall.heard.stream()
            .filter(WorksOpened.class::isInstance)
            .map(WorksOpened.class::cast)
            .filter(event -> event.works().id().equals(number))
            .findFirst()
            .orElseThrow();
    assertThat(opened.works().area().getLength()).isPositive();
    assertThat(opened.works().phone()).isEqualTo("13900000002");

    WorksAlarmed alarm =
        new WorksAlarmed(
            number,
            7,
            "W.CD.P1",
            "纬一街压力",
            "water.pressure/low",
            new Words("压力低", "Pressure low"),
            2,
            AlarmChanged.Change.RAISED,
            Instant.parse("2026-03-16T05:00:00Z"),
            12.4);
    // as the registry of events delivers it: at least once
    hall.get(SiteAlarms.class).on(alarm);
    hall.get(SiteAlarms.class).on(alarm);
    assertThat(works().dossier(number).alarms()).hasSize(1);
    while (hall.get(OutboxSender.class).send() > 0) {
      // until the outbox is empty
    }
    assertThat(hall.get(Notices.class).of("mei"))
        .filteredOn(notice -> notice.zh().contains("工地旁 12 m"))
        .hasSize(1);

    works().close(number, TestHall.MEI);
    assertThat(hall.heard)
        .anyMatch(event -> event instanceof WorksClosed closed && closed.worksId().equals(number));
    assertThat(works().current()).noneMatch(one -> one.id().equals(number));
  }

  @Test
  void D01_what_was_mended_stays_closed() {
    String number =
        filed(
            DIG.replace("113.0420,36.01583", "113.0620,36.01696")
                .replace("113.0440,36.01594", "113.0640,36.01708"));
    permitted(number);
    works().open(number, "", TestHall.ROADS_CLERK);
    works().close(number, TestHall.ROADS_CLERK);
    RoadOpening again = works().dossier(number).opening();
    assertThat(works().check(fresh(again)).findings())
        .anySatisfy(finding ->
            assertThat(finding)
                .isInstanceOfSatisfying(
                    Finding.Embargo.class,
                    embargo ->
                        assertThat(embargo.until()).isEqualTo(LocalDate.parse("2029-03-16"))));
  }

  private static RoadOpening fresh(RoadOpening o) {
    return new RoadOpening(
        "new",
        o.account(),
        o.who(),
        o.title(),
        o.utility(),
        o.road(),
        o.trench(),
        o.width_m(),
        o.depth_m(),
        o.from(),
        o.until(),
        0,
        false,
        RoadOpening.Stage.APPLIED,
        null,
        "",
        0);
  }
}
