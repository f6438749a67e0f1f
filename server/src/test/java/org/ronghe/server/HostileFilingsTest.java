package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.office.audit.Audit;
import org.ronghe.server.HostileFilings.Attack;
import org.ronghe.server.HostileFilings.Family;
import org.ronghe.server.HostileFilings.World;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Ten thousand filings nobody should send, over real HTTP through all doors of a whole county.
/// Each is told what is wrong with it; afterwards everything is as before but for the audit.
@TestMethodOrder(MethodOrderer.MethodName.class)
class HostileFilingsTest {
  private static final int FILINGS = 10_000;
  private static final int HEAVY = 40;
  private static final int SENDERS = 4;
  private static final long SEED = 20_261_126;

  /// Nothing of our inside, nothing a browser could take for mark-up, nothing invisible.
  private static final Pattern NOT_TOLD =
      Pattern.compile(
          "[<>\\p{Cc}&&[^\\n]]|[\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]|Exception|\\bat org\\.|org\\.ronghe|springframework|jackson|postgres|Tomcat");

  @TempDir static Path data;
  private static TestCounty county;
  private static final List<World> WORLDS = new ArrayList<>();

  @BeforeAll
  static void open() throws InterruptedException {
    county = TestCounty.start(data);
    Visitor admin = county.firstAdministrator();
    Visitor victim = county.resident("victim");
    String file = upload(victim);
    String othersCase = file(victim, "victims-own-key");
    String licence = licence(admin, victim);
    Visitor helper = county.user(admin, "helper1", "HELPER");
    helper.get("/api/v1/session");
    for (int i = 0; i < SENDERS; i++) {
      Visitor me = county.resident("mei" + i);
      me.get("/api/v1/session");
      Visitor careless = county.visitor().withoutCsrf();
      careless.signIn("mei" + i, TestCounty.OWN_PASSWORD);
      Visitor expired = county.visitor();
      expired.signIn("mei" + i, TestCounty.OWN_PASSWORD);
      expired.get("/api/v1/session");
      expired.delete("/api/v1/session");
      expired.get("/api/v1/session");
      String key = "filed-once-" + i;
      WORLDS.add(
          new World(me, helper, careless, expired, key, file(me, key), othersCase, file, licence));
    }
    while (count("serve.outbox where sent_at is null") > 0) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  @AfterAll
  static void stop() {
    county.close();
  }

  private static String upload(Visitor by) {
    byte[] png = HostileFilings.png(new SplittableRandom(SEED), 300);
    var stored =
        by.sendBytes("POST", "/api/v1/serve/attachments?name=mine.png", Map.of(), png).json();
    return stored.path("sha256").asString();
  }

  private static String file(Visitor by, String key) {
    var answer =
        by.sendBytes(
            "POST",
            "/api/v1/serve/cases",
            Map.of("Content-Type", "application/json", "Idempotency-Key", key),
            HostileFilings.filing(HostileFilings.BIRTH)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("number").asString();
  }

  /// The victim's certificate of vaccination, given by two desks.
  private static String licence(Visitor admin, Visitor victim) {
    String filing =
        """
        {"service": "vaccination-certificate", "answers": {
          "child": {"name": "王安", "sex": "female", "birthDate": "2026-11-20"},
          "vaccination": {"place": "韩店街道社区卫生服务中心"},
          "mother": {"name": "李梅"}, "applicant": {"phone": "13800000001"}}}
        """;
    String number =
        victim
            .sendBytes(
                "POST",
                "/api/v1/serve/cases",
                Map.of("Content-Type", "application/json", "Idempotency-Key", "victims-licence"),
                filing.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .json()
            .path("number")
            .asString();
    Visitor clerk = county.desk(admin, "clerk1", "CLERK", "health");
    Visitor reviewer = county.desk(admin, "reviewer1", "REVIEWER", "health");
    clerk.post("/api/v1/serve/cases/" + number + "/accept", Map.of());
    reviewer.post("/api/v1/serve/cases/" + number + "/approve", Map.of());
    var issued = clerk.post("/api/v1/serve/cases/" + number + "/issue", Map.of());
    assertThat(issued.status()).as(issued.body()).isEqualTo(200);
    return victim.get("/api/v1/serve/licences").json().get(0).path("number").asString();
  }

  @Test
  void A01_each_is_answered_clearly_and_leaves_nothing_but_the_audit() throws IOException {
    Map<String, Long> before = tables();
    List<String> filesBefore = files();
    Map<String, Integer> sent = new ConcurrentSkipListMap<>();
    Map<String, String> wrong = new ConcurrentSkipListMap<>();
    List<Map.Entry<String, Family>> light = List.copyOf(HostileFilings.families().entrySet());
    List<Map.Entry<String, Family>> heavy = List.copyOf(HostileFilings.heavyFamilies().entrySet());
    IntStream.range(0, SENDERS)
        .mapToObj(sender ->
            Thread.ofVirtual()
                .start(() -> {
                  for (int i = sender; i < FILINGS; i += SENDERS) {
                    boolean isHeavy = i < HEAVY;
                    var family =
                        (isHeavy ? heavy : light)
                            .get((i / SENDERS) % (isHeavy ? heavy : light).size());
                    judge(
                        family.getKey(),
                        family
                            .getValue()
                            .attack(WORLDS.get(sender), new SplittableRandom(SEED + i)),
                        wrong);
                    sent.merge(family.getKey(), 1, Integer::sum);
                  }
                }))
        .toList()
        .forEach(HostileFilingsTest::join);
    assertThat(wrong.values()).isEmpty();
    assertThat(sent.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(FILINGS);
    assertThat(sent).hasSize(light.size() + heavy.size());
    assertThat(tables()).isEqualTo(before);
    assertThat(files()).isEqualTo(filesBefore);
  }

  @Test
  void A02_who_tried_what_stands_in_an_unbroken_audit() {
    assertThat(count("office.audit where action = 'filing-refused' and who like 'mei%'"))
        .isGreaterThan(1_000);
    assertThat(county.running.part(Audit.class).broken()).isEmpty();
  }

  private static void judge(String family, Attack attack, Map<String, String> wrong) {
    Visitor.Answer answer;
    try {
      answer = attack.send();
    } catch (RuntimeException lost) {
      wrong.put(family, family + ": no answer, " + lost);
      return;
    }
    String why = attack.repeats() ? notRepeated(attack, answer) : notTold(attack, answer);
    if (why != null) {
      String body =
          new String(
              attack.body(),
              0,
              Math.min(400, attack.body().length),
              java.nio.charset.StandardCharsets.UTF_8);
      wrong.put(
          family,
          "%s: %s%n  %s %s %s%n  %s %s"
              .formatted(
                  family,
                  why,
                  attack.method(),
                  attack.path(),
                  body,
                  answer.status(),
                  answer.body()));
    }
  }

  private static @Nullable String notRepeated(Attack attack, Visitor.Answer answer) {
    boolean same =
        answer.status() == 201
            && answer.json().path("repeated").asBoolean()
            && answer.json().path("number").asString().equals(attack.names());
    return same ? null : "not the case filed before";
  }

  private static @Nullable String notTold(Attack attack, Visitor.Answer answer) {
    if (answer.status() < 400 || answer.status() >= 500) {
      return "no refusal";
    }
    if (!answer.header("Content-Type").startsWith("application/problem+json")) {
      return "no problem";
    }
    JsonNode told;
    try {
      told = answer.json();
    } catch (JacksonException broken) {
      return "no JSON";
    }
    boolean words =
        !told.path("code").asString("").isEmpty()
            && told.path("zh").asString("").codePoints().anyMatch(Character::isIdeographic)
            && told.path("en").asString("").contains(" ");
    if (!words) {
      return "no words in both languages";
    }
    if (!answer.body().contains(attack.names())) {
      return "does not name " + attack.names();
    }
    return NOT_TOLD.matcher(answer.body()).find() ? "tells too much" : null;
  }

  /// Rows by table; the monitoring centre's are no business of filings and go on by themselves.
  private static Map<String, Long> tables() {
    Map<String, Long> rows = new TreeMap<>();
    for (String table :
        database()
            .sql(
                """
                select table_schema || '.' || table_name from information_schema.tables
                where table_type = 'BASE TABLE'
                  and table_schema in ('serve', 'office', 'public')
                """)
            .query((row, _) -> row.getString(1))
            .list()) {
      if (!table.equals("office.audit")) {
        rows.put(table, count(table));
      }
    }
    assertThat(rows).containsKeys("serve.case_file", "serve.attachment", "office.staff");
    return rows;
  }

  private static List<String> files() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (String folder : List.of("attachments", "licences")) {
      if (Files.exists(data.resolve(folder))) {
        try (Stream<Path> found = Files.walk(data.resolve(folder))) {
          found.filter(Files::isRegularFile).map(Path::toString).forEach(names::add);
        }
      }
    }
    assertThat(names).isNotEmpty();
    return List.copyOf(names);
  }

  private static long count(String table) {
    return database().sql("select count(*) from " + table).query(Long.class).single();
  }

  private static JdbcClient database() {
    return county.running.part(JdbcClient.class);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
