package org.ronghe.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Someone who visits a running county over real HTTP: keeps cookies as a browser does, sends the
/// CSRF header as our page does.
final class Visitor {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private @Nullable String authorization;
  private @Nullable String localToken;
  private boolean sendsCsrf = true;

  Visitor(URI base) {
    this.base = base;
  }

  Visitor withBasic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    authorization = "Basic " + Base64.getEncoder().encodeToString(both);
    return this;
  }

  Visitor withLocalToken(String token) {
    localToken = token;
    return this;
  }

  Visitor withoutCsrf() {
    sendsCsrf = false;
    return this;
  }

  Answer signIn(String user, String password) {
    return send("POST", "/api/v1/session", Map.of("user", user, "password", password));
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  Answer delete(String path) {
    return send("DELETE", path, null);
  }

  Answer send(String method, String path, @Nullable Object body) {
    String text = body == null ? "" : JSON.writeValueAsString(body);
    return sendText(method, path, body == null ? null : "application/json", text);
  }

  Answer sendText(String method, String path, @Nullable String contentType, String body) {
    return Answer.of(exchange(method, path, contentType, body));
  }

  /// Bytes as they are, with these headers besides; waits half a minute at most.
  Answer sendBytes(String method, String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        request(method, path, HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    return Answer.of(exchange(request.timeout(Duration.ofSeconds(30)).build()));
  }

  /// The same without saying beforehand how many.
  Answer sendStream(String method, String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        request(
            method,
            path,
            HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)));
    headers.forEach(request::setHeader);
    return Answer.of(exchange(request.timeout(Duration.ofSeconds(30)).build()));
  }

  /// A file, byte for byte.
  HttpResponse<byte[]> download(String path) {
    return exchange("GET", path, null, "");
  }

  private HttpResponse<byte[]> exchange(
      String method, String path, @Nullable String contentType, String body) {
    HttpRequest.Builder request =
        request(
            method,
            path,
            body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body));
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    return exchange(request.build());
  }

  private HttpRequest.Builder request(
      String method, String path, HttpRequest.BodyPublisher content) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).method(method, content);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (localToken != null) {
      request.header("X-Ronghe-Local-Token", localToken);
    }
    if (sendsCsrf) {
      cookie("XSRF-TOKEN").ifPresent(value -> request.header("X-XSRF-TOKEN", value));
    }
    return request;
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  java.util.Optional<String> cookie(String name) {
    return cookies.getCookieStore().get(base).stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /// What came back.
  record Answer(int status, String body, Map<String, java.util.List<String>> headers) {
    static Answer of(HttpResponse<byte[]> answer) {
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      return new Answer(answer.statusCode(), body, answer.headers().map());
    }

    JsonNode json() {
      return JSON.readTree(body);
    }

    String code() {
      return json().path("code").asString("");
    }

    String header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(entry -> String.join(", ", entry.getValue()))
          .findFirst()
          .orElse("");
    }
  }
}
