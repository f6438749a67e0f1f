package org.ronghe.serve.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.engines.casework.Status;
import org.ronghe.engines.casework.Verb;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.Role;

/// Several departments side by side on a drawn path: the shipped 水电气外线工程并联审批.
class DrawnPathStoriesTest {
  private static final String WORKS =
      """
      {"enterprise": {"name": "上党区供水有限公司", "creditCode": "91140404MA0GT00012"},
       "agent": {"name": "赵平", "idNumber": "140411199303030032", "phone": "13900000002"},
       "connection": {"utilities": ["water"], "address": "上党区光明路 8 号"},
       "dig": {"road": "光明路", "area": 24.5, "depth": 1.6, "start": "2026-04-13",
         "end": "2026-04-17", "affectsTraffic": true, "affectsGreen": true,
         "contractor": "上党市政工程队", "shape": {"type": "Polygon",
           "coordinates": [[[113.05, 36.05], [113.0502, 36.05], [113.0502, 36.0501], [113.05, 36.05]]]}}}
      """;
  private static final Caller PLANNER =
      new Caller("planner", Role.REVIEWER, "natural-resources", "hall");
  private static final Caller PARKS = new Caller("parks", Role.REVIEWER, "landscape", "hall");

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
  }

  @AfterAll
  static void close() {
    hall.close();
    postgres.close();
  }

  /// Filed on 2026-03-16 and accepted on the 17th.
  private static String accepted(String answers) {
    hall.today("2026-03-16");
    FilingRequest request =
        FilingRequest.of(
            "outside-connection-works",
            TestHall.json(answers),
            Map.of(),
            "drawn-%08d".formatted(++keys));
    String number = hall.get(Filing.class).file(request, TestHall.MEI).number();
    hall.today("2026-03-17");
    act(number, Verb.ACCEPT, TestHall.ROADS_CLERK, "");
    return number;
  }

  private static Status act(String number, Verb verb, Caller who, String step) {
    Action action =
        new Action(
            verb,
            step,
            verb.needsReason() ? "现场核查" : "",
            List.of(),
            verb == Verb.SUSPEND ? "INSPECTION" : "",
            verb == Verb.SUSPEND ? "上住建特字〔2026〕1 号" : "",
            "",
            null,
            Map.of(),
            0);
    return hall.get(CaseDesk.class).act(number, action, who);
  }

  private static CaseViews.Story story(String number) {
    return hall.get(CaseViews.class).story(number, TestHall.MEI).orElseThrow();
  }

  private static List<String> verbs(String number) {
    return story(number).events().stream().map(CaseViews.Told::verb).toList();
  }

  private static List<String> open(String number) {
    return story(number).open().stream().map(CaseViews.OpenStep::step).sorted().toList();
  }

  @Test
  void A01_four_departments_at_once_and_the_one_that_is_silent_has_no_objection() {
    String number = accepted(WORKS);
    assertThat(open(number)).containsExactly("green", "planning", "roads", "traffic");
    assertThat(hall.get(CaseViews.class).inbox(PARKS, null, ""))
        .anySatisfy(task -> {
          assertThat(task.number()).isEqualTo(number);
          assertThat(task.stepName().en()).isEqualTo("Parks are consulted");
        });
    assertThat(story(number).timers())
        .singleElement()
        .satisfies(timer -> {
          assertThat(timer.id()).isEqualTo("green-silent");
          assertThat(timer.dueOn()).isEqualTo(LocalDate.of(2026, 3, 20));
        });
    act(number, Verb.REVIEW, TestHall.TRAFFIC_REVIEWER, "traffic");
    act(number, Verb.REVIEW, TestHall.ROADS_REVIEWER, "roads");
    hall.today("2026-03-18");
    assertThat(act(number, Verb.REVIEW, PLANNER, "planning")).isEqualTo(Status.IN_REVIEW);
    // planning is done; the route is posted for two working days
    assertThat(story(number).timers())
        .extracting(CaseViews.Timed::id, CaseViews.Timed::dueOn)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("green-silent", LocalDate.of(2026, 3, 20)),
            org.assertj.core.groups.Tuple.tuple("posted", LocalDate.of(2026, 3, 20)));
    hall.today("2026-03-20");
    hall.get(CaseDesk.class).elapseOverdue();
    assertThat(verbs(number)).doesNotContain("elapse");
    assertThatThrownBy(() -> act(number, Verb.APPROVE, TestHall.ROADS_APPROVER, ""))
        .isInstanceOf(Problem.class);
    hall.today("2026-03-21"); // a Saturday
    assertThat(hall.get(CaseDesk.class).elapseOverdue()).isPositive();
    assertThat(hall.get(CaseDesk.class).elapseOverdue()).isZero();
    assertThat(open(number)).containsExactly("decide");
    assertThat(story(number).timers()).isEmpty();
    hall.today("2026-03-23");
    assertThat(act(number, Verb.APPROVE, TestHall.ROADS_APPROVER, "")).isEqualTo(Status.APPROVED);
    act(number, Verb.ISSUE, TestHall.ROADS_CLERK, "");
    assertThat(act(number, Verb.DELIVER, TestHall.ROADS_CLERK, "")).isEqualTo(Status.DELIVERED);
    assertThat(story(number).events())
        .extracting(CaseViews.Told::verb)
        .containsExactly(
            "file", "accept", "review", "review", "review", "elapse", "elapse", "approve", "issue",
            "deliver");
    assertThat(hall.get(Supervision.class).broken(List.of(number))).isEmpty();
  }

  @Test
  void A02_who_is_not_concerned_is_not_asked_and_the_log_says_which_way_it_went() {
    String number =
        accepted(
            WORKS
                .replace("\"affectsTraffic\": true", "\"affectsTraffic\": false")
                .replace("\"affectsGreen\": true", "\"affectsGreen\": false"));
    assertThat(open(number)).containsExactly("planning", "roads");
    assertThat(story(number).events().getLast().data().path("ways").toString())
        .isEqualTo("[\"f11\",\"f15\"]");
    assertThat(hall.get(CaseViews.class).inbox(PARKS, null, ""))
        .noneMatch(task -> task.number().equals(number));
  }

  @Test
  void A03_an_answer_in_time_stops_the_timer() {
    String number = accepted(WORKS);
    hall.today("2026-03-19");
    act(number, Verb.REVIEW, PARKS, "green");
    assertThat(story(number).timers()).isEmpty();
    hall.today("2026-03-30");
    hall.get(CaseDesk.class).elapseOverdue();
    assertThat(verbs(number)).containsExactly("file", "accept", "review");
    assertThat(open(number)).containsExactly("planning", "roads", "traffic");
  }

  @Test
  void A04_time_that_is_not_counted_stops_the_timer_too() {
    String number = accepted(WORKS);
    hall.today("2026-03-18");
    act(number, Verb.SUSPEND, TestHall.ROADS_REVIEWER, "");
    hall.today("2026-03-24");
    hall.get(CaseDesk.class).elapseOverdue();
    assertThat(verbs(number)).containsExactly("file", "accept", "suspend");
    act(number, Verb.RESUME, TestHall.ROADS_REVIEWER, "");
    LocalDate due = story(number).timers().getFirst().dueOn();
    // the 18th to the 23rd stood still: four working days
    assertThat(due).isEqualTo(LocalDate.of(2026, 3, 26));
    hall.today("2026-03-27");
    hall.get(CaseDesk.class).elapseOverdue();
    assertThat(verbs(number)).containsExactly("file", "accept", "suspend", "resume", "elapse");
  }

  @Test
  void A05_a_desk_that_comes_late_finds_time_was_up() {
    String number = accepted(WORKS);
    hall.today("2026-03-23");
    // the day-keeper has not looked yet; the desk's own deed looks first
    assertThatThrownBy(() -> act(number, Verb.REVIEW, PARKS, "green")).isInstanceOf(Problem.class);
    act(number, Verb.REVIEW, TestHall.ROADS_REVIEWER, "roads");
    assertThat(story(number).events())
        .extracting(CaseViews.Told::verb)
        .containsExactly("file", "accept", "elapse", "review");
    assertThat(story(number).done()).contains("green-silent", "roads").doesNotContain("green");
  }

  @Test
  void A06_nobody_makes_time_pass_by_hand() {
    String number = accepted(WORKS);
    assertThatThrownBy(() -> act(number, Verb.ELAPSE, TestHall.ROADS_REVIEWER, "green-silent"))
        .isInstanceOf(Problem.class);
    assertThat(story(number).may()).doesNotContain("elapse");
  }
}
