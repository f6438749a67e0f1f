package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.server.Typed.ronghe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.series.export.ParquetTable;
import tools.jackson.databind.JsonNode;

/// `plan access` and `plan equity` as they are typed.
class PlanGapStoriesTest {
  @TempDir private Path folder = Path.of("");
  private Path matrix = Path.of("");
  private Path places = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void write() throws IOException {
    matrix = folder.resolve("matrix.csv");
    places = folder.resolve("places.csv");
    out = folder.resolve("out.csv");
    Files.writeString(matrix, "from_id,to_id,travel_time\nA,X,10\nA,Y,30\nB,Y,20\nB,X,\n");
    Files.writeString(
        places,
        "id,people,beds,income,kind\nA,100,0,5,town\nB,300,0,3,village\nX,0,10,,\nY,0,20,,\n");
  }

  @Test
  void A01_the_value_of_each_origin() throws IOException {
    Typed typed = access("2sfca", "binary:30");
    assertThat(typed.code()).isZero();
    assertThat(Files.readAllLines(out)).containsExactly("id,value", "A," + (0.1 + 0.05), "B,0.05");
    assertThat(typed.err()).contains("1 pairs cannot be travelled");
  }

  @Test
  void A02_every_measure_answers() throws IOException {
    for (String measure :
        List.of(
            "cumulative",
            "gravity",
            "closest",
            "2sfca",
            "3sfca",
            "bfca",
            "spatial-availability",
            "balancing-cost",
            "capacity-assignment")) {
      Typed typed = access(measure, "binary:30");
      assertThat(typed.code()).as(measure + typed.err()).isZero();
      assertThat(Files.readAllLines(out)).as(measure).hasSize(3);
    }
  }

  @Test
  void A03_what_was_done_for_scripts() {
    JsonNode answer = access("closest", "", "--json").json();
    assertThat(answer.path("measure").asString()).isEqualTo("closest");
    assertThat(answer.path("origins").asInt()).isEqualTo(2);
    assertThat(answer.path("remarks").get(0).path("code").asString())
        .isEqualTo("pairs-unreachable");
  }

  @Test
  void A04_without_a_file_the_table_is_printed() {
    Typed typed =
        ronghe(
            "plan",
            "access",
            "--matrix",
            matrix.toString(),
            "--places",
            places.toString(),
            "--measure",
            "cumulative",
            "--decay",
            "binary:10",
            "--supply",
            "beds");
    assertThat(typed.out()).isEqualTo("id,value\nA,10\nB,0\n");
  }

  /// Parquet as `plan matrix` writes it: seconds, and nothing where there is no way.
  @Test
  void A05_a_matrix_in_parquet() throws IOException {
    matrix = folder.resolve("matrix.parquet");
    ByteArrayOutputStream from = new ByteArrayOutputStream();
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    for (String pair : List.of("AX", "AY", "BY", "BX")) {
      ParquetTable.putText(pair.substring(0, 1).getBytes(StandardCharsets.UTF_8), from);
      ParquetTable.putText(pair.substring(1).getBytes(StandardCharsets.UTF_8), to);
    }
    try (OutputStream file = Files.newOutputStream(matrix)) {
      ParquetTable table =
          new ParquetTable(
              file,
              "matrix",
              List.of(
                  new ParquetTable.Column("from_id", ParquetTable.Kind.TEXT),
                  new ParquetTable.Column("to_id", ParquetTable.Kind.TEXT),
                  new ParquetTable.Column("seconds", ParquetTable.Kind.NUMBER_OR_NOTHING)));
      double[] seconds = {600, 1800, 1200, Double.NaN};
      table.rowGroup(
          4, List.of(from.toByteArray(), to.toByteArray(), ParquetTable.optional(seconds)));
      table.finish(Map.of());
    }
    Typed typed = access("2sfca", "binary:30");
    assertThat(typed.code()).as(typed.err()).isZero();
    assertThat(typed.err()).contains("turned into minutes", "1 pairs cannot be travelled");
    assertThat(Files.readAllLines(out)).containsExactly("id,value", "A," + (0.1 + 0.05), "B,0.05");
  }

  @Test
  void A06_the_order_of_rows_makes_no_difference() throws IOException {
    access("bfca", "exponential:0.05");
    String first = Files.readString(out);
    Files.writeString(matrix, "from_id,to_id,travel_time\nB,Y,20\nA,Y,30\nB,X,\nA,X,10\n");
    Files.writeString(places, "id,people,beds\nY,0,20\nB,300,0\nX,0,10\nA,100,0\n");
    access("bfca", "exponential:0.05");
    assertThat(Files.readString(out)).isEqualTo(first);
  }

  @Test
  void B01_ids_that_do_not_match_are_counted_and_named() throws IOException {
    Files.writeString(matrix, "from_id,to_id,travel_time\nA,X,10\nZ,X,10\n");
    Typed typed = access("2sfca", "binary:30");
    assertThat(typed.code()).isZero();
    assertThat(typed.err()).contains("1 of from_id are not in", "counts as 0: Z");
    assertThat(typed.err()).contains("1 places with demand are not among from_id", "B");
  }

  @Test
  void B02_when_none_matches_it_is_refused() throws IOException {
    Files.writeString(matrix, "from_id,to_id,travel_time\nP,Q,10\n");
    Typed typed = access("2sfca", "binary:30");
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains("None of from_id (P)", "leading zeros");
    assertThat(out).doesNotExist();
  }

