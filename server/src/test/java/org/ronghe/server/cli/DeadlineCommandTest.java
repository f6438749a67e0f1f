package org.ronghe.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// `./ronghe serve deadline` and `serve calendar`, typed as people type them.
class DeadlineCommandTest {
  private static final String SHIPPED = "../packs/calendar";

  @TempDir private Path folder;

  private static Typed deadline(String... arguments) {
    List<String> all = new ArrayList<>(List.of("serve", "deadline", "--calendars", SHIPPED));
    all.addAll(List.of(arguments));
    return type(all.toArray(String[]::new));
  }

  private static String due(String... arguments) {
    Typed typed = deadline(arguments);
    assertThat(typed.exit()).as(typed.err()).isZero();
    return typed.json().path("due").asString();
  }

  @Test
  void A01_twenty_working_days_over_the_national_holiday() {
    assertThat(due("--from", "2026-09-18", "--working-days", "20", "--json"))
        .isEqualTo("2026-10-22");
  }

  @Test
  void A02_several_suspensions_after_one_option_or_many_are_the_same() {
    String[] one = {
      "--from",
      "2026-03-02",
      "--working-days",
      "5",
      "--json",
      "--suspend",
      "2026-03-04..2026-03-05",
      "2026-03-05..2026-03-06"
    };
    String[] many = {
      "--suspend",
      "2026-03-05..2026-03-06",
      "--from",
      "2026-03-02",
      "--working-days",
      "5",
      "--suspend",
      "2026-03-04..2026-03-05",
      "--json"
    };
    assertThat(due(one)).isEqualTo(due(many)).isEqualTo("2026-03-12");
  }

  @Test
  void A03_the_ledger_sums_to_the_days_asked_for() {
    JsonNode answer = deadline("--from", "2025-12-29", "--working-days", "20", "--json").json();
    int counted = 0;
    for (JsonNode line : answer.path("ledger")) {
      counted += line.path("counted").asInt();
      assertThat(line.path("zh").asString()).isNotBlank();
    }
    assertThat(counted).isEqualTo(20);
    assertThat(answer.path("calendars")).hasSize(2);
  }

  @Test
  void B01_2027_has_no_calendar_and_the_refusal_says_what_to_do() {
    Typed typed = deadline("--from", "2026-12-20", "--working-days", "20", "--json");
    assertThat(typed.exit()).isEqualTo(Commands.REFUSED);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).contains("2027", "2018–2026", "serve calendar import 2027.json");
    assertThat(deadline("--from", "2026-01-05", "--working-days", "999999999").err())
        .contains("2027");
    assertThat(deadline("--from", "2027-03-01", "--working-days", "1").err()).contains("2027");
  }

  @Test
  void B02_what_cannot_be_read_is_wrong_usage_and_named() {
    assertThat(wrong("--from", "2026-3-2", "--working-days", "5")).contains("2026-03-02");
    assertThat(wrong("--from", "2026-02-30", "--working-days", "5")).contains("2026-02-30");
    assertThat(wrong("--from", "2026-03-02", "--working-days", "0")).contains("0");
    assertThat(wrong("--from", "2026-03-02", "--working-days", "-3")).contains("-3");
    assertThat(wrong("--from", "2026-03-02", "--working-days", "1.5")).contains("1.5");
    assertThat(
            wrong(
                "--from",
                "2026-03-02",
                "--working-days",
                "5",
                "--suspend",
                "2026-03-09..2026-03-05"))
        .contains("2026-03-05..2026-03-09");
    assertThat(wrong("--from", "2026-03-02")).contains("--working-days");
  }

  private static String wrong(String... arguments) {
    Typed typed = deadline(arguments);
    assertThat(typed.exit()).isEqualTo(CommandLine.ExitCode.USAGE);
    return typed.err();
  }

  @Test
  void C01_an_imported_year_is_reckoned_with() throws IOException {
    Path list = folder.resolve("2027.json");
    StringBuilder days = new StringBuilder();
    for (int day = 1; day <= 7; day++) {
      days.append("{\"name\":\"国庆节\",\"date\":\"2027-10-0" + day + "\",\"isOffDay\":true},");
    }
    days.append("{\"name\":\"国庆节\",\"date\":\"2027-10-09\",\"isOffDay\":false}");
    Files.writeString(
        list, "{\"year\":2027,\"papers\":[\"https://example.org\"],\"days\":[" + days + "]}");
    String calendars = folder.resolve("calendars").toString();
    Typed imported =
        type("serve", "calendar", "import", list.toString(), "--calendars", calendars, "--json");
    assertThat(imported.exit()).as(imported.err()).isZero();
    Typed reckoned =
        type(
            "serve",
            "deadline",
            "--calendars",
            calendars,
            "--from",
            "2027-09-30",
            "--working-days",
            "2",
            "--json");
    assertThat(reckoned.json().path("due").asString()).isEqualTo("2027-10-09");
    Typed again = type("serve", "calendar", "import", list.toString(), "--calendars", calendars);
    assertThat(again.exit()).isEqualTo(Commands.REFUSED);
    assertThat(again.err()).contains("--replace");
  }

  @Test
  void C02_an_empty_year_is_not_imported() throws IOException {
    Path list = folder.resolve("2027.json");
    Files.writeString(list, "{\"year\":2027,\"papers\":[],\"days\":[]}");
    Typed imported =
        type("serve", "calendar", "import", list.toString(), "--calendars", folder.toString());
    assertThat(imported.exit()).isEqualTo(Commands.REFUSED);
    assertThat(imported.err()).contains("2027");
    assertThat(folder.resolve("2027.yaml")).doesNotExist();
  }

  private static Typed type(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Commands.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int exit = line.execute(arguments);
    return new Typed(exit, out.toString(), err.toString());
  }

  private record Typed(int exit, String out, String err) {
    JsonNode json() {
      return Terminal.JSON.readTree(out);
    }
  }
}
