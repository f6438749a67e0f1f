package org.ronghe.serve.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.Role;

/// What a village helper's tablet sends when it is back in reach: for somebody else, with their
/// consent, perhaps days after it was filled in, perhaps twice.
class VillageStoriesTest {
  private static final String SERVICE = "elder-allowance";
  private static final String[] PEOPLE = {
    "14041119400606046X", "14041119950505004X", "140411199303030032"
  };
  private static final Caller HELPER = new Caller("helper", Role.HELPER, "", "");
  private static final Caller OTHER_HELPER = new Caller("helper2", Role.HELPER, "", "");

  @TempDir static Path data;
  private static EmbeddedPostgres postgres;
  private static TestHall hall;
  private static int keys;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start(data.resolve("postgres"), data.resolve("postgres.log"));
    hall = new TestHall(postgres, data);
    hall.today("2026-03-04");
  }

  @AfterAll
  static void close() {
    hall.close();
    postgres.close();
  }

  private static String key() {
    return "tablet-%08d".formatted(++keys);
  }

  private static FilingRequest request(
      String idNumber,
      String key,
      @Nullable Instant agreed,
      @Nullable String paper,
      Map<String, String> versions,
      boolean alone) {
    return new FilingRequest(
        SERVICE,
        TestHall.json(TestHall.ELDER),
        Map.of(),
        Set.of(),
        key,
        new FilingRequest.Person("李桂兰", idNumber, "signed", agreed, paper),
        versions,
        alone);
  }

  private static Receipt file(FilingRequest request) {
    return hall.get(Filing.class).file(request, HELPER);
  }

  private static String version() {
    return hall.get(org.ronghe.serve.catalogue.CatalogueRoom.class)
        .current(SERVICE)
        .key()
        .version();
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

  private static Instant ago(int days) {
    return hall.clock.now.minus(Duration.ofDays(days));
  }

  @Test
  void A01_how_and_when_they_agreed_and_what_they_signed_stay_with_the_case() {
    hall.today("2026-03-04");
    byte[] photo = "%PDF-1.7 I agree %%EOF".getBytes(StandardCharsets.US_ASCII);
    String paper =
        hall.get(Attachments.class)
            .store("helper", "同意书.pdf", new ByteArrayInputStream(photo))
            .sha256();
    Receipt receipt = file(request(PEOPLE[0], key(), ago(2), paper, Map.of(), false));
    String told =
        hall.jdbc
            .sql("select data from serve.case_event where number = ? and seq = 1")
            .param(receipt.number())
            .query(String.class)
            .single();
    assertThat(told)
        .contains("\"consent\":\"signed\"", "\"consentAt\":\"2026-03-02T04:00:00Z\"", paper);
    assertThat(hall.get(Attachments.class).ofCase(receipt.number(), paper)).isPresent();
    CaseViews.Story seen = hall.get(CaseViews.class).story(receipt.number(), HELPER).orElseThrow();
    assertThat(seen.masked()).isTrue();
    refused(
        "foreign-material",
        () ->
            hall.get(Filing.class)
                .file(request(PEOPLE[0], key(), ago(0), paper, Map.of(), false), OTHER_HELPER));
  }

  @Test
  void A02_a_form_of_an_older_version_comes_back_with_both_versions() {
    hall.today("2026-03-04");
    Problem problem =
        refused(
            "version-changed",
            () -> file(request(PEOPLE[0], key(), ago(1), null, Map.of(SERVICE, "0.9"), false)));
    var changed =
        (List<?>) Objects.requireNonNull(problem.getBody().getProperties()).get("changed");
    assertThat(String.valueOf(changed)).contains("seen=0.9", "now=" + version());
    assertThat(file(request(PEOPLE[0], key(), ago(1), null, Map.of(SERVICE, version()), false)))
        .extracting(Receipt::repeated)
        .isEqualTo(false);
  }

  @Test
  void A03_a_consent_lasts_thirty_days_and_cannot_lie_ahead() {
    hall.today("2026-03-04");
    assertThat(file(request(PEOPLE[0], key(), ago(30), null, Map.of(), false)).repeated())
        .isFalse();
    refused(
        "consent-expired", () -> file(request(PEOPLE[0], key(), ago(31), null, Map.of(), false)));
    refused("consent-time", () -> file(request(PEOPLE[0], key(), ago(-1), null, Map.of(), false)));
  }

  @Test
  void B01_an_answer_that_was_lost_is_given_again_whatever_changed_since() {
    hall.today("2026-03-04");
    String key = key();
    Receipt first = file(request(PEOPLE[1], key, ago(0), null, Map.of(SERVICE, version()), true));
    hall.today("2026-05-04");
    Instant then = first.dueOn() == null ? Instant.EPOCH : ago(61);
    Receipt again = file(request(PEOPLE[1], key, then, null, Map.of(SERVICE, "0.9"), true));
    assertThat(again.number()).isEqualTo(first.number());
    assertThat(again.repeated()).isTrue();
  }

  @Test
  void B02_two_tablets_with_one_wish_open_one_case_and_the_second_is_told_of_the_first() {
    hall.today("2026-03-04");
    long before = hall.count("serve.case_file");
    List<CompletableFuture<String>> both = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      FilingRequest one = request(PEOPLE[2], key(), ago(0), null, Map.of(), true);
      both.add(
          CompletableFuture.supplyAsync(() -> {
            try {
              return file(one).number();
            } catch (Problem told) {
              return told.member("code") + " " + told.member("number");
            }
          }));
    }
    List<String> answers = both.stream().map(CompletableFuture::join).toList();
    assertThat(hall.count("serve.case_file")).isEqualTo(before + 1);
    String number = answers.stream().filter(one -> !one.contains(" ")).findFirst().orElseThrow();
    assertThat(answers).filteredOn(("already-open " + number)::equals).hasSize(5);
    assertThat(
            hall.jdbc
                .sql(
                    "select count(*) from office.audit where action = 'case-already-open' and subject = ?")
                .param(number)
                .query(Long.class)
                .single())
        .isEqualTo(5);
    assertThat(file(request(PEOPLE[2], key(), ago(0), null, Map.of(), false)).number())
        .isNotEqualTo(number);
  }
}
