package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.server.Typed.ronghe;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.office.audit.Audit;
import org.ronghe.serve.filing.Supervision;
import org.ronghe.server.KillSwitch.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The whole program, killed with -9 at the steps of 新生儿出生 and 身后: before a verb is kept, after it
/// is kept and before anyone heard, and the same for what the outbox does. After every kill all
/// that was acknowledged is there, nothing is there twice, and the work goes on to its end.
///
/// Each run kills at every ninth step; `-Dronghe.kill.every=1` kills at all of them in all four
/// ways (about half an hour).
@TestMethodOrder(MethodOrderer.MethodName.class)
class BundleKillTest {
  private static final int EVERY = Integer.getInteger("ronghe.kill.every", 9);
  private static final String SERVE = "/api/v1/serve/";
  private static final String PASSWORD = TestCounty.OWN_PASSWORD;
  private static final List<String> DEPARTMENTS =
      List.of(
          "health",
          "public-security",
          "medical-insurance",
          "tax",
          "human-resources",
          "civil-affairs",
          "traffic-police",
          "housing-fund");

  private static final String NEWBORN =
      """
      {"bundle": "newborn", "answers": {
        "child": {"name": "王安", "sex": "female", "ethnicity": "汉族", "birthDate": "2026-11-20",
          "birthPlace": "上党区人民医院"},
        "birth": {"institution": "上党区人民医院", "outOfWedlock": false},
        "vaccination": {"place": "韩店街道社区卫生服务中心"},
        "mother": {"name": "李梅", "idNumber": "14041119950505004X", "address": "光明路 6 号",
          "bankAccount": "6217000012345678", "bankName": "上党农商银行"},
        "father": {"name": "王强", "idNumber": "140411199303030032"},
        "family": {"children": 1},
        "household": {"settleWith": "mother", "headName": "李梅"},
        "insurance": {"place": "140404100200", "year": 2026},
        "contribution": {"method": "online"},
        "card": {"bank": "上党农商银行", "delivery": "post"},
        "maternity": {"hospital": "上党区人民医院", "kind": "employee", "cost": 4200},
        "guidance": {"way": ["home", "phone"]},
        "applicant": {"phone": "13800000001"}}}
      """;

  private static final String AFTER_DEATH =
      """
      {"bundle": "after-death", "answers": {
        "deceased": {"name": "王德福", "idNumber": "140411194404040114", "sex": "male",
          "birthDate": "1944-04-04", "socialCardNumber": "D12345678", "householdAddress": "光明路 6 号"},
        "death": {"date": "2026-11-20", "place": "韩店街道家中", "kind": "normal",
          "relation": "spouse"},
        "cremation": {"date": "2026-11-22", "place": "长治市殡仪馆"},
        "heir": {"name": "王强", "idNumber": "140411199303030032", "bankAccount": "6217000012345678",
          "bankName": "上党农商银行"},
        "driving": {"fileNumber": "140400123456"},
        "fund": {"account": "140411200012"},
        "agent": {"name": "赵平", "idNumber": "140411198808080014", "phone": "13800000001"}}}
      """;

  /// What desks enter in licences.
  private static final String FACTS =
      """
      {"answers": {"child": {"idNumber": "14041120261120002X", "householdDivision": "140404100200",
         "householdAddress": "光明路 6 号", "householdKind": "family", "socialCardNumber": "D87654321"},
       "birth": {"certificateNumber": "U140000001"}, "death": {"certificateNumber": "D140000001"}}}
      """;

  @TempDir static Path folder;
  private static CountyProcess county;
  private static CountyProcess.Ports ports;
  private static final Map<String, Visitor> SIGNED_IN = new HashMap<>();

  /// Acknowledged verbs by case, in order.
  private static final Map<String, List<String>> DONE = new HashMap<>();

  private static int steps;
  private static int kills;

  /// Something that is to be sent.
  private record Deed(
      String who, String path, String key, String body, String number, String verb) {
    Visitor.Answer send() {
      Map<String, String> headers =
          Map.of("Content-Type", "application/json", "Idempotency-Key", key);
      return visitor(who)
          .sendBytes("POST", SERVE + path, headers, body.getBytes(StandardCharsets.UTF_8));
    }
  }

