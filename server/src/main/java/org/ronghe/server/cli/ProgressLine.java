package org.ronghe.server.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.ronghe.office.problem.Refusal;
import tools.jackson.databind.JsonNode;

/// Says on standard error how far long work is, while the command waits for its answer.
final class ProgressLine {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private ProgressLine() {}

  /// Does the work and meanwhile prints a line whenever it has moved on.
  static JsonNode during(LocalCounty county, Supplier<JsonNode> work) {
    Thread teller = Thread.ofVirtual().start(() -> tell(county));
    try {
      return work.get();
    } finally {
      teller.interrupt();
    }
  }

  private static void tell(LocalCounty county) {
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    String before = "";
    try {
      while (true) {
        Thread.sleep(EVERY);
        JsonNode step = county.get("/api/v1/local/progress");
        String now = step.path("file").asString("");
        String rows = "%,d".formatted(step.path("rows").asLong());
        String line = Words.say("  " + now + "：" + rows + " 行", "  " + now + ": " + rows + " rows");
        if (!now.isEmpty() && !line.equals(before)) {
          err.println(line);
        }
        before = line;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (Refusal | IllegalStateException _) {
      // The work itself says what is wrong.
    }
  }
}
