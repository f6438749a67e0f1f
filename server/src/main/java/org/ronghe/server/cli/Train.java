package org.ronghe.server.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.ronghe.server.boot.RunningCounty;
import org.ronghe.server.boot.Settings;
import picocli.CommandLine.Command;

/// Starts the sample county on a throw-away folder, asks it for a few pages, and stops: the run
/// from which Java learns what to keep ready (AOT cache). The launcher calls it after a build.
@Command(name = "train", hidden = true, description = "试运行 / a trial run for the AOT cache")
final class Train implements Callable<Integer> {
  private static final List<String> PAGES =
      List.of("", "api/v1/county", "api/v1/session", "actuator/health", "ogc");

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("ronghe-train-");
    Path home = Path.of(System.getProperty("ronghe.home", "."));
    System.setProperty("ronghe.logs", data.resolve("logs").toString());
    try (RunningCounty running =
            RunningCounty.start(
                new Settings(home, data, null, 0, 0, "127.0.0.1", null, true, false));
        HttpClient http = HttpClient.newHttpClient()) {
      for (String page : PAGES) {
        URI address = running.address().resolve(page);
        http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
      }
    } finally {
      try (var files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
    return Commands.DONE;
  }
}
