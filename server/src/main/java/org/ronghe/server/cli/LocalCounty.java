package org.ronghe.server.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Refusal;
import org.ronghe.server.folder.DataFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The county that runs on a data folder, asked over loopback with its local token.
final class LocalCounty {
  /// A replay at the speed of life takes as long as it took: the work itself sets no limit.
  private static final Duration LIMIT = Duration.ofDays(365);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI base;
  private final String token;
  private final long pid;

  private LocalCounty(URI base, String token, long pid) {
    this.base = base;
    this.token = token;
    this.pid = pid;
  }

  /// The county that holds this folder; empty when none does.
  static Optional<LocalCounty> on(Path data) {
    if (!DataFolder.isTaken(data)) {
      return Optional.empty();
    }
    Path run = data.resolve("run");
    try {
      JsonNode ports = Terminal.JSON.readTree(Files.readString(run.resolve("ports.json")));
      String token = Files.readString(run.resolve("local-token"), StandardCharsets.UTF_8);
      String bind = ports.path("bind").asString("127.0.0.1");
      boolean any = bind.equals("0.0.0.0") || bind.equals("::");
      String host = any ? "127.0.0.1" : bind.contains(":") ? "[" + bind + "]" : bind;
      URI base = URI.create("http://" + host + ":" + ports.path("http").asInt());
      return Optional.of(new LocalCounty(base, token.strip(), ports.path("pid").asLong()));
    } catch (IOException | JacksonException e) {
      throw new Refusal(
          "not-ready",
          "数据目录正被使用，但还读不到 " + run + "：" + e.getMessage(),
          "The data folder is in use, but " + run + " cannot be read: " + e.getMessage(),
          "等启动完成再试；或换成启动融合的那个账户。",
          "Try again once it has started, or as the account that started it.");
    }
  }

  long pid() {
    return pid;
  }

  JsonNode get(String path) {
    return send("GET", path, null);
  }

  JsonNode post(String path, Object body) {
    return send("POST", path, body);
  }

  JsonNode patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  void delete(String path) {
    send("DELETE", path, null);
  }

  private JsonNode send(String method, String path, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(LIMIT)
            .header("X-Ronghe-Local-Token", token)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(Terminal.JSON.writeValueAsString(body)));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String text = answer.body();
      JsonNode tree = text.isBlank() ? Terminal.JSON.nullNode() : Terminal.JSON.readTree(text);
      if (answer.statusCode() >= 400) {
        throw refusal(answer.statusCode(), tree);
      }
      return tree;
    } catch (IOException e) {
      throw new Refusal(
          "no-answer",
          "运行中的县没有应答：" + e,
          "The running county does not answer: " + e,
          "查看数据目录下 logs/ronghe.log。",
          "Look at logs/ronghe.log in the data folder.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Refusal refusal(int status, JsonNode problem) {
    return new Refusal(
        problem.path("code").asString("http-" + status),
        problem.path("zh").asString("请求被拒绝（" + status + "）。"),
        problem.path("en").asString("Refused (" + status + ")."),
        problem.path("nextZh").asString(""),
        problem.path("nextEn").asString(""));
  }
}
