package org.ronghe.serve.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.engines.casework.Verb;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.Role;
import org.ronghe.serve.hook.Hook;
import org.ronghe.serve.hook.HookDesk;
import org.ronghe.serve.hook.HookKey;
import org.ronghe.serve.hook.Hooks;

/// Another system hears of cases, over real HTTP.
class HookStoriesTest {
  private static final Caller CLERK = new Caller("civil", Role.CLERK, "civil-affairs", "hall");

  @TempDir static Path data;
  private static EmbeddedPostgres postgres;
  private static TestHall hall;
  private static HttpServer other;
  private static final List<Heard> heard = new CopyOnWriteArrayList<>();
  private static volatile int answer;
  private static int keys;

  private record Heard(String path, String id, String signature, String body) {}

  @BeforeAll
  static void open() throws IOException {
    other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext("/", HookStoriesTest::listen);
    other.start();
    postgres = EmbeddedPostgres.start(data.resolve("postgres"), data.resolve("postgres.log"));
    URI address = URI.create("http://127.0.0.1:" + other.getAddress().getPort() + "/hear");
    Hook hook =
        new Hook(
            "archive",
            address,
            HookKey.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            Set.of("elder-allowance"),
            Set.of("file", "accept"));
    hall = new TestHall(postgres, data, new Hooks(List.of(hook)));
    hall.today("2026-03-02");
    hall.register(TestHall.MEI, "14041119950505004X");
  }

  @AfterAll
  static void close() {
    hall.close();
    postgres.close();
    other.stop(0);
  }

  @BeforeEach
  void fresh() {
    answer = 204;
    heard.clear();
  }

  private static void listen(HttpExchange exchange) throws IOException {
    try (exchange) {
      heard.add(
          new Heard(
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders().getFirst("webhook-id"),
              exchange.getRequestHeaders().getFirst("webhook-signature"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      if (answer == 302) {
        exchange.getResponseHeaders().add("Location", "/elsewhere");
      }
      exchange.sendResponseHeaders(answer, -1);
    }
  }

  private static String filed() {
    FilingRequest request =
        FilingRequest.of(
            "elder-allowance",
            TestHall.json(TestHall.ELDER),
            Map.of(),
            "hooks-%08d".formatted(++keys));
    return hall.get(Filing.class).file(request, TestHall.MEI).number();
  }

  private static void send() {
    hall.get(OutboxSender.class).send();
  }

  /// The wait before the next try is over.
  private static void later() {
    hall.jdbc
        .sql(
            "update serve.outbox set next_try = now() where sent_at is null and next_try < 'infinity'")
        .update();
  }

  private static HookDesk.Standing standing() {
    return hall.get(HookDesk.class).all().getFirst();
  }

  @Test
  void A01_a_filing_is_told_signed_and_without_a_word_about_the_person() {
    String number = filed();
    send();
    assertThat(heard).hasSize(1);
    Heard told = heard.getFirst();
    assertThat(told.id()).isEqualTo("archive:" + number + ":1");
    assertThat(told.signature()).matches("v1,[A-Za-z0-9+/]{43}=");
    assertThat(TestHall.json(told.body()).path("type").asString()).isEqualTo("case.file");
    assertThat(TestHall.json(told.body()).path("data").path("number").asString()).isEqualTo(number);
    assertThat(told.body()).doesNotContain("李").doesNotContain("1404111").doesNotContain("mei");
  }

  @Test
  void A02_an_event_is_told_once_and_only_events_asked_for() {
    String number = filed();
    hall.get(CaseDesk.class).act(number, Action.of(Verb.ACCEPT), CLERK);
    hall.get(CaseDesk.class).act(number, Action.of(Verb.WITHDRAW), TestHall.MEI);
    send();
    later();
    send();
    assertThat(heard)
        .extracting(Heard::id)
        .containsExactly("archive:" + number + ":1", "archive:" + number + ":2");
  }

  @Test
  void A03_a_case_that_comes_to_nothing_is_told_to_nobody() {
    long before = hall.count("serve.outbox");
    FilingRequest request =
        FilingRequest.of("elder-allowance", TestHall.json("{}"), Map.of(), "hooks-nothing");
    assertThatThrownBy(() -> hall.get(Filing.class).file(request, TestHall.MEI))
        .isInstanceOf(Problem.class);
    assertThat(hall.count("serve.outbox")).isEqualTo(before);
  }

  @Test
  void B01_who_answers_500_is_told_again_under_the_same_id() {
    String number = filed();
    answer = 500;
    send();
    send();
    assertThat(heard).hasSize(1);
    assertThat(standing().unsent().getFirst().why()).isEqualTo("answered 500");
    answer = 200;
    later();
    send();
    assertThat(heard)
        .extracting(Heard::id)
        .containsExactly("archive:" + number + ":1", "archive:" + number + ":1");
    assertThat(heard.getFirst().body()).isEqualTo(heard.getLast().body());
    assertThat(standing().waiting()).isZero();
  }

  @Test
  void B02_a_redirect_is_not_followed() {
    filed();
    answer = 302;
    send();
    assertThat(heard).extracting(Heard::path).containsExactly("/hear");
    answer = 200;
    later();
    send();
  }

  @Test
  void B03_given_up_after_twenty_tries_until_someone_sends_it_again() {
    String key = "archive:" + filed() + ":1";
    answer = 503;
    for (int i = 0; i < 25; i++) {
      send();
      later();
    }
    assertThat(heard).hasSize(20);
    assertThat(standing().givenUp()).isEqualTo(1);
    assertThat(standing().unsent().getFirst().next()).isNull();
    answer = 200;
    hall.get(HookDesk.class).again(key, "admin");
    send();
    assertThat(heard).hasSize(21);
    assertThat(standing().givenUp()).isZero();
    assertThatThrownBy(() -> hall.get(HookDesk.class).again(key, "admin"))
        .isInstanceOf(Problem.class);
  }
}
