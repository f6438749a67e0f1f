package org.ronghe.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// `./ronghe serve windows`, typed as people type it.
class ServeWindowsTest {
  private static final String SHIPPED = "../packs/windows/shangdang-centre.yaml";

  @TempDir private Path folder;

  @Test
  void A01_the_shipped_hall_gets_a_proposal_that_keeps_its_promise() {
    Typed typed = type("serve", "windows", "--hall", SHIPPED, "--days", "40", "--json");
    assertThat(typed.exit()).isZero();
    JsonNode answer = Terminal.JSON.readTree(typed.out());
    assertThat(answer.path("synthetic").asBoolean()).isTrue();
    JsonNode proposal = answer.path("proposals").path(0);
    assertThat(proposal.path("reached").asBoolean()).isTrue();
    assertThat(proposal.path("windows").size()).isEqualTo(15);
    assertThat(proposal.path("report").path("prompt").path("low95").asDouble()).isGreaterThan(0.9);
  }

  @Test
  void B01_a_wrong_figure_is_named() throws IOException {
    Path wrong = folder.resolve("hall.yaml");
    Files.writeString(
        wrong, Files.readString(Path.of(SHIPPED)).replace("walkIns: [6,", "walkIns: [-6,"));
    Typed typed = type("serve", "windows", "--hall", wrong.toString());
    assertThat(typed.exit()).isEqualTo(Commands.REFUSED);
    assertThat(typed.err()).contains("walkIns of social-insurance must be at least 0 but is -6.0");
  }

  @Test
  void B02_a_day_with_too_few_intervals_is_named() throws IOException {
    Path wrong = folder.resolve("hall.yaml");
    Files.writeString(
        wrong, Files.readString(Path.of(SHIPPED)).replace("intervals: 15", "intervals: 14"));
    Typed typed = type("serve", "windows", "--hall", wrong.toString());
    assertThat(typed.exit()).isEqualTo(Commands.REFUSED);
    assertThat(typed.err()).contains("kinds[0].walkIns must have 14 values");
  }

  private static Typed type(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Commands.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int exit = line.execute(words);
    return new Typed(exit, out.toString(), err.toString());
  }

  private record Typed(int exit, String out, String err) {}
}
