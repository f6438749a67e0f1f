package org.ronghe.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Listens to the live stream of a running county as a browser does, and takes the time from a
/// reading's source time to its arrival here. Run it beside [MqttLoad] on the same machine, whose
/// readings carry the time they were sent.
@Command(name = "live-latency", mixinStandardHelpOptions = true)
public final class LiveLatency implements Runnable {
  private static final int MOST = 5_000_000;

  @Option(names = "--url", defaultValue = "http://127.0.0.1:8750")
  private String url = "";

  @Option(names = "--user", required = true)
  private String user = "";

  @Option(names = "--password", required = true)
  private String password = "";

  @Option(names = "--tunnel", required = true, description = "id of the tunnel to watch")
  private String tunnel = "";

  @Option(names = "--seconds", defaultValue = "60")
  private int seconds;

  private final ObjectMapper json = JsonMapper.builder().build();
  private final CookieManager cookies = new CookieManager();
  private final long[] late_ms = new long[MOST];
  private int seen;

  public static void main(String[] args) {
    System.exit(new CommandLine(new LiveLatency()).execute(args));
  }

  @Override
  public void run() {
    try (HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build()) {
      signIn(http);
      listen(http);
    } catch (IOException e) {
      throw new IllegalStateException("the county went away", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Arrays.sort(late_ms, 0, seen);
    System.out.println(
        String.format(
            Locale.ROOT,
            "%,d values reached the browser in %d s; publish to browser p50 %d ms, p99 %d ms,"
                + " worst %d ms",
            seen,
            seconds,
            quantile(0.5),
            quantile(0.99),
            quantile(1)));
  }

  private void signIn(HttpClient http) throws IOException, InterruptedException {
    URI session = URI.create(url + "/api/v1/session");
    http.send(HttpRequest.newBuilder(session).build(), BodyHandlers.discarding());
    String token =
        cookies.getCookieStore().getCookies().stream()
            .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
            .findFirst()
            .orElseThrow()
            .getValue();
    String body =
        json.writeValueAsString(
            json.createObjectNode().put("user", user).put("password", password));
    int status =
        http.send(
                HttpRequest.newBuilder(session)
                    .header("Content-Type", "application/json")
                    .header("X-XSRF-TOKEN", token)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.discarding())
            .statusCode();
    if (status != 200) {
      throw new IllegalStateException("signing in was answered with " + status);
    }
  }

  private void listen(HttpClient http) throws IOException, InterruptedException {
    HttpRequest live =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/live?tunnel=" + tunnel)).build();
    long end_ms = System.currentTimeMillis() + seconds * 1000L;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                http.send(live, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && System.currentTimeMillis() < end_ms) {
        if (line.startsWith("data:[")) {
          take(line.substring("data:".length()), System.currentTimeMillis());
        }
        line = lines.readLine();
      }
    }
  }

  private void take(String rows, long now_ms) {
    for (JsonNode row : json.readTree(rows)) {
      if (seen < MOST) {
        late_ms[seen++] = now_ms - row.get(1).asLong();
      }
    }
  }

  private long quantile(double share) {
    return seen == 0 ? -1 : late_ms[(int) Math.min(seen - 1, Math.floor(share * seen))];
  }
}
