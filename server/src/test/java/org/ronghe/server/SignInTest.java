package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Signing in, in the order of a first day.
@TestMethodOrder(MethodOrderer.MethodName.class)
class SignInTest {
  @TempDir static Path data;
  private static TestCounty county;
  private static Visitor admin;

  @BeforeAll
  static void start() {
    county = TestCounty.start(data);
    admin = county.visitor();
  }

  @AfterAll
  static void stop() {
    county.close();
  }

  @Test
  void A01_a_stranger_is_told_in_both_languages() {
    var answer = county.visitor().get("/api/v1/session");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("zh").asString()).isEqualTo("尚未登录。");
    assertThat(answer.json().path("en").asString()).isEqualTo("Not signed in.");
  }

  @Test
  void A02_the_initial_password_opens_nothing_but_its_own_change() {
    String initial = county.running.initialPassword().orElseThrow();
    var session = admin.signIn("admin", initial).json();
    assertThat(session.path("mustChangePassword").asBoolean()).isTrue();
    assertThat(session.path("roles").get(0).asString()).isEqualTo("ADMINISTRATOR");
    assertThat(admin.get("/api/v1/users").code()).isEqualTo("password-must-change");
  }

  @Test
  void A03_a_new_password_must_be_long_and_not_guessable() {
    String initial = county.running.initialPassword().orElseThrow();
    for (String bad :
        List.of("short", "admin-admin-admin", "aaaaaaaaaaaaaa", "passwordpassword1")) {
      var answer = admin.put("/api/v1/session/password", Map.of("old", initial, "new", bad));
      assertThat(answer.status()).as(bad).isEqualTo(400);
      assertThat(answer.code()).startsWith("password-");
    }
  }

  @Test
  void A04_after_the_change_everything_is_open() {
    String initial = county.running.initialPassword().orElseThrow();
    String before = admin.cookie("RONGHE").orElseThrow();
    var change = Map.of("old", initial, "new", TestCounty.OWN_PASSWORD);
    assertThat(admin.put("/api/v1/session/password", change).status()).isEqualTo(200);
    assertThat(admin.cookie("RONGHE"))
        .as("a new session id")
        .isNotEmpty()
        .get()
        .isNotEqualTo(before);
    assertThat(admin.get("/api/v1/users").json()).hasSize(1);
  }

  @Test
  void A05_no_identity_provider_until_one_is_set_up() {
    Visitor visitor = county.visitor();
    assertThat(visitor.get("/api/v1/oidc").json().path("enabled").asBoolean()).isFalse();
    assertThat(visitor.get("/api/v1/oidc/start").header("Location"))
        .endsWith("/home/sign-in?provider=oidc-unreachable");
    assertThat(visitor.get("/api/v1/oidc/back/province?code=1&state=1").status()).isEqualTo(401);
  }

  @Test
  void B01_a_change_without_the_csrf_header_is_refused() {
    Visitor careless = county.visitor().withoutCsrf();
    careless.signIn("admin", TestCounty.OWN_PASSWORD);
    assertThat(careless.get("/api/v1/users").status()).isEqualTo(200);
    assertThat(careless.post("/api/v1/users", Map.of()).code()).isEqualTo("csrf");
  }

  @Test
  void B02_cookies_are_not_for_scripts_or_other_sites() {
    Visitor visitor = county.visitor();
    var answer = visitor.signIn("admin", TestCounty.OWN_PASSWORD);
    assertThat(answer.header("Set-Cookie")).contains("RONGHE=", "HttpOnly", "SameSite=Strict");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'self'", "worker-src 'self' blob:");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
  }

  @Test
  void B03_a_disabled_user_is_out_at_once() {
    Visitor officer = county.user(admin, "wang", "OFFICER");
    assertThat(officer.get("/api/v1/session").status()).isEqualTo(200);
    admin.patch("/api/v1/users/wang", Map.of("enabled", false));
    assertThat(officer.get("/api/v1/session").status()).isEqualTo(401);
    assertThat(county.visitor().signIn("wang", TestCounty.OWN_PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void B04_the_last_administrator_stays() {
    assertThat(admin.delete("/api/v1/users/admin").code()).isEqualTo("last-administrator");
    assertThat(admin.patch("/api/v1/users/admin", Map.of("role", "VIEWER")).code())
        .isEqualTo("last-administrator");
  }

  @Test
  void B05_five_wrong_passwords_make_the_sixth_wait() {
    county.user(admin, "li", "VIEWER");
    for (int i = 0; i < 5; i++) {
      assertThat(county.visitor().signIn("li", "wrong password " + i).code())
          .isEqualTo("sign-in-refused");
    }
    var sixth = county.visitor().signIn("li", TestCounty.OWN_PASSWORD);
    assertThat(sixth.status()).isEqualTo(429);
    assertThat(sixth.code()).isEqualTo("sign-in-wait");
  }

  @Test
  void C01_the_audit_log_tells_it_newest_first_and_page_by_page() {
    var page = admin.get("/api/v1/audit?action=user-add&limit=1").json();
    assertThat(page.path("items").get(0).path("subject").asString()).isEqualTo("li");
    String next = page.path("next").asString();
    var second = admin.get("/api/v1/audit?action=user-add&limit=1&cursor=" + next).json();
    assertThat(second.path("items").get(0).path("subject").asString()).isEqualTo("wang");
  }

  @Test
  void C02_signing_out_ends_the_session() {
    Visitor visitor = county.visitor();
    visitor.signIn("admin", TestCounty.OWN_PASSWORD);
    visitor.get("/api/v1/session");
    assertThat(visitor.delete("/api/v1/session").status()).isEqualTo(204);
    assertThat(visitor.get("/api/v1/session").status()).isEqualTo(401);
  }

  @Test
  void C03_the_local_token_is_for_the_owner_only() throws java.io.IOException {
    Path file = data.resolve("run/local-token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Visitor command = county.visitor().withLocalToken(Files.readString(file));
    assertThat(command.get("/api/v1/users").status()).isEqualTo(200);
    Visitor liar = county.visitor().withLocalToken("0".repeat(64));
    assertThat(liar.get("/api/v1/users").status()).isEqualTo(401);
  }
}