  @BeforeAll
  static void open() throws Exception {
    ronghe("new-county", folder.resolve("county").toString());
    county = new CountyProcess(folder, "-D" + KillSwitch.PROPERTY + "=" + folder.resolve("armed"));
    ports = county.start();
    Visitor local = new Visitor(ports.http());
    local.withLocalToken(Files.readString(county.data().resolve("run/local-token")));
    add(local, "counter", "CLERK", "*");
    for (String department : DEPARTMENTS) {
      add(local, department, "APPROVER", department);
    }
    Visitor stranger = new Visitor(ports.http());
    stranger.get("/api/v1/session");
    var mei =
        stranger.post(
            SERVE + "residents",
            Map.of(
                "user",
                "mei",
                "password",
                PASSWORD,
                "name",
                "李梅",
                "idNumber",
                "14041119950505004X",
                "phone",
                "13800000001"));
    assertThat(mei.status()).as(mei.body()).isEqualTo(201);
  }

  private static void add(Visitor local, String name, String role, String department) {
    String initial =
        local
            .post(
                "/api/v1/users",
                Map.of("name", name, "displayName", name, "role", role, "department", department))
            .json()
            .path("initialPassword")
            .asString();
    Visitor own = new Visitor(ports.http());
    own.signIn(name, initial);
    var changed = own.put("/api/v1/session/password", Map.of("old", initial, "new", PASSWORD));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    county.stop();
  }

  @Test
  void A01_a_child_is_born() throws Exception {
    live("newborn", NEWBORN);
  }

  @Test
  void B01_after_a_death() throws Exception {
    live("after-death", AFTER_DEATH);
  }

  @Test
  void C01_every_log_is_whole_and_everything_is_there_once() throws Exception {
    awaitEmptyOutbox();
    county.stop();
    assertThat(kills).isGreaterThanOrEqualTo(8);
    assertThat(DONE).hasSizeGreaterThan(15);
    try (TestCounty still = TestCounty.start(county.data(), folder.resolve("county"))) {
      JdbcClient database = still.running.part(JdbcClient.class);
      assertThat(still.running.part(Supervision.class).broken(List.copyOf(DONE.keySet())))
          .isEmpty();
      assertThat(still.running.part(Audit.class).broken()).isEmpty();
      assertThat(count(database, "serve.case_file")).isEqualTo(DONE.size() + 2);
      assertThat(count(database, "serve.case_file where closed_on is null")).isZero();
      assertThat(count(database, "serve.case_step")).isZero();
      assertThat(count(database, "serve.outbox where sent_at is null")).isZero();
      assertThat(count(database, "serve.notice"))
          .as("one notice for each event of a part")
          .isEqualTo(
              count(
                  database,
                  "serve.case_event e join serve.case_file f using (number) where f.parent is not null"));
      assertThat(count(database, "serve.payment")).isEqualTo(1);
      assertThat(count(database, "serve.payment where status = 'paid'")).isEqualTo(1);
      assertThat(count(database, "serve.licence"))
          .isEqualTo(count(database, "(select distinct case_number, kind from serve.licence) l"));
    }
  }

  private static long count(JdbcClient database, String what) {
    return database.sql("select count(*) from " + what).query(Long.class).single();
  }

  /// From the filing to the last delivery, with kills on the way.
  private static void live(String bundle, String filing) throws Exception {
    Deed file = new Deed("mei", "cases", "key-of-" + bundle, filing, "", "file");
    step(file);
    JsonNode receipt = file.send().json();
    assertThat(receipt.path("repeated").asBoolean()).as(receipt.toString()).isTrue();
    List<String> parts =
        receipt.path("parts").valueStream().map(part -> part.path("number").asString()).toList();
    parts.forEach(part -> DONE.put(part, new ArrayList<>()));
    assertThat(parts).as(receipt.toString()).hasSizeGreaterThan(7);
    Optional<Deed> next = next(parts);
    while (next.isPresent()) {
      step(next.get());
      next = next(parts);
    }
    assertThat(parts).allSatisfy(part -> assertThat(status(part)).isEqualTo("delivered"));
    assertThat(status(receipt.path("number").asString())).isEqualTo("delivered");
  }

