package org.ronghe.serve.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.engines.casework.Verb;
import org.ronghe.engines.form.Answers;
import org.ronghe.engines.rule.Explanation;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.staff.Role;
import org.ronghe.serve.catalogue.Eligibility;

/// You can; you lack X; this would change it: the decisions of the shipped services, before and
/// after filing.
class EligibilityStoriesTest {
  private static final String FIVE_MONTHS =
      """
      {"applicant": {"name": "王强", "sex": "male", "birthDate": "1993-03-03",
         "idNumber": "140411199303030032", "householdAddress": "武乡县丰州镇 8 号",
         "address": "上党区韩店街道光明路 6 号", "phone": "13800000001"},
       "residence": {"since": "2025-10-01", "basis": "home"}}
      """;
  private static final Caller CLERK =
      new Caller("clerk.public-security", Role.CLERK, "public-security", "hall");

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

  private static Eligibility.Verdict ask(String subject, String answers) {
    hall.today("2026-03-02");
    return hall.get(Eligibility.class)
        .of(subject, TestHall.JSON.convertValue(TestHall.json(answers), Map.class));
  }

  private static Eligibility.Decided decided(String subject, String answers) {
    return ask(subject, answers).decisions().getFirst();
  }

  private static String file(String answers) {
    FilingRequest request =
        FilingRequest.of(
            "residence-permit",
            TestHall.json(answers),
            Map.of(),
            "eligible-%06d".formatted(++keys));
    return hall.get(Filing.class).file(request, TestHall.MEI).number();
  }

  private static CaseViews.Story story(String number, Caller who) {
    return hall.get(CaseViews.class).story(number, who).orElseThrow();
  }

  @Test
  void A01_you_can_with_the_clause() {
    Eligibility.Verdict told =
        ask(
            "residence-permit",
            "{\"residence\": {\"since\": \"2025-08-01\", \"basis\": \"work\"}}");
    assertThat(told.verdict()).isEqualTo(Answers.Verdict.YES);
    Explanation.Line last = told.decisions().getFirst().lines().getLast();
    assertThat(last.decision()).isEqualTo("eligible");
    assertThat(last.rules())
        .singleElement()
        .satisfies(rule -> {
          assertThat(rule.clause()).isEqualTo("居住证暂行条例第二条");
          assertThat(rule.en()).isEqualTo("Half a year here, with steady work");
        });
  }

