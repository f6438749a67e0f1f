package org.ronghe.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// An OpenID provider on loopback: discovery, authorization code with PKCE, tokens signed RS256,
/// userinfo. It insists on what the standards let it insist on, and can be told to lie.
final class TestIssuer implements AutoCloseable {
  static final String CLIENT = "ronghe-county";
  static final String SECRET = "only for this test";

  /// What is wrong with the next token.
  enum Lie {
    NONE,
    NONCE,
    ISSUER,
    AUDIENCE,
    EXPIRED,
    SIGNATURE,
    UNSIGNED,
    USERINFO_OF_ANOTHER
  }

  private final HttpServer server;
  private final RSAKey key;
  private final RSAKey foreign;
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Object>> tokens = new ConcurrentHashMap<>();
  private volatile Map<String, Object> person = Map.of();
  private volatile Lie lie = Lie.NONE;

  private TestIssuer(HttpServer server, RSAKey key, RSAKey foreign) {
    this.server = server;
    this.key = key;
    this.foreign = foreign;
  }

  static TestIssuer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
      RSAKey foreign = new RSAKeyGenerator(2048).keyID("k1").generate();
      TestIssuer issuer = new TestIssuer(server, key, foreign);
      server.createContext("/.well-known/openid-configuration", issuer::discovery);
      server.createContext("/jwks", issuer::jwks);
      server.createContext("/authorize", issuer::authorize);
      server.createContext("/token", issuer::token);
      server.createContext("/userinfo", issuer::userinfo);
      server.start();
      return issuer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Who signs in from now on: `sub` and other claims.
  void person(Map<String, Object> claims) {
    person = Map.copyOf(claims);
    lie = Lie.NONE;
  }

  void lie(Lie about) {
    lie = about;
  }

  private void discovery(HttpExchange exchange) throws IOException {
    json(
        exchange,
        200,
        Map.of(
            "issuer",
            address(),
            "authorization_endpoint",
            address() + "/authorize",
            "token_endpoint",
            address() + "/token",
            "jwks_uri",
            address() + "/jwks",
            "userinfo_endpoint",
            address() + "/userinfo",
            "response_types_supported",
            List.of("code"),
            "subject_types_supported",
            List.of("public"),
            "id_token_signing_alg_values_supported",
            List.of("RS256")));
  }

  private void jwks(HttpExchange exchange) throws IOException {
    json(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject());
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
    boolean sound =
        "code".equals(asked.get("response_type"))
            && CLIENT.equals(asked.get("client_id"))
            && asked.getOrDefault("redirect_uri", "").endsWith("/api/v1/oidc/back/province")
            && List.of(asked.getOrDefault("scope", "").split(" ")).contains("openid")
            && !asked.getOrDefault("state", "").isEmpty()
            && !asked.getOrDefault("nonce", "").isEmpty()
            && "S256".equals(asked.get("code_challenge_method"))
            && asked.getOrDefault("code_challenge", "").length() == 43;
    if (!sound) {
      json(exchange, 400, Map.of("error", "invalid_request"));
      return;
    }
    String code = UUID.randomUUID().toString();
    grants.put(code, new Grant(asked, person, lie));
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            asked.get("redirect_uri")
                + "?code="
                + code
                + "&state="
                + URLEncoder.encode(
                    Objects.requireNonNull(asked.get("state")), StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> asked = form(body);
    Grant grant = grants.remove(asked.getOrDefault("code", ""));
    if (grant == null || !isSound(asked, grant, exchange)) {
      json(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    String access = UUID.randomUUID().toString();
    tokens.put(
        access,
        grant.lie() == Lie.USERINFO_OF_ANOTHER ? Map.of("sub", "somebody-else") : grant.person());
    json(
        exchange,
        200,
        Map.of(
            "access_token",
            access,
            "token_type",
            "Bearer",
            "expires_in",
            60,
            "scope",
            "openid profile",
            "id_token",
            idToken(grant)));
  }

  private static boolean isSound(Map<String, String> asked, Grant grant, HttpExchange exchange) {
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
    return basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
        && "authorization_code".equals(asked.get("grant_type"))
        && Objects.equals(asked.get("redirect_uri"), grant.asked().get("redirect_uri"))
        && challenge(asked.getOrDefault("code_verifier", ""))
            .equals(grant.asked().get("code_challenge"));
  }

  private String idToken(Grant grant) {
    Instant now = Instant.now();
    Instant end = grant.lie() == Lie.EXPIRED ? now.minusSeconds(600) : now.plusSeconds(60);
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(grant.lie() == Lie.ISSUER ? "https://other.example" : address())
            .audience(grant.lie() == Lie.AUDIENCE ? "another-client" : CLIENT)
            .issueTime(Date.from(end.minusSeconds(60)))
            .expirationTime(Date.from(end))
            .claim("nonce", grant.lie() == Lie.NONCE ? "stale" : grant.asked().get("nonce"));
    grant.person().forEach(claims::claim);
    try {
      if (grant.lie() == Lie.UNSIGNED) {
        return new PlainJWT(claims.build()).serialize();
      }
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims.build());
      token.sign(new RSASSASigner(grant.lie() == Lie.SIGNATURE ? foreign : key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void userinfo(HttpExchange exchange) throws IOException {
    String header =
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
    Map<String, Object> claims = tokens.get(header.replaceFirst("^Bearer ", ""));
    if (claims == null) {
      json(exchange, 401, Map.of("error", "invalid_token"));
    } else {
      json(exchange, 200, claims);
    }
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      fields.put(
          URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static void json(HttpExchange exchange, int status, Map<String, Object> body)
      throws IOException {
    byte[] bytes = Visitor.JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private record Grant(Map<String, String> asked, Map<String, Object> person, Lie lie) {}
}
