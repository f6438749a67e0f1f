package org.ronghe.server.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.resident.Identities;
import org.ronghe.office.staff.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What the sign-in page asks about the provider, and what one who came back from it decides.
@RestController
@RequestMapping("/api/v1/oidc")
class ProviderEndpoints {
  private final Provider provider;
  private final Arrival arrival;
  private final Identities identities;
  private final SignIn signIn;

  ProviderEndpoints(Provider provider, Arrival arrival, Identities identities, SignIn signIn) {
    this.provider = provider;
    this.arrival = arrival;
    this.identities = identities;
    this.signIn = signIn;
  }

  @GetMapping
  Offer offer() {
    return provider
        .settings()
        .map(set -> new Offer(true, new Names(set.zh(), set.en())))
        .orElseGet(() -> new Offer(false, null));
  }

  /// Sends the browser to the provider, or back with a reason when it does not answer.
  @GetMapping("/start")
  void start(
      @RequestParam(defaultValue = "") String to,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (provider.findByRegistrationId(Provider.ID) == null) {
      arrival.back(request, response, "oidc-unreachable");
      return;
    }
    response.sendRedirect(
        "/api/v1/oidc/out/"
            + Provider.ID
            + (to.isEmpty() ? "" : "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)));
  }

  /// Who waits: enough to be recognised by themselves.
  @GetMapping("/waiting")
  Visitor waiting(HttpServletRequest request) {
    Arrival.Waiting one = arrival.waiting(request);
    String number = one.subject().idNumber();
    return new Visitor(
        one.subject().name(),
        number == null ? null : number.substring(0, 3) + "*".repeat(13) + number.substring(16),
        one.phone().isEmpty(),
        one.account() != null);
  }

  /// Binds the one who waits to their account, proved by its password (and code).
  @PostMapping("/link")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void link(@RequestBody Proof proof, HttpServletRequest request, HttpServletResponse response) {
    Arrival.Waiting one = arrival.waiting(request);
    String account = text(proof.user());
    signIn.prove(
        account,
        Objects.requireNonNullElse(proof.password(), ""),
        proof.code(),
        request.getRemoteAddr());
    identities.link(account, one.subject());
    arrival.admit(one.of(account), request, response);
  }

  /// Opens an account for the one who waits.
  @PostMapping("/open")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void open(
      @RequestBody Opening opening, HttpServletRequest request, HttpServletResponse response) {
    Arrival.Waiting one = arrival.waiting(request);
    String phone = one.phone().isEmpty() ? text(opening.phone()) : one.phone();
    if (!Provider.isPhone(phone)) {
      throw Problem.badRequest("phone", "手机号码须是 11 位。", "A mobile number has 11 digits.");
    }
    arrival.admit(one.of(identities.open(one.subject(), phone)), request, response);
  }

  /// The code of one whose account signs in by two steps.
  @PostMapping("/code")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void code(@RequestBody Code given, HttpServletRequest request, HttpServletResponse response) {
    Arrival.Waiting one = arrival.waiting(request);
    if (one.account() == null) {
      throw Problem.conflict("oidc-first", "请先绑定或开户。", "Bind or open an account first.");
    }
    arrival.enter(one, given.code(), request, response);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }

  record Offer(boolean enabled, @Nullable Names name) {}

  record Names(String zh, String en) {}

  /// @param idNumber masked; null when the provider does not tell
  /// @param needsPhone the provider does not tell that either
  /// @param known has an account, which asks for a code
  record Visitor(String name, @Nullable String idNumber, boolean needsPhone, boolean known) {}

  record Proof(@Nullable String user, @Nullable String password, @Nullable String code) {}

  record Opening(@Nullable String phone) {}

  record Code(@Nullable String code) {}
}