  /// What is to be done next by anyone; empty when all parts are delivered.
  private static Optional<Deed> next(List<String> parts) {
    return parts.stream().flatMap(part -> next(part).stream()).findFirst();
  }

  private static Optional<Deed> next(String number) {
    JsonNode story = visitor("counter").get(SERVE + "cases/" + number).json();
    for (JsonNode payment : story.path("payments")) {
      if (payment.path("status").asString().equals("due")) {
        String path = "cases/" + number + "/payments/" + payment.path("fee").asString();
        return Optional.of(new Deed("mei", path, "pay-once", "{}", number, "pay"));
      }
    }
    String status = story.path("file").path("status").asString();
    JsonNode open = story.path("open").path(0);
    return switch (status) {
      case "filed" -> Optional.of(deed("counter", number, "accept", "{}"));
      case "approved" -> Optional.of(deed("counter", number, "issue", FACTS));
      case "issued" -> Optional.of(deed("counter", number, "deliver", "{}"));
      case "in-review" ->
          Optional.of(
              deed(
                  open.path("department").asString(),
                  number,
                  open.path("step").asString().startsWith("review") ? "review" : "approve",
                  "{\"step\": \"" + open.path("step").asString() + "\"}"));
      case "waiting", "delivered" -> Optional.empty();
      default -> throw new AssertionError(story.toString());
    };
  }

  private static Deed deed(String who, String number, String verb, String body) {
    return new Deed(who, "cases/" + number + "/" + verb, "not-asked-for", body, number, verb);
  }

  /// Does it, killing the county on the way when it is the turn of this step.
  private static void step(Deed deed) throws Exception {
    steps++;
    boolean done = false;
    if (steps % EVERY == 0 || steps == 1) {
      List<Moment> moments =
          EVERY == 1
              ? Arrays.asList(Moment.values())
              : List.of(Moment.values()[(steps / EVERY) % Moment.values().length]);
      for (Moment moment : moments) {
        done |= killed(deed, moment, done);
      }
    }
    if (!done) {
      acknowledged(deed, deed.send());
    }
  }

  /// Sends it with the county armed to die, starts the county again and looks what is there.
  ///
  /// @return true when it is done now
  private static boolean killed(Deed deed, Moment moment, boolean doneBefore) throws Exception {
    if (doneBefore && !moment.isOutbox()) {
      return true;
    }
    visitor(deed.who()); // signed in before, which writes too
    Path armed = folder.resolve("armed");
    Path draft = Files.writeString(folder.resolve("arming"), moment.name());
    Files.move(draft, armed, StandardCopyOption.ATOMIC_MOVE);
    boolean heard = false;
    if (!doneBefore) {
      try {
        acknowledged(deed, deed.send());
        heard = true;
      } catch (UncheckedIOException _) {
        // killed before it answered
      }
    }
    if (!county.process().waitFor(30, TimeUnit.SECONDS)) {
      assertThat(moment.isOutbox()).as("dies at " + moment + " of " + deed).isTrue();
      Files.delete(armed);
      return true; // nothing was left to send
    }
    kills++;
    Files.delete(armed);
    SIGNED_IN.clear();
    ports = county.start();
    assertAllThereOnce();
    boolean kept = moment == Moment.AFTER_COMMIT || heard || doneBefore;
    if (moment == Moment.BEFORE_COMMIT) {
      assertThat(isDone(deed)).as("half done: " + deed).isFalse();
    } else if (kept) {
      assertThat(isDone(deed)).as("lost: " + deed).isTrue();
    }
    if (kept && !heard && !doneBefore) {
      acknowledgedLate(deed);
    }
    return kept || (moment.isOutbox() && isDone(deed) && acknowledgedLate(deed));
  }

