package org.ronghe.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// Holds `docs/reference/cli.md` to what the program says of itself. Write it anew with `mvn -pl
/// server -am test -Dtest=CliReferenceTest -Dronghe.write-reference=true`.
class CliReferenceTest {
  private static final Path PAGE = Path.of("../docs/reference/cli.md");

  @Test
  void A01_the_page_says_what_the_program_says() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # The command line

            Written by `CliReferenceTest` from the program itself. `./ronghe test` runs all tests.

            """);
    write(Commands.commandLine(), "ronghe", page);
    if (Boolean.getBoolean("ronghe.write-reference")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
  }

  private static void write(CommandLine command, String name, StringBuilder page) {
    page.append("## ").append(name).append("\n```\n");
    page.append(command.getUsageMessage(Ansi.OFF).stripTrailing()).append("\n```\n\n");
    command
        .getSubcommands()
        .forEach((sub, line) -> {
          boolean hidden = line.getCommandSpec().usageMessage().hidden();
          if (!hidden && !sub.equals("help")) {
            write(line, name + " " + sub, page);
          }
        });
  }
}
