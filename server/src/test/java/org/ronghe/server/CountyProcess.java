package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The whole program as a process of its own, started on a folder, to be killed and started again.
final class CountyProcess {
  private final Path folder;
  private final List<String> javaOptions;
  private Optional<Process> running = Optional.empty();

  /// A started county and where it listens.
  record Ports(URI http, int mqtt) {}

  /// @param folder with `county/`, the package; gets `data/` and `out.log`
  CountyProcess(Path folder, String... javaOptions) {
    this.folder = folder;
    this.javaOptions = List.of(javaOptions);
  }

  Path data() {
    return folder.resolve("data");
  }

  Process process() {
    return running.orElseThrow();
  }

  /// Returns when it serves.
  Ports start() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dronghe.home=" + Path.of("..").toAbsolutePath().normalize()));
    command.addAll(javaOptions);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "org.ronghe.server.Ronghe",
            "start",
            "--data",
            data().toString(),
            "--county",
            folder.resolve("county").toString(),
            "--port",
            "0",
            "--mqtt-port",
            "0",
            "--no-demo-feed"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.log").toFile())
            .start();
    running = Optional.of(process);
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    Optional<Ports> ports = portsOf(process);
    while (ports.isEmpty()) {
      assertThat(process.isAlive()).as("started: " + said()).isTrue();
      assertThat(System.nanoTime()).as("start takes too long: " + said()).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(50);
      ports = portsOf(process);
    }
    return ports.get();
  }

  /// What it printed since it was started last.
  String said() throws IOException {
    return Files.readString(folder.resolve("out.log"));
  }

  /// Kill -9.
  void kill() throws InterruptedException {
    Process victim = process();
    assertThat(victim.isAlive()).isTrue();
    victim.destroyForcibly();
    assertThat(victim.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  /// Stops it in order, if it still runs.
  void stop() throws InterruptedException {
    if (running.isPresent()) {
      Process last = running.get();
      last.destroy();
      if (!last.waitFor(60, TimeUnit.SECONDS)) {
        last.destroyForcibly();
      }
    }
  }

  /// Empty until this very process has written its ports; the killed one left its own behind.
  private Optional<Ports> portsOf(Process process) throws IOException {
    Path file = data().resolve("run/ports.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode read = Visitor.JSON.readTree(Files.readString(file));
      if (read.path("pid").asLong() != process.pid()) {
        return Optional.empty();
      }
      URI http = URI.create("http://127.0.0.1:" + read.path("http").asInt() + "/");
      return Optional.of(new Ports(http, read.path("mqtt").asInt()));
    } catch (java.nio.file.NoSuchFileException | JacksonException _) {
      return Optional.empty(); // being written
    }
  }
}
