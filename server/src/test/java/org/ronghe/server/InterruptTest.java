package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl-C while a search runs, in a process of its own: the best so far is written, the process
/// ends with 130.
class InterruptTest {
  private static final int INTERRUPTED = 130;

  @TempDir private Path folder = Path.of("");

  @Test
  void A01_a_tour() throws Exception {
    Path file = Files.writeString(folder.resolve("in.vrp"), instance(120));
    Path out = folder.resolve("o.sol");
    int code = interrupted("rounds", "tour", "--cvrplib", file.toString(), "--out", out.toString());
    assertThat(code).isEqualTo(INTERRUPTED);
    assertThat(Files.readString(out)).startsWith("Route #1: ").contains("\nCost ");
  }

  @Test
  void A02_a_choice_of_sites() throws Exception {
    Path file = Files.writeString(folder.resolve("in.txt"), graph(900, 40));
    Path out = folder.resolve("o.json");
    int code =
        interrupted(
            "best",
            "locate",
            "--model",
            "p-median",
            "--orlib",
            file.toString(),
            "--out",
            out.toString());
    assertThat(code).isEqualTo(INTERRUPTED);
    assertThat(Visitor.JSON.readTree(Files.readString(out)).path("stopped").asString())
        .isEqualTo("interrupted");
  }

  /// Types the command, waits until it tells of its progress, presses Ctrl-C.
  ///
  /// @return the exit code
  private static int interrupted(String progress, String... command) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                "env",
                "--default-signal=INT", // a job in the background ignores it, and passes that on
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Ronghe.class.getName(),
                "plan"));
    line.addAll(List.of(command));
    line.addAll(List.of("--seconds", "120"));
    Process process =
        new ProcessBuilder(line).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader err =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      String said = err.readLine();
      while (said != null && !said.contains(progress)) {
        said = err.readLine();
      }
      assertThat(said).as("progress").isNotNull();
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      while (err.readLine() != null) {
        // to its end, or the process waits for us
      }
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static String instance(int customers) throws IOException {
    Random dice = new Random(7);
    StringBuilder coordinates = new StringBuilder("NODE_COORD_SECTION\n");
    StringBuilder demands = new StringBuilder("DEMAND_SECTION\n1 0\n");
    for (int n = 1; n <= customers + 1; n++) {
      coordinates.append("%d %d %d\n".formatted(n, dice.nextInt(1000), dice.nextInt(1000)));
      if (n > 1) {
        demands.append("%d %d\n".formatted(n, 1 + dice.nextInt(100)));
      }
    }
    return "NAME : made\nTYPE : CVRP\nDIMENSION : %d\nEDGE_WEIGHT_TYPE : EUC_2D\nCAPACITY : 700\n"
            .formatted(customers + 1)
        + coordinates
        + demands
        + "DEPOT_SECTION\n1\n-1\nEOF\n";
  }

  /// As the OR-Library makes them: a ring, so that all is connected, and chords.
  private static String graph(int nodes, int open) {
    Random dice = new Random(7);
    int edges = nodes * nodes / 50;
    StringBuilder text = new StringBuilder("%d %d %d\n".formatted(nodes, edges, open));
    for (int n = 1; n <= edges; n++) {
      int from = n <= nodes ? n : 1 + dice.nextInt(nodes);
      int to = n <= nodes ? n % nodes + 1 : 1 + dice.nextInt(nodes);
      text.append("%d %d %d\n".formatted(from, to, 1 + dice.nextInt(100)));
    }
    return text.toString();
  }
}