  /// Whoever sent it and heard nothing sends it again, and it is not done twice.
  private static boolean acknowledgedLate(Deed deed) {
    Visitor.Answer again = deed.send();
    switch (deed.verb()) {
      case "file" -> assertThat(again.json().path("repeated").asBoolean()).isTrue();
      case "pay" -> assertThat(again.status()).isEqualTo(202);
      default -> {
        assertThat(again.status()).as(again.body()).isEqualTo(409);
        log(deed);
      }
    }
    assertAllThereOnce();
    return true;
  }

  private static void acknowledged(Deed deed, Visitor.Answer answer) {
    assertThat(answer.status()).as(deed + " " + answer.body()).isBetween(200, 202);
    if (!deed.verb().equals("file") && !deed.verb().equals("pay")) {
      log(deed);
    }
  }

  private static void log(Deed deed) {
    DONE.computeIfAbsent(deed.number(), _ -> new ArrayList<>()).add(deed.verb());
  }

  private static boolean isDone(Deed deed) {
    return switch (deed.verb()) {
      case "file" -> visitor("mei").get(SERVE + "cases").body().contains(bundle(deed));
      case "pay" ->
          !visitor("mei")
              .get(SERVE + "cases/" + deed.number())
              .json()
              .path("payments")
              .path(0)
              .path("status")
              .asString()
              .equals("due");
      default -> {
        List<String> acknowledged = DONE.getOrDefault(deed.number(), List.of());
        boolean heard = !acknowledged.isEmpty() && acknowledged.getLast().equals(deed.verb());
        yield heard || verbs(deed.number()).size() > acknowledged.size();
      }
    };
  }

  private static String bundle(Deed deed) {
    return deed.key().substring("key-of-".length());
  }

  /// What was acknowledged is there, in its order and once; nothing else but, at most, one thing
  /// nobody heard of.
  private static void assertAllThereOnce() {
    int unheard = 0;
    for (var one : DONE.entrySet()) {
      List<String> kept = verbs(one.getKey());
      List<String> heard = one.getValue();
      assertThat(kept.size()).as(one.getKey() + " " + kept).isGreaterThanOrEqualTo(heard.size());
      assertThat(kept.subList(0, heard.size())).isEqualTo(heard);
      assertThat(kept).doesNotHaveDuplicates();
      unheard += kept.size() - heard.size();
    }
    assertThat(unheard).isLessThanOrEqualTo(1);
    JsonNode cases = visitor("mei").get(SERVE + "cases").json();
    assertThat(cases.valueStream().map(file -> file.path("bundle").asString("")).toList())
        .doesNotHaveDuplicates();
  }

  /// What people did to a case; its beginning happens by itself.
  private static List<String> verbs(String number) {
    JsonNode events = visitor("counter").get(SERVE + "cases/" + number).json().path("events");
    List<String> all = events.valueStream().map(event -> event.path("verb").asString()).toList();
    assertThat(all.stream().filter(verb -> verb.equals("file"))).hasSizeLessThanOrEqualTo(1);
    return all.stream().filter(verb -> !verb.equals("file") && !verb.equals("wait")).toList();
  }

  private static String status(String number) {
    JsonNode story = visitor("mei").get(SERVE + "cases/" + number).json();
    return story.path("file").path("status").asString();
  }

  /// Signed in at the county that runs now.
  private static Visitor visitor(String name) {
    return SIGNED_IN.computeIfAbsent(
        name,
        _ -> {
          Visitor visitor = new Visitor(ports.http());
          var answer = visitor.signIn(name, PASSWORD);
          assertThat(answer.status()).as(answer.body()).isEqualTo(200);
          visitor.get("/api/v1/session");
          return visitor;
        });
  }

  /// Every event of a part is told of.
  private static void awaitEmptyOutbox() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    int events = DONE.keySet().stream().mapToInt(BundleKillTest::events).sum();
    while (visitor("mei").get(SERVE + "notices").json().size() < Math.min(200, events)) {
      assertThat(System.nanoTime()).as("the outbox is stuck").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(200);
    }
    TimeUnit.SECONDS.sleep(1);
  }

  private static int events(String number) {
    return visitor("counter").get(SERVE + "cases/" + number).json().path("eventCount").asInt();
  }
}
