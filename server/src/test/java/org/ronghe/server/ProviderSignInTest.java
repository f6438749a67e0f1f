package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Residents come through a provincial identity provider: a real one over HTTP, on loopback.
@TestMethodOrder(MethodOrderer.MethodName.class)
class ProviderSignInTest {
  private static final String NUMBER = "14041119950505004X";
  private static final String OTHER_NUMBER = "140411199303030032";
  @TempDir static Path data;
  private static TestIssuer issuer;
  private static TestCounty county;

  @BeforeAll
  static void start() throws IOException {
    issuer = TestIssuer.start();
    Path secrets = Files.createDirectories(data.resolve("secrets"));
    Files.writeString(secrets.resolve("oidc-secret"), TestIssuer.SECRET + "\n");
    Files.writeString(
        secrets.resolve("oidc.yaml"),
        """
        format: ronghe-oidc/1
        issuer: %s
        clientId: %s
        name: {zh: 省统一身份认证（示例）, en: Provincial identity (example)}
        numberClaim: id_card
        assuranceClaim: acr
        assured: [loa3, loa4]
        """
            .formatted(issuer.address(), TestIssuer.CLIENT));
    county = TestCounty.start(data);
  }

  @AfterAll
  static void stop() {
    county.close();
    issuer.close();
  }

