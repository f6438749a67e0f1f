package org.ronghe.server.oidc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.cipher.FieldCipher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What a browser must bring back from the provider (state, nonce, verifier), sealed, in a cookie
/// of its own: the session's cookie is SameSite=Strict and stays away when another site sends the
/// browser back.
@Component
class RequestCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  /// Name of the request attribute with the page to go on to.
  static final String ONWARD = RequestCookie.class.getName();

  private static final String NAME = "RONGHE_OIDC";
  private static final String PATH = "/api/v1/oidc";
  private static final String CONTEXT = "oidc request";
  private static final Duration KEPT = Duration.ofMinutes(10);
  private final FieldCipher cipher;
  private final JsonMapper json;
  private final Clock clock;

  RequestCookie(FieldCipher cipher, JsonMapper json, Clock clock) {
    this.cipher = cipher;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return found(request).map(Sent::request).orElse(null);
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest sent,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (sent == null) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
      return;
    }
    Sent kept =
        new Sent(
            sent.getAuthorizationUri(),
            sent.getClientId(),
            Objects.requireNonNull(sent.getRedirectUri()),
            sent.getScopes(),
            Objects.requireNonNull(sent.getState()),
            text(sent.getAttribute(OidcParameterNames.NONCE)),
            text(sent.getAttribute(PkceParameterNames.CODE_VERIFIER)),
            Objects.requireNonNullElse(request.getParameter("to"), ""),
            clock.instant().plus(KEPT).getEpochSecond());
    byte[] sealed = cipher.seal(json.writeValueAsBytes(kept), CONTEXT);
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        cookie(request, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), KEPT));
  }

  /// Once: the cookie is gone afterwards, whether its state was that of the answer or not.
  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    Optional<Sent> sent = found(request);
    saveAuthorizationRequest(null, request, response);
    sent.ifPresent(one -> request.setAttribute(ONWARD, one.to()));
    return sent.map(Sent::request).orElse(null);
  }

  private Optional<Sent> found(HttpServletRequest request) {
    String state = request.getParameter(OAuth2ParameterNames.STATE);
    Cookie[] cookies = request.getCookies();
    if (state == null || cookies == null) {
      return Optional.empty();
    }
    return Arrays.stream(cookies)
        .filter(cookie -> cookie.getName().equals(NAME))
        .findFirst()
        .flatMap(cookie -> opened(cookie.getValue()))
        .filter(sent -> sent.until_s() > clock.instant().getEpochSecond())
        .filter(sent ->
            MessageDigest.isEqual(
                sent.state().getBytes(StandardCharsets.UTF_8),
                state.getBytes(StandardCharsets.UTF_8)));
  }

  private Optional<Sent> opened(String value) {
    try {
      byte[] plain = cipher.open(Base64.getUrlDecoder().decode(value), CONTEXT);
      return Optional.of(json.readValue(plain, Sent.class));
    } catch (IllegalArgumentException | FieldCipher.BrokenSeal _) {
      return Optional.empty();
    }
  }

  private static String cookie(HttpServletRequest request, String value, Duration age) {
    return ResponseCookie.from(NAME, value)
        .path(PATH)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .maxAge(age)
        .build()
        .toString();
  }

  private static String text(@Nullable Object attribute) {
    return attribute == null ? "" : attribute.toString();
  }

  /// @param to page to go on to
  /// @param until_s seconds since 1970
  private record Sent(
      String uri,
      String clientId,
      String redirectUri,
      Set<String> scopes,
      String state,
      String nonce,
      String verifier,
      String to,
      long until_s) {
    OAuth2AuthorizationRequest request() {
      return OAuth2AuthorizationRequest.authorizationCode()
          .authorizationUri(uri)
          .clientId(clientId)
          .redirectUri(redirectUri)
          .scopes(scopes)
          .state(state)
          .attributes(
              Map.of(
                  OAuth2ParameterNames.REGISTRATION_ID,
                  Provider.ID,
                  OidcParameterNames.NONCE,
                  nonce,
                  PkceParameterNames.CODE_VERIFIER,
                  verifier))
          .build();
    }
  }
}
