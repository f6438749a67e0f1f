package org.ronghe.server.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.resident.Identities;
import org.ronghe.office.staff.Sessions;
import org.ronghe.office.staff.SignIn;
import org.ronghe.office.staff.StaffPrincipal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// Someone comes back from the provider. Who has an account is signed in; who has none, or has a
/// code to type, waits in the session, signed in as nobody.
@Component
class Arrival {
  private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);
  private static final String WAITING = "ronghe.oidc.waiting";
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private final Provider provider;
  private final Identities identities;
  private final SignIn signIn;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;

  Arrival(
      Provider provider,
      Identities identities,
      SignIn signIn,
      Sessions sessions,
      Audit audit,
      Clock clock) {
    this.provider = provider;
    this.identities = identities;
    this.signIn = signIn;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /// The token was found sound: issuer, audience, signature, times and nonce.
  void welcome(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (!(authentication.getPrincipal() instanceof OidcUser user) || user.getSubject() == null) {
      back(request, response, "oidc-refused");
      return;
    }
    Identities.Subject subject = provider.subject(user.getSubject(), user.getClaims());
    Waiting waiting =
        new Waiting(
            subject, provider.phone(user.getClaims()), clock.instant().plus(PATIENCE), null);
    try {
      Optional<String> account = identities.accountOf(subject);
      if (account.isEmpty()) {
        request.getSession(true).setAttribute(WAITING, waiting);
        back(request, response, "oidc-first");
        return;
      }
      enter(waiting.of(account.get()), null, request, response);
      back(request, response, "oidc-in");
    } catch (Problem refused) {
      if (refused.member("code").equals("totp-needed")) {
        request
            .getSession(true)
            .setAttribute(WAITING, waiting.of(identities.accountOf(subject).orElseThrow()));
      }
      back(request, response, refused.member("code"));
    }
  }

  /// The provider or the check of its token said no.
  void turnAway(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    String why =
        refused instanceof OAuth2AuthenticationException thrown
            ? thrown.getError().getErrorCode()
            : refused.getClass().getSimpleName();
    LOG.info("sign-in by the identity provider refused: {}", why, refused);
    audit.record(
        "system", "sign-in-refused", Provider.ID, why + " from " + request.getRemoteAddr());
    back(
        request,
        response,
        switch (why) {
          case "authorization_request_not_found" -> "oidc-expired";
          case "access_denied" -> "oidc-cancelled";
          default -> "oidc-refused";
        });
  }

  /// Who waits in this session; a [Problem] (404) when nobody does or it took too long.
  Waiting waiting(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null
        && session.getAttribute(WAITING) instanceof Waiting one
        && one.until().isAfter(clock.instant())) {
      return one;
    }
    throw Problem.notFound(
            "oidc-expired", "身份认证已过期，请重新登录。", "The sign-in by the provider has expired.")
        .next("回到登录页再试一次。", "Go back to the sign-in page and try again.");
  }

  /// Signs in the account of one who waits, after the code where the account asks for one.
  void enter(
      Waiting one,
      @Nullable String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    signIn.checkCode(Objects.requireNonNull(one.account()), code);
    admit(one, request, response);
  }

  /// The same for one who has just proved the account.
  void admit(Waiting one, HttpServletRequest request, HttpServletResponse response) {
    StaffPrincipal principal =
        signIn.vouched(
            Objects.requireNonNull(one.account()), one.subject().issuer(), request.getRemoteAddr());
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(WAITING);
    }
    sessions.open(principal, request, response);
  }

  /// To the sign-in page, which says what `code` means and goes on.
  void back(HttpServletRequest request, HttpServletResponse response, String code)
      throws IOException {
    String to = Objects.requireNonNullElse((String) request.getAttribute(RequestCookie.ONWARD), "");
    response.sendRedirect(
        "/home/sign-in?provider="
            + code
            + (to.isEmpty() ? "" : "&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)));
  }

  /// One for whom the provider vouched and who is not signed in yet.
  ///
  /// @param phone empty when the provider does not tell
  /// @param account null for one who has none
  record Waiting(Identities.Subject subject, String phone, Instant until, @Nullable String account)
      implements Serializable {
    Waiting of(String known) {
      return new Waiting(subject, phone, until, known);
    }
  }
}