  private static Map<String, Object> claims(String sub, String name, String number, String level) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("sub", sub);
    claims.put("name", name);
    claims.put("id_card", number);
    claims.put("acr", level);
    return claims;
  }

  /// From the button to the page the county shows at last.
  private static String walk(Visitor visitor) {
    return county(visitor.get(answer(visitor)).header("Location"));
  }

  /// From the button through the provider: the address the provider sends the browser back to.
  private static String answer(Visitor visitor) {
    var start = visitor.get("/api/v1/oidc/start?to=/home/cases");
    var out = visitor.get(county(start.header("Location")));
    assertThat(out.status()).as(out.body()).isEqualTo(302);
    assertThat(out.header("Set-Cookie")).contains("RONGHE_OIDC=", "SameSite=Lax", "HttpOnly");
    HttpRequest ask = HttpRequest.newBuilder(URI.create(out.header("Location"))).build();
    try (HttpClient browser = HttpClient.newHttpClient()) {
      var back = browser.send(ask, HttpResponse.BodyHandlers.ofString());
      assertThat(back.statusCode()).as(back.body()).isEqualTo(302);
      return county(back.headers().firstValue("Location").orElseThrow());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String county(String address) {
    String base = county.running.address().toString().replaceAll("/$", "");
    return address.startsWith(base) ? address.substring(base.length()) : address;
  }

  private static Visitor stranger() {
    Visitor visitor = county.visitor();
    visitor.get("/api/v1/oidc");
    return visitor;
  }

  @Test
  void A01_the_sign_in_page_is_told_of_the_provider() {
    var offer = county.visitor().get("/api/v1/oidc").json();
    assertThat(offer.path("enabled").asBoolean()).isTrue();
    assertThat(offer.path("name").path("zh").asString()).isEqualTo("省统一身份认证（示例）");
  }

  @Test
  void A02_somebody_new_is_nobody_until_they_open_an_account() {
    issuer.person(claims("s-1", "李梅", NUMBER, "loa3"));
    Visitor mei = stranger();
    assertThat(walk(mei)).isEqualTo("/home/sign-in?provider=oidc-first&to=%2Fhome%2Fcases");
    assertThat(mei.get("/api/v1/session").status()).isEqualTo(401);
    var waiting = mei.get("/api/v1/oidc/waiting").json();
    assertThat(waiting.path("name").asString()).isEqualTo("李梅");
    assertThat(waiting.path("idNumber").asString()).isEqualTo("140*************4X");
    assertThat(mei.post("/api/v1/oidc/open", Map.of("phone", "12")).code()).isEqualTo("phone");
    assertThat(mei.post("/api/v1/oidc/open", Map.of("phone", "13800000001")).status())
        .isEqualTo(204);
    var session = mei.get("/api/v1/session").json();
    assertThat(session.path("roles").get(0).asString()).isEqualTo("RESIDENT");
    assertThat(session.path("hasPassword").asBoolean()).isFalse();
    var me = mei.get("/api/v1/serve/me").json();
    assertThat(me.path("idNumber").asString()).isEqualTo(NUMBER);
    assertThat(me.path("assurance").asString()).isEqualTo("verified");
    assertThat(mei.get("/api/v1/oidc/waiting").status()).as("spent").isEqualTo(404);
  }

  @Test
  void A03_the_second_sign_in_finds_the_same_account() {
    issuer.person(claims("s-1", "李梅", NUMBER, "loa3"));
    Visitor phone = stranger();
    assertThat(walk(phone)).isEqualTo("/home/sign-in?provider=oidc-in&to=%2Fhome%2Fcases");
    Visitor computer = stranger();
    walk(computer);
    String account = phone.get("/api/v1/session").json().path("user").asString();
    assertThat(account).startsWith("r-");
    assertThat(computer.get("/api/v1/session").json().path("user").asString()).isEqualTo(account);
  }

  @Test
  void A04_an_account_without_a_password_opens_by_none() {
    issuer.person(claims("s-1", "李梅", NUMBER, "loa3"));
    Visitor mei = stranger();
    walk(mei);
    String account = mei.get("/api/v1/session").json().path("user").asString();
    assertThat(county.visitor().signIn(account, "").code()).isEqualTo("sign-in-refused");
  }

  @Test
  void B01_an_account_from_before_is_bound_by_its_password_once() {
    county.resident("wang");
    issuer.person(claims("s-2", "李梅", NUMBER, "loa3"));
    Visitor wang = stranger();
    assertThat(walk(wang)).contains("oidc-first");
    assertThat(
            wang.post("/api/v1/oidc/link", Map.of("user", "wang", "password", "guessed it")).code())
        .isEqualTo("sign-in-refused");
    var proof = Map.of("user", "wang", "password", TestCounty.OWN_PASSWORD);
    assertThat(wang.post("/api/v1/oidc/link", proof).status()).isEqualTo(204);
    assertThat(wang.get("/api/v1/session").json().path("user").asString()).isEqualTo("wang");
    assertThat(wang.get("/api/v1/serve/me").json().path("assurance").asString())
        .isEqualTo("verified");
    Visitor again = stranger();
    walk(again);
    assertThat(again.get("/api/v1/session").json().path("user").asString()).isEqualTo("wang");
  }

  @Test
  void B02_nobody_binds_their_identity_to_the_account_of_another_number() {
    county.resident("zhao");
    issuer.person(claims("s-3", "张伟", OTHER_NUMBER, "loa3"));
    Visitor wei = stranger();
    walk(wei);
    var proof = Map.of("user", "zhao", "password", TestCounty.OWN_PASSWORD);
    assertThat(wei.post("/api/v1/oidc/link", proof).code()).isEqualTo("oidc-other-person");
    assertThat(wei.get("/api/v1/session").status()).isEqualTo(401);
  }

  @Test
  void B03_one_account_has_one_identity_and_staff_have_none() {
    issuer.person(claims("s-4", "李梅", NUMBER, "loa3"));
    Visitor other = stranger();
    walk(other);
    var proof = Map.of("user", "wang", "password", TestCounty.OWN_PASSWORD);
    assertThat(other.post("/api/v1/oidc/link", proof).code()).isEqualTo("oidc-bound");
    Visitor admin = county.firstAdministrator();
    var staff = Map.of("user", "admin", "password", TestCounty.OWN_PASSWORD);
    assertThat(other.post("/api/v1/oidc/link", staff).code()).isEqualTo("oidc-no-resident");
    var refusals = admin.get("/api/v1/audit?action=identity-refused").json().path("items");
    assertThat(refusals.get(0).path("subject").asString()).isEqualTo("zhao");
  }

  @Test
  void B04_a_sub_that_now_has_another_number_opens_nothing() {
    issuer.person(claims("s-1", "张伟", OTHER_NUMBER, "loa3"));
    Visitor wei = stranger();
    assertThat(walk(wei)).contains("provider=oidc-other-person");
    assertThat(wei.get("/api/v1/session").status()).isEqualTo(401);
  }

  @Test
  void B05_the_same_number_under_another_sub_is_not_the_same_person() {
    issuer.person(claims("s-5", "李梅", NUMBER, "loa3"));
    assertThat(walk(stranger())).contains("oidc-first");
  }

  @Test
  void B06_a_number_with_a_wrong_check_digit_opens_no_account_and_a_low_level_verifies_none() {
    issuer.person(claims("s-6", "李梅", "140411199505050041", "loa3"));
    Visitor wrong = stranger();
    walk(wrong);
    assertThat(wrong.get("/api/v1/oidc/waiting").json().path("idNumber").isNull()).isTrue();
    assertThat(wrong.post("/api/v1/oidc/open", Map.of("phone", "13800000001")).code())
        .isEqualTo("oidc-no-number");
    issuer.person(claims("s-7", "李梅", NUMBER, "loa1"));
    Visitor low = stranger();
    walk(low);
    low.post("/api/v1/oidc/open", Map.of("phone", "13800000001"));
    assertThat(low.get("/api/v1/serve/me").json().path("assurance").asString())
        .isEqualTo("declared");
  }

  @ParameterizedTest
  @CsvSource({
    "NONCE",
    "ISSUER",
    "AUDIENCE",
    "EXPIRED",
    "SIGNATURE",
    "UNSIGNED",
    "USERINFO_OF_ANOTHER"
  })
  void C01_a_token_that_lies_opens_nothing(TestIssuer.Lie lie) {
    issuer.person(claims("s-1", "李梅", NUMBER, "loa3"));
    issuer.lie(lie);
    Visitor mei = stranger();
    assertThat(walk(mei)).isEqualTo("/home/sign-in?provider=oidc-refused&to=%2Fhome%2Fcases");
    assertThat(mei.get("/api/v1/session").status()).isEqualTo(401);
    assertThat(mei.get("/api/v1/oidc/waiting").status()).isEqualTo(404);
  }

  @Test
  void C02_an_answer_that_another_browser_asked_for_opens_nothing() {
    issuer.person(claims("s-1", "李梅", NUMBER, "loa3"));
    String forMei = answer(stranger());
    Visitor victim = stranger();
    assertThat(victim.get(forMei).header("Location")).contains("provider=oidc-expired");
    answer(victim);
    assertThat(victim.get(forMei).header("Location")).contains("provider=oidc-expired");
    assertThat(victim.get("/api/v1/session").status()).isEqualTo(401);
  }

  @Test
  void C03_an_answer_counts_once() {
    issuer.person(claims("s-1", "李梅", NUMBER, "loa3"));
    Visitor mei = stranger();
    String answer = answer(mei);
    assertThat(mei.get(answer).header("Location")).contains("provider=oidc-in");
    assertThat(mei.get(answer).header("Location")).contains("provider=oidc-expired");
  }

  @Test
  void C04_whoever_cancels_at_the_provider_is_told_so() {
    Visitor mei = stranger();
    String state = answer(mei).replaceFirst(".*state=", "");
    String cancelled = "/api/v1/oidc/back/province?error=access_denied&state=" + state;
    assertThat(mei.get(cancelled).header("Location")).contains("provider=oidc-cancelled");
  }
}
