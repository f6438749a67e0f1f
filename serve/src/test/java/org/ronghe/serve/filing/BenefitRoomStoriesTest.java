package org.ronghe.serve.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.Role;
import org.ronghe.serve.benefit.BenefitDesk;
import org.ronghe.serve.benefit.MyBenefits;
import org.ronghe.serve.benefit.Neighbours;
import org.ronghe.sources.county.CountyPackageReader;
import org.ronghe.sources.county.PackageProgress;

/// Who may be entitled to what: a resident for themselves, a village helper for the neighbours the
/// law lets them see, a department for those who never asked. The people of the register are
/// synthetic.
class BenefitRoomStoriesTest {
  private static final String VILLAGE = "140404101200";
  private static final String TOWNSHIP = "140404101";
  private static final Caller HELPER = new Caller("helper", Role.HELPER, "", VILLAGE);
  private static final Caller CIVIL = new Caller("civil", Role.CLERK, "civil-affairs", "");
  private static final Caller CIVIL_2 = new Caller("civil2", Role.CLERK, "civil-affairs", "");
  private static final String ANSWERS =
      """
      {"local_hukou": true, "dibao": false, "extreme_poverty": false, "care_need": "none"}
      """;

  @TempDir static Path data;
  private static EmbeddedPostgres postgres;
  private static TestHall hall;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start(data.resolve("postgres"), data.resolve("postgres.log"));
    hall = new TestHall(postgres, data, "org.ronghe.serve.benefit");
    hall.today("2026-03-04");
    hall.register.county =
        CountyPackageReader.read(Path.of("../counties/shangdang"), PackageProgress.SILENT).county();
    hall.register(TestHall.MEI, "14041119400606046X");
  }

  @AfterAll
  static void close() {
    hall.close();
    postgres.close();
  }

  private static Problem refused(String code, Runnable deed) {
    List<Problem> told = new ArrayList<>();
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.member("code")).isEqualTo(code);
              told.add(problem);
            });
    return told.getFirst();
  }

  private static MyBenefits.Mine mine(String answers, String benefit) {
    return hall.get(MyBenefits.class).of(TestHall.MEI, TestHall.json(answers)).benefits().stream()
        .filter(one -> one.entitlement().id().equals(benefit))
        .findFirst()
        .orElseThrow();
  }

  private static Neighbours.Look look(String purpose) {
    return hall.get(BenefitDesk.class).neighbours("", purpose, HELPER);
  }

  private static BenefitDesk.FoundList found(Caller caller) {
    return hall.get(BenefitDesk.class).found("elder-care", TOWNSHIP, "免申即享核查", caller);
  }

  private static FilingRequest request(String key, String service) {
    return new FilingRequest(
        service,
        TestHall.json(TestHall.ELDER),
        Map.of(),
        Set.of(),
        key,
        new FilingRequest.Person("李桂兰", "14041119400606046X", "voice", null, null),
        Map.of(),
        true);
  }

  @Test
  void A01_a_resident_answers_four_questions_and_sees_every_line_with_its_clause() {
    MyBenefits.Mine before = mine("{}", "elder-care");
    assertThat(before.entitlement().eligible()).isNull();
    assertThat(before.entitlement().missing()).contains("local_hukou", "care_need");
    MyBenefits.Mine after = mine(ANSWERS, "elder-care");
    assertThat(after.entitlement().eligible()).isTrue();
    assertThat(after.entitlement().amount()).isEqualByComparingTo("50");
    assertThat(after.entitlement().lines())
        .anyMatch(line -> line.rules().stream().anyMatch(rule -> !rule.clause().isEmpty()));
    assertThat(after.service()).isEqualTo("elder-allowance");
    assertThat(after.filed()).isNull();
    var answer = hall.get(MyBenefits.class).of(TestHall.MEI, TestHall.json("{}"));
    assertThat(answer.known()).extracting(MyBenefits.Known::value).contains("1940-06-06");
    assertThat(answer.questions())
        .allMatch(one -> !one.field().question().zh().isEmpty() && !one.benefits().isEmpty());
  }

  @Test
  void A02_an_answer_that_cannot_be_is_refused() {
    refused("answer", () -> mine("{\"care_need\": \"sometimes\"}", "elder-care"));
    refused("answer", () -> mine("{\"dibao\": \"yes\"}", "elder-care"));
  }

  @Test
  void B01_a_helper_sees_the_own_village_and_what_the_law_lets_see_and_each_look_is_kept() {
    Neighbours.Look look = look("入户走访前了解情况");
    assertThat(look.label()).contains("合成");
    assertThat(look.bases())
        .extracting(Neighbours.Basis::benefit)
        .containsExactly("dibao", "elder-care", "temporary-assistance");
    assertThat(look.bases()).allMatch(one -> !one.basis().zh().isEmpty() && one.example());
    assertThat(look.people())
        .isNotEmpty()
        .allSatisfy(one -> {
          assertThat(one.division()).isEqualTo(VILLAGE);
          assertThat(one.shown()).containsOnlyKeys("age");
          assertThat(one.shown().get("age")).matches("\\d+–\\d+");
        });
    String kept =
        hall.jdbc
            .sql(
                "select detail from office.audit where action = 'benefit-look' and who = 'helper'"
                    + " order by id desc limit 1")
            .query(String.class)
            .single();
    assertThat(kept).contains("入户走访前了解情况", look.people().getFirst().person());
    refused(
        "no-basis", () -> hall.get(BenefitDesk.class).neighbours("basic-pension", "看看", HELPER));
    refused("purpose", () -> look(" "));
    refused(
        "no-village",
        () ->
            hall.get(BenefitDesk.class)
                .neighbours("", "看看", new Caller("helper2", Role.HELPER, "", "")));
  }

  @Test
  void B02_who_does_not_want_to_be_looked_at_is_not() {
    String person = look("走访").people().getFirst().person();
    hall.get(BenefitDesk.class).optOut(person, HELPER);
    assertThat(look("走访").people()).extracting(Neighbours.Found::person).doesNotContain(person);
    refused("no-person", () -> hall.get(BenefitDesk.class).optOut("SYN-1000000", HELPER));
    MyBenefits own = hall.get(MyBenefits.class);
    assertThat(own.isOut(TestHall.MEI)).isFalse();
    own.putOut(TestHall.MEI, true);
    assertThat(own.isOut(TestHall.MEI)).isTrue();
    own.putOut(TestHall.MEI, false);
    assertThat(own.isOut(TestHall.MEI)).isFalse();
  }

  @Test
  void C01_the_department_confirms_one_and_declines_another_each_once() {
    BenefitDesk desk = hall.get(BenefitDesk.class);
    BenefitDesk.FoundList list = found(CIVIL);
    assertThat(list.rows()).hasSizeGreaterThan(2).allMatch(row -> row.decided() == null);
    assertThat(desk.ofDepartment(CIVIL))
        .extracting(Neighbours.Basis::benefit)
        .containsExactly("dibao", "elder-care", "temporary-assistance");
    assertThat(desk.ofDepartment(TestHall.POLICE_CLERK)).isEmpty();
    refused("other-department", () -> found(TestHall.POLICE_CLERK));
    refused("division", () -> desk.found("elder-care", "110101001", "核查", CIVIL));
    String wanted = list.rows().get(0).found().person();
    String unwanted = list.rows().get(1).found().person();
    refused(
        "service", () -> desk.confirm("elder-care", wanted, request("found-0001", "dibao"), CIVIL));
    Receipt receipt =
        desk.confirm("elder-care", wanted, request("found-0001", "elder-allowance"), CIVIL);
    assertThat(mine(ANSWERS, "elder-care").filed()).isEqualTo(receipt.number());
    refused("reason", () -> desk.decline("elder-care", unwanted, " ", CIVIL));
    desk.decline("elder-care", unwanted, "本人不愿意", CIVIL);
    Problem again =
        refused(
            "already-decided",
            () ->
                desk.confirm(
                    "elder-care", wanted, request("found-0002", "elder-allowance"), CIVIL_2));
    assertThat(again.member("decided")).contains(receipt.number());
    refused("already-decided", () -> desk.decline("elder-care", wanted, "错了", CIVIL));
    assertThat(found(CIVIL).rows())
        .filteredOn(row -> row.decided() != null)
        .extracting(row -> String.valueOf(row.decided()))
        .anyMatch(one -> one.contains(receipt.number()))
        .anyMatch(one -> one.contains("本人不愿意"));
  }

  @Test
  void C02_two_clerks_at_once_open_one_case() {
    BenefitDesk desk = hall.get(BenefitDesk.class);
    String person = found(CIVIL).rows().get(2).found().person();
    long before = hall.count("serve.case_file");
    FilingRequest first = second("found-1001");
    FilingRequest other = second("found-1002");
    List<CompletableFuture<String>> both = new ArrayList<>();
    for (FilingRequest one : List.of(first, other)) {
      both.add(
          CompletableFuture.supplyAsync(() -> {
            try {
              return desk.confirm("elder-care", person, one, CIVIL).number();
            } catch (Problem told) {
              return told.member("code");
            }
          }));
    }
    assertThat(both.stream().map(CompletableFuture::join).toList()).contains("already-decided");
    assertThat(hall.count("serve.case_file")).isEqualTo(before + 1);
  }

  private static FilingRequest second(String key) {
    return new FilingRequest(
        "elder-allowance",
        TestHall.json(TestHall.ELDER),
        Map.of(),
        Set.of(),
        key,
        new FilingRequest.Person("王桂花", "14041119950505004X", "voice", null, null),
        Map.of(),
        false);
  }
}