  @Test
  void A02_not_yet_and_the_day_that_would_change_it() {
    Eligibility.Decided told =
        decided(
            "residence-permit",
            "{\"residence\": {\"since\": \"2025-10-01\", \"basis\": \"home\"}}");
    assertThat(told.verdict()).isEqualTo(Answers.Verdict.NO);
    assertThat(told.lines())
        .extracting(Explanation.Line::decision, Explanation.Line::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("months", "5"),
            org.assertj.core.groups.Tuple.tuple("eligible", "false"));
    // the day they came is past and cannot change; waiting can
    assertThat(told.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.element()).isEqualTo("day");
          assertThat(change.words().zh()).contains("2026-04-01");
        });
  }

  @Test
  void A03_what_is_not_answered_is_asked_and_never_assumed() {
    Eligibility.Decided told =
        decided("disability-allowances", "{\"disability\": {\"poor\": true}}");
    assertThat(told.verdict()).isEqualTo(Answers.Verdict.UNKNOWN);
    assertThat(told.missing())
        .singleElement()
        .satisfies(asked -> {
          assertThat(asked.element()).isEqualTo("disability.level");
          assertThat(asked.name().zh()).isEqualTo("残疾等级");
        });
    assertThat(told.changes()).isEmpty();
    assertThat(ask("disability-allowances", "{}").verdict()).isEqualTo(Answers.Verdict.UNKNOWN);
  }

  @Test
  void A04_a_fact_of_life_is_no_advice() {
    Eligibility.Decided told =
        decided(
            "disability-allowances", "{\"disability\": {\"level\": \"three\", \"poor\": false}}");
    assertThat(told.verdict()).isEqualTo(Answers.Verdict.NO);
    assertThat(told.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.element()).isEqualTo("disability.poor");
          assertThat(change.words().zh()).contains("是否低保家庭").contains("是（现在是 否）");
        });
  }

  @Test
  void A05_money_the_nearest_figure_that_would_change_it() {
    Eligibility.Decided told =
        decided("subsistence-allowance", "{\"household\": {\"members\": 3, \"income\": 3000}}");
    assertThat(told.verdict()).isEqualTo(Answers.Verdict.NO);
    assertThat(told.changes())
        .anySatisfy(change -> {
          assertThat(change.element()).isEqualTo("household.income");
          assertThat(change.words().en()).contains("monthly income").contains("2099");
        });
  }

  @Test
  void A06_each_of_a_couple_has_an_age_of_their_own() {
    String both =
        """
        {"applicant": {"sex": "male", "birthDate": "2005-01-01"},
         "spouse": {"sex": "female", "birthDate": "2005-01-01"}}
        """;
    Eligibility.Decided told = decided("marriage-registration", both);
    assertThat(told.verdict()).isEqualTo(Answers.Verdict.NO);
    assertThat(told.lines())
        .filteredOn(line -> line.decision().equals("one") || line.decision().equals("other"))
        .extracting(Explanation.Line::value)
        .containsExactly("false", "true");
    assertThat(told.changes().getFirst().words().zh()).contains("2027-01-01");
  }

  @Test
  void A07_a_bundle_asks_the_rules_of_each_of_its_services() {
    Eligibility.Verdict told =
        ask("disability", "{\"disability\": {\"level\": \"three\", \"poor\": false}}");
    assertThat(told.decisions())
        .extracting(Eligibility.Decided::service)
        .containsExactly("disability-allowances");
    assertThat(told.verdict()).isEqualTo(Answers.Verdict.NO);
  }

  @Test
  void B01_who_is_told_no_may_file_and_the_case_keeps_what_was_told() {
    hall.today("2026-03-02");
    String number = file(FIVE_MONTHS);
    CaseViews.Story mine = story(number, TestHall.MEI);
    assertThat(mine.file().status()).isEqualTo("filed");
    assertThat(mine.events().getFirst().data().path("advice").asString()).isEqualTo("NO");
    hall.today("2026-06-02");
    // looked at later, it is still what was told on the day
    Eligibility.Verdict later = Objects.requireNonNull(story(number, CLERK).advice());
    assertThat(later.verdict()).isEqualTo(Answers.Verdict.NO);
    assertThat(later.decisions().getFirst().lines().getFirst().value()).isEqualTo("5");
    assertThat(hall.get(Supervision.class).broken(List.of(number))).isEmpty();
  }

  @Test
  void B02_the_log_holds_no_answer_only_the_verdict() {
    hall.today("2026-03-02");
    String number = file(FIVE_MONTHS);
    String data =
        hall.jdbc
            .sql("select data from serve.case_event where number = ?")
            .param(number)
            .query(String.class)
            .single();
    assertThat(data).contains("\"advice\":\"NO\"").doesNotContain("2025-10-01");
  }

  @Test
  void B03_eyes_that_may_not_see_the_answers_see_the_verdict_only() {
    hall.today("2026-03-02");
    String number = file(FIVE_MONTHS);
    Caller supervisor = new Caller("super", Role.SUPERVISOR, "", "");
    Eligibility.Verdict seen = Objects.requireNonNull(story(number, supervisor).advice());
    assertThat(seen.verdict()).isEqualTo(Answers.Verdict.NO);
    assertThat(seen.decisions().getFirst().lines()).isEmpty();
  }

  @Test
  void B04_corrected_answers_are_judged_anew() {
    hall.today("2026-03-02");
    String number = file(FIVE_MONTHS);
    hall.get(CaseDesk.class).act(number, Action.of(Verb.RETURN, "居住起始日期有误"), CLERK);
    Action corrected =
        new Action(
            Verb.CORRECT,
            "",
            "",
            List.of(),
            "",
            "",
            "",
            TestHall.json(FIVE_MONTHS.replace("2025-10-01", "2025-08-01")),
            Map.of(),
            0);
    hall.get(CaseDesk.class).act(number, corrected, TestHall.MEI);
    assertThat(story(number, TestHall.MEI).events())
        .extracting(told -> told.data().path("advice").asString(""))
        .containsExactly("NO", "", "YES");
  }
}
