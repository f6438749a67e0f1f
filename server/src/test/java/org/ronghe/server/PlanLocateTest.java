package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.ronghe.server.Typed.ronghe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.server.cli.Commands;
import tools.jackson.databind.JsonNode;

/// `plan locate` as people type it.
class PlanLocateTest {
  private static final String PLACES =
      """
      id,people,may,cap,cost,stands,town
      a,10,1,25,4,,1
      b,20,1,25,3,small,0
      c,5,0,,,,0
      d,8,1,40,6,,0
      """;
  private static final String MATRIX =
      """
      from_id,to_id,travel_time
      a,b,10
      b,a,10
      a,d,30
      d,a,30
      b,d,20
      d,b,20
      c,a,15
      c,b,5
      c,d,12
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Typed locate(String... more) {
    List<String> typed = new ArrayList<>(List.of("plan", "locate", "--out", out().toString()));
    typed.addAll(List.of(more));
    return ronghe(typed.toArray(String[]::new));
  }

  private Typed onPlaces(String... more) throws IOException {
    List<String> typed =
        new ArrayList<>(
            List.of(
                "--matrix",
                file("matrix.csv", MATRIX).toString(),
                "--places",
                file("places.csv", PLACES).toString()));
    typed.addAll(List.of("--candidates", "may", "--demand", "people"));
    typed.addAll(List.of(more));
    return locate(typed.toArray(String[]::new));
  }

  private Path out() {
    return folder.resolve("out.json");
  }

  private JsonNode answer() throws IOException {
    return Visitor.JSON.readTree(Files.readString(out()));
  }

  private static Path orlib(String name) {
    Path path =
        Path.of(Optional.ofNullable(System.getenv("RONGHE_REFERENCE")).orElse("../../shared/data"))
            .resolve("plan/ORLIB/" + name);
    assumeTrue(Files.exists(path), "no reference data: set RONGHE_REFERENCE to prove OR-Library");
    return path;
  }

  @Test
  void A01_the_best_two_of_three() throws IOException {
    Typed said = onPlaces("--model", "p-median", "--p", "2");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).contains("proved optimal", "125");
    // b and d: a goes to b (10 × 10), c to b (5 × 5); a and b would cost 25 + 8 × 20 = 185.
    assertThat(answer().path("objective").asDouble()).isEqualTo(100 + 25);
    assertThat(answer().path("optimal").asBoolean()).isTrue();
    assertThat(answer().path("sites").toString()).isEqualTo("[\"b\",\"d\"]");
    assertThat(answer().path("assignment").path("c").asString()).isEqualTo("b");
    assertThat(said.err()).contains("3 ").doesNotContain("Exception");
  }

  @Test
  void A02_the_other_models() throws IOException {
    assertThat(onPlaces("--model", "p-center", "--p", "1").code()).isZero();
    assertThat(answer().path("objective").asInt()).isEqualTo(20);
    assertThat(onPlaces("--model", "lscp", "--radius", "10").code()).isZero();
    assertThat(answer().path("objective").asInt()).isEqualTo(2);
    assertThat(onPlaces("--model", "mclp", "--p", "1", "--radius", "10").code()).isZero();
    assertThat(answer().path("objective").asInt()).isEqualTo(35);
    assertThat(answer().path("assignment").path("d").isNull()).isTrue();
  }

  @Test
  void A03_no_answer_is_an_answer_with_a_reason() throws IOException {
    Typed said = onPlaces("--model", "lscp", "--radius", "3");
    assertThat(said.code()).isEqualTo(Commands.FOUND_WRONG);
    assertThat(answer().path("feasible").asBoolean(true)).isFalse();
    assertThat(answer().path("reason").path("code").asString()).isEqualTo("out-of-reach");
    assertThat(answer().path("reason").path("en").asString()).contains("c");
    Typed tight = onPlaces("--model", "p-median", "--p", "1", "--capacity", "cap");
    assertThat(tight.code()).isEqualTo(Commands.FOUND_WRONG);
    assertThat(answer().path("reason").path("code").asString()).isEqualTo("capacity-below-demand");
  }

  @Test
  void B01_side_constraints_as_options() throws IOException {
    assertThat(onPlaces("--model", "p-median", "--p", "2", "--capacity", "cap").code()).isZero();
    // a serves d (8 × 30), b serves c (5 × 5); b and d would send a to d (10 × 30).
    assertThat(answer().path("sites").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(answer().path("objective").asDouble()).isEqualTo(240 + 25);
    Typed cheap = onPlaces("--model", "lscp", "--radius", "20", "--cost", "cost");
    assertThat(cheap.code()).as(cheap.out()).isZero();
    assertThat(answer().path("objective").asInt()).isEqualTo(3);
    assertThat(onPlaces("--model", "p-median", "--cost", "cost", "--budget", "5").code()).isZero();
    assertThat(answer().path("sites").size()).isEqualTo(1);
    assertThat(onPlaces("--model", "p-median", "--budget", "5").code()).isEqualTo(2);
  }

  @Test
  void B02_a_problem_file() throws IOException {
    Path problem =
        file(
            "problem.yaml",
            """
            budget: 6
            closing-cost: 1
            services:
              - name: clinic
                demand: people
                existing: stands
                kinds:
                  - {name: small, cost: 2, capacity: 25}
                  - {name: large, cost: 5, capacity: 60}
            """);
    Typed said = onPlaces("--model", "p-median", "--problem", problem.toString());
    assertThat(said.code()).as(said.out() + said.err()).isZero();
    assertThat(answer().path("cost").asDouble()).isLessThanOrEqualTo(6);
    assertThat(answer().path("facilities").size()).isPositive();
    Typed typo =
        onPlaces(
            "--model",
            "p-median",
            "--problem",
            file("typo.yaml", "bugdet: 6\nservices: [{name: clinic}]\n").toString());
    assertThat(typo.code()).isEqualTo(Commands.REFUSED);
    assertThat(typo.err()).contains("bugdet", "budget");
  }

  @ParameterizedTest
  @CsvSource({
    "pmed1.txt, 5819, 127",
    "pmed9.txt, 2734, 37",
    "pmed17.txt, 6999, 39",
    "pmed37.txt, 5057, 15"
  })
  void C01_optima_of_the_or_library_are_proved(String name, int median, int center)
      throws IOException {
    String path = orlib(name).toString();
    // Beasley's pmedopt and the published p-centre optima of the same graphs
    assertThat(locate("--model", "p-median", "--orlib", path).code()).isZero();
    assertThat(answer().path("objective").asInt()).isEqualTo(median);
    assertThat(answer().path("optimal").asBoolean()).isTrue();
    assertThat(locate("--model", "p-center", "--orlib", path).code()).isZero();
    assertThat(answer().path("objective").asInt()).isEqualTo(center);
    assertThat(answer().path("optimal").asBoolean()).isTrue();
  }

  @Test
  void C02_a_later_edge_overrides() throws IOException {
    Path twice = file("twice.txt", "3 3 1\n1 2 1\n2 3 4\n2 1 9\n");
    assertThat(locate("--model", "p-median", "--orlib", twice.toString()).code()).isZero();
    assertThat(answer().path("objective").asInt()).isEqualTo(13);
  }

  @Test
  void C03_as_Windows_writes_it() throws IOException {
    Path marked = file("marked.txt", "\uFEFF3 2 1\r\n1 2 1\r\n2 3 4\r\n");
    assertThat(locate("--model", "p-median", "--orlib", marked.toString()).code()).isZero();
    assertThat(answer().path("objective").asInt()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 3 1/1 2 1/2 3 4 | announces 3 edges and holds 2",
        "3 1 1/1 2 1/2 3 4 | announces 1 edges and holds 2",
        "3 1 1/1 9 1       | row 2 (node 9)",
        "3 1 1/1 2 -1      | length -1",
        "3 1 1/1 2 NaN     | length NaN",
        "3 1/1 2 3         | a line has three numbers",
        "3 1 0/1 2 3       | row 1 (p 0)",
        "3 2 4/1 2 3/2 3 1 | There are to be 4 sites"
      })
  void D01_bad_graphs_are_refused(String lines, String words) throws IOException {
    Path bad = file("bad.txt", lines.replace('/', '\n'));
    Typed said = locate("--model", "p-median", "--orlib", bad.toString());
    assertThat(said.code()).isEqualTo(Commands.REFUSED);
    assertThat(said.err()).contains(words).doesNotContain("Exception");
    assertThat(out()).doesNotExist();
  }

  @Test
  void D02_bad_tables_and_options_are_refused() throws IOException {
    assertThat(onPlaces("--model", "p-median", "--p", "0").code()).isEqualTo(2);
    assertThat(onPlaces("--model", "p-median", "--p", "9").err()).contains("only 3 places");
    assertThat(onPlaces("--model", "mclp", "--p", "1").err()).contains("--radius");
    assertThat(onPlaces("--model", "p-middle", "--p", "1").code()).isEqualTo(2);
    Path twice = file("twice.csv", MATRIX + "a,b,11\n");
    Path others = file("others.csv", "id\nx1\nx2\n");
    Path places = file("places.csv", PLACES);
    Typed unlike =
        locate(
            "--model",
            "p-median",
            "--p",
            "1",
            "--matrix",
            twice.toString(),
            "--places",
            places.toString());
    assertThat(unlike.code()).isEqualTo(Commands.REFUSED);
    assertThat(unlike.err()).contains("twice");
    Typed ids =
        locate(
            "--model",
            "p-median",
            "--p",
            "1",
            "--matrix",
            file("matrix.csv", MATRIX).toString(),
            "--places",
            others.toString());
    assertThat(ids.code()).isEqualTo(Commands.REFUSED);
    assertThat(ids.err()).contains("None of the ids").doesNotContain("Exception");
  }
}