  @Test
  void B03_figures_must_be_numbers_of_at_least_0() throws IOException {
    Files.writeString(places, "id,people,beds\nA,-100,0\nX,0,10\n");
    Typed typed = access("2sfca", "binary:30");
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains("row 2, people (-100) must be a number of at least 0");
    Files.writeString(places, "id,people,beds\nA,\"1,000\",0\nX,0,10\n");
    assertThat(access("2sfca", "binary:30").err()).contains("Maybe there is a comma");
    Files.writeString(places, "id,peple,beds\nA,100,0\n");
    assertThat(access("2sfca", "binary:30").err()).contains("Maybe it is peple?");
  }

  @Test
  void B04_wrong_usage_says_how() {
    assertThat(access("2sfca", "binary").code()).isEqualTo(2);
    assertThat(access("2sfca", "").err()).contains("2sfca needs --decay");
    assertThat(access("cumulative", "linear:30").err()).contains("gravity");
    assertThat(access("sfca", "binary:3").err())
        .contains("There is no measure sfca", "Maybe 2sfca?");
    assertThat(access("2SFCA", "binary:30").code()).isZero();
    assertThat(access("Spatial_Availability", "binary:30").code()).isZero();
    Typed nobody =
        ronghe(
            "plan",
            "access",
            "--matrix",
            matrix.toString(),
            "--places",
            places.toString(),
            "--measure",
            "2sfca",
            "--decay",
            "binary:10",
            "--supply",
            "beds");
    assertThat(nobody.code()).isEqualTo(2);
    assertThat(nobody.err()).contains("needs --demand");
  }

  @Test
  void B06_a_cell_too_many_moves_nothing_silently() throws IOException {
    Files.writeString(matrix, "from_id,to_id,travel_time\nA,X,10,9\nB,Y,20,\n");
    Typed typed = access("gravity", "binary:30");
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains("row 2", "(9)", "beyond the 3 columns", "not in quotes");
    Files.writeString(matrix, "from_id,to_id,travel_time\nA,X,10,\nB,Y,20,\n");
    assertThat(access("gravity", "binary:30").code()).isZero();
  }

  @Test
  void B07_what_cannot_be_written_is_refused_before_anything_is_computed() {
    out = folder.resolve("out.parquet");
    assertThat(access("gravity", "binary:30").err()).contains("Use .csv or .csv.gz");
    out = folder;
    assertThat(access("gravity", "binary:30").err()).contains("Cannot write " + folder);
    out = folder.resolve("none/out.csv");
    Typed typed = access("gravity", "binary:30");
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains("its folder is not there");
  }

  @Test
  void B05_capacity_below_demand_is_said() {
    assertThat(access("capacity-assignment", "").err())
        .contains("All supply is 30, below all demand, 400");
  }

  @Test
  void B08_who_goes_where() throws IOException {
    Path shares = folder.resolve("shares.csv");
    assertThat(access("capacity-assignment", "", "--assignments", shares.toString()).code())
        .isZero();
    // ten places at X for A's hundred people, then twenty at Y for the three hundred of B
    assertThat(Files.readAllLines(shares))
        .containsExactly("from_id,to_id,people,cost", "A,X,10,10", "B,Y,20,20");
    assertThat(access("gravity", "binary:30", "--assignments", shares.toString()).code())
        .isEqualTo(2);
  }

  @Test
  void C01_equity_as_json() throws IOException {
    Files.writeString(out, "id,value\nA,10\nB,0\n");
    Typed typed = equity("--income", "income", "--group", "kind", "--line", "5");
    JsonNode answer = typed.json();
    assertThat(answer.path("gini").asDouble()).isEqualTo(0.75);
    assertThat(answer.path("fgt0").asDouble()).isEqualTo(0.75);
    assertThat(answer.path("theil_groups")).hasSize(2);
    assertThat(answer.has("concentration")).isTrue();
    assertThat(answer.has("concentration_corrected")).isTrue();
    assertThat(answer.has("coefficient_of_variation")).isTrue();
  }

  @Test
  void C02_who_reaches_nothing_is_left_out_by_name() throws IOException {
    Files.writeString(out, "id,value\nA,10\nB,Inf\n");
    assertThat(equity("--income", "income").err())
        .contains("1 places with people have no finite access and were left out: B");
  }

  @Test
  void C03_what_is_undefined_is_null_and_said() throws IOException {
    Files.writeString(out, "id,value\nA,0\nB,0\n");
    Typed typed = equity("--income", "income");
    assertThat(typed.json().path("gini").isNull()).isTrue();
    assertThat(typed.err()).contains("gini is undefined");
  }

  @Test
  void C04_access_below_0_is_refused() throws IOException {
    Files.writeString(out, "id,value\nA,-10\nB,4\n");
    Typed typed = equity("--income", "income");
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains("row 2, value (-10) is no number of at least 0");
  }

  private Typed access(String measure, String decay, String... more) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "plan",
                "access",
                "--matrix",
                matrix.toString(),
                "--places",
                places.toString(),
                "--measure",
                measure,
                "--demand",
                "people",
                "--supply",
                "beds",
                "--out",
                out.toString()));
    if (!decay.isEmpty()) {
      line.addAll(List.of("--decay", decay));
    }
    line.addAll(List.of(more));
    return ronghe(line.toArray(String[]::new));
  }

  private Typed equity(String... more) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "plan",
                "equity",
                "--access",
                out.toString(),
                "--places",
                places.toString(),
                "--population",
                "people"));
    line.addAll(List.of(more));
    return ronghe(line.toArray(String[]::new));
  }
}
