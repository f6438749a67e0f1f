package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Signing in with a phone besides the password, from binding it to losing it.
@TestMethodOrder(MethodOrderer.MethodName.class)
class TwoStepSignInTest {
  private static final String RULE = "ronghe.totp.required-roles";
  @TempDir static Path data;
  private static TestCounty county;
  private static Visitor admin;

  @BeforeAll
  static void start() {
    System.setProperty(RULE, "approver");
    try {
      county = TestCounty.start(data);
    } finally {
      System.clearProperty(RULE);
    }
    admin = county.firstAdministrator();
    admin.get("/api/v1/session");
  }

  @AfterAll
  static void stop() {
    county.close();
  }

  /// An authenticator app: RFC 6238 over the secret as text.
  private static String app(String secret, long steps) {
    int bits = 0;
    long held = 0;
    ByteBuffer key = ByteBuffer.allocate(secret.length() * 5 / 8);
    for (char one : secret.toCharArray()) {
      held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(one);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        key.put((byte) (held >> bits));
      }
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.array(), "HmacSHA1"));
      long step = Instant.now().getEpochSecond() / 30 + steps;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> login(String user, String code) {
    Map<String, String> login = new LinkedHashMap<>();
    login.put("user", user);
    login.put("password", TestCounty.OWN_PASSWORD);
    login.put("code", code);
    return login;
  }

  /// Binds an app with the code of the step before now, so that the code of now is still fresh.
  ///
  /// @return the secret
  private static String bind(Visitor who) {
    who.get("/api/v1/session");
    var begun = who.post("/api/v1/me/totp", Map.of("password", TestCounty.OWN_PASSWORD));
    String secret = begun.json().path("secret").asString();
    var done = who.post("/api/v1/me/totp/confirm", Map.of("code", app(secret, -1)));
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.json().path("recoveryCodes")).hasSize(10);
    return secret;
  }

  @Test
  void A01_binding_needs_the_password_once_more() {
    Visitor li = county.user(admin, "li", "OFFICER");
    li.get("/api/v1/session");
    assertThat(li.post("/api/v1/me/totp", Map.of()).code()).isEqualTo("sign-in-refused");
    assertThat(li.post("/api/v1/me/totp", Map.of("password", "not the one")).status())
        .isEqualTo(401);
    assertThat(li.get("/api/v1/me/totp").json().path("enabled").asBoolean()).isFalse();
  }

  @Test
  void A02_the_password_alone_opens_no_longer_and_a_code_opens_once() {
    String secret = bind(county.user(admin, "wang", "OFFICER"));
    var alone = county.visitor().signIn("wang", TestCounty.OWN_PASSWORD);
    assertThat(alone.status()).isEqualTo(401);
    assertThat(alone.code()).isEqualTo("totp-needed");
    String code = app(secret, 0);
    assertThat(county.visitor().post("/api/v1/session", login("wang", code)).status())
        .isEqualTo(200);
    assertThat(county.visitor().post("/api/v1/session", login("wang", code)).code())
        .isEqualTo("totp-wrong");
  }

  @Test
  void A03_five_wrong_codes_make_the_sixth_wait_whatever_it_is() {
    String secret = bind(county.user(admin, "zhao", "OFFICER"));
    for (int i = 0; i < 5; i++) {
      assertThat(county.visitor().post("/api/v1/session", login("zhao", "00000" + i)).code())
          .isEqualTo("totp-wrong");
    }
    var sixth = county.visitor().post("/api/v1/session", login("zhao", app(secret, 0)));
    assertThat(sixth.status()).isEqualTo(429);
    assertThat(sixth.code()).isEqualTo("totp-wait");
  }

  @Test
  void B01_new_recovery_codes_end_the_old_ones() {
    Visitor qian = county.user(admin, "qian", "OFFICER");
    String secret = bind(qian);
    var renewed = qian.post("/api/v1/me/totp/recovery", Map.of("code", app(secret, 0)));
    String fresh = renewed.json().path("recoveryCodes").get(0).asString();
    assertThat(county.visitor().post("/api/v1/session", login("qian", fresh)).status())
        .isEqualTo(200);
    assertThat(qian.get("/api/v1/me/totp").json().path("recoveryCodesLeft").asInt()).isEqualTo(9);
  }

  @Test
  void B02_a_reset_ends_the_sessions_and_is_written_down() {
    Visitor sun = county.user(admin, "sun", "OFFICER");
    bind(sun);
    assertThat(listed("sun")).isTrue();
    Visitor colleague = county.user(admin, "zhou", "ENGINEER");
    colleague.get("/api/v1/session");
    assertThat(colleague.delete("/api/v1/users/sun/totp").status()).isEqualTo(403);
    assertThat(sun.get("/api/v1/session").status()).isEqualTo(200);
    assertThat(admin.delete("/api/v1/users/sun/totp").status()).isEqualTo(204);
    assertThat(sun.get("/api/v1/session").status()).isEqualTo(401);
    assertThat(listed("sun")).isFalse();
    assertThat(county.visitor().signIn("sun", TestCounty.OWN_PASSWORD).status()).isEqualTo(200);
    var row = admin.get("/api/v1/audit?action=totp-reset").json().path("items").get(0);
    assertThat(row.path("who").asString()).isEqualTo("admin");
    assertThat(row.path("subject").asString()).isEqualTo("sun");
    assertThat(admin.delete("/api/v1/users/sun/totp").code()).isEqualTo("totp-off");
  }

  private static boolean listed(String name) {
    for (var user : admin.get("/api/v1/users").json()) {
      if (user.path("name").asString().equals(name)) {
        return user.path("twoSteps").asBoolean();
      }
    }
    throw new AssertionError(name + " is not listed");
  }

  @Test
  void C01_a_role_that_must_have_it_is_held_at_the_door_until_it_is_bound() {
    Visitor wu = county.user(admin, "wu", "APPROVER");
    assertThat(wu.get("/api/v1/session").json().path("mustEnrolTotp").asBoolean()).isTrue();
    assertThat(wu.get("/api/v1/serve/inbox").code()).isEqualTo("totp-must-enrol");
    String secret = bind(wu);
    assertThat(wu.get("/api/v1/serve/inbox").status()).isEqualTo(200);
    assertThat(wu.post("/api/v1/me/totp/off", Map.of("code", app(secret, 0))).code())
        .isEqualTo("totp-required");
  }
}
