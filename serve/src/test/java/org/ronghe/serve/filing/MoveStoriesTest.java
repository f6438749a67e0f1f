package org.ronghe.serve.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.engines.casework.Verb;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.Role;
import org.ronghe.serve.design.DesignDesk;

/// A newer version takes open cases along where that is better for their applicants.
class MoveStoriesTest {
  private static final Caller CLERK = new Caller("civil", Role.CLERK, "civil-affairs", "hall");
  private static final Caller REVIEWER =
      new Caller("civil.r", Role.REVIEWER, "civil-affairs", "hall");

  @TempDir static Path data;
  private static EmbeddedPostgres postgres;
  private static TestHall hall;
  private static int keys;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start(data.resolve("postgres"), data.resolve("postgres.log"));
    hall = new TestHall(postgres, data);
    hall.today("2026-03-02");
    hall.register(TestHall.MEI, "14041119950505004X");
  }

  @AfterAll
  static void close() {
    hall.close();
    postgres.close();
  }

  private static String filed() {
    FilingRequest request =
        FilingRequest.of(
            "elder-allowance",
            TestHall.json(TestHall.ELDER),
            Map.of(),
            "moves-%08d".formatted(++keys));
    return hall.get(Filing.class).file(request, TestHall.MEI).number();
  }

  private static CaseViews.Story story(String number) {
    return hall.get(CaseViews.class).story(number, TestHall.MEI).orElseThrow();
  }

  /// The shipped allowance as another version that takes old cases along.
  private static Map<String, String> version(String version, String from, String... changes)
      throws IOException {
    String text =
        Files.readString(Path.of("../packs/services/elder-allowance/1/service.yaml"))
            .replace("version: \"1\"", "version: \"" + version + "\"\nold_cases: migrate")
            .replace("effective_from: 2026-01-01", "effective_from: " + from);
    for (int i = 0; i < changes.length; i += 2) {
      assertThat(text).contains(changes[i]);
      text = text.replace(changes[i], changes[i + 1]);
    }
    return Map.of("service.yaml", text);
  }

  private static void publish(String version, Map<String, String> texts, boolean sure) {
    hall.get(DesignDesk.class).publish("elder-allowance", version, texts, sure, "designer");
  }

  @Test
  void A01_fewer_papers_and_a_shorter_promise_reach_back_and_the_applicant_is_told()
      throws IOException {
    hall.today("2026-03-02");
    String accepted = filed();
    hall.today("2026-03-03");
    hall.get(CaseDesk.class).act(accepted, Action.of(Verb.ACCEPT), CLERK);
    assertThat(story(accepted).file().dueOn()).isEqualTo(LocalDate.of(2026, 3, 10));
    String decided = filed();
    hall.get(CaseDesk.class).act(decided, Action.of(Verb.ACCEPT), CLERK);
    hall.get(CaseDesk.class).act(decided, Action.of(Verb.APPROVE), REVIEWER);
    Map<String, String> better =
        version(
            "2",
            "2026-03-04",
            "promise_day: 5",
            "promise_day: 3",
            "  - {id: household-register-elder, zh: 老人户口簿, en: Household register, of: elder, licences: [household-register], channel: 政府部门核发}\n",
            "");
    hall.today("2026-03-04");
    Moves.Preview preview =
        Objects.requireNonNull(
            hall.get(DesignDesk.class).check("elder-allowance", "2", better).moves());
    assertThat(preview.moves()).isEqualTo(1);
    assertThat(preview.some().getFirst().number()).isEqualTo(accepted);
    assertThat(preview.some().getFirst().gains())
        .extracting(words -> words.en())
        .containsExactly(
            "no longer wanted: Household register", "the promise is shorter: 3 instead of 5");
    assertThat(preview.stays()).isEqualTo(1);
    assertThat(preview.why().getFirst().why().en()).contains("not changed any more");
    // a move cannot be undone: it asks first, and nothing has happened yet
    assertThatThrownBy(() -> publish("2", better, false))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.member("code")).isEqualTo("migrate-unsure"));
    assertThat(story(accepted).service()).isEqualTo("elder-allowance@1");
    publish("2", better, true);
    CaseViews.Story moved = story(accepted);
    assertThat(moved.service()).isEqualTo("elder-allowance@2");
    assertThat(moved.file().dueOn()).isEqualTo(LocalDate.of(2026, 3, 6));
    assertThat(moved.events().getLast().verb()).isEqualTo("migrate");
    assertThat(moved.events().getLast().data().path("from").asString()).isEqualTo("1");
    assertThat(moved.missing()).doesNotContain("household-register-elder");
    assertThat(story(decided).service()).isEqualTo("elder-allowance@1");
    while (hall.get(OutboxSender.class).send() > 0) {
      assertThat(moved.events()).isNotEmpty();
    }
    assertThat(hall.get(Notices.class).of("mei"))
        .anyMatch(
            notice -> notice.number().equals(accepted) && notice.zh().contains("承诺时限由 5 缩短到 3"));
    assertThat(hall.get(Supervision.class).broken(List.of(accepted))).isEmpty();
    // it goes on by the new version to its end
    hall.get(CaseDesk.class).act(accepted, Action.of(Verb.APPROVE), REVIEWER);
    assertThat(story(accepted).file().status()).isEqualTo("issued");
    // run again, nothing moves twice
    assertThat(hall.get(Moves.class).runDue()).isZero();
  }

  @Test
  void A02_what_asks_more_or_takes_longer_leaves_old_cases_alone() throws IOException {
    hall.today("2026-03-09");
    String number = filed();
    String before = Objects.requireNonNull(story(number).service());
    Map<String, String> worse =
        version(
            "3",
            "2026-03-09",
            "materials:\n",
            "materials:\n  - {id: health-proof, zh: 体检证明, en: Health check, of: elder}\n");
    Moves.Preview preview =
        Objects.requireNonNull(
            hall.get(DesignDesk.class).check("elder-allowance", "3", worse).moves());
    assertThat(preview.moves()).isZero();
    assertThat(preview.why()).anyMatch(one -> one.why().zh().contains("要多交：体检证明"));
    publish("3", worse, true);
    assertThat(story(number).service()).isEqualTo(before);
    assertThat(story(number).events()).hasSize(1);
  }

  @Test
  void A03_a_version_that_begins_later_takes_them_along_on_that_day() throws IOException {
    hall.today("2026-03-16");
    String number = filed();
    String before = Objects.requireNonNull(story(number).service());
    Map<String, String> later = version("4", "2026-03-20", "promise_day: 5", "promise_day: 2");
    publish("4", later, true);
    assertThat(story(number).service()).isEqualTo(before);
    hall.today("2026-03-20");
    assertThat(hall.get(Moves.class).runDue()).isPositive();
    assertThat(story(number).service()).isEqualTo("elder-allowance@4");
  }

  @Test
  void A04_nobody_moves_a_case_by_hand() {
    hall.today("2026-03-23");
    String number = filed();
    assertThatThrownBy(() -> hall.get(CaseDesk.class).act(number, Action.of(Verb.MIGRATE), CLERK))
        .isInstanceOf(Problem.class);
  }
}
