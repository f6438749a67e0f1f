package org.ronghe.sources.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ronghe.engines.gap.Access;
import org.ronghe.engines.gap.Convention;
import org.ronghe.engines.gap.Decay;
import org.ronghe.engines.gap.DecayText;
import org.ronghe.engines.gap.Inequality;
import org.ronghe.engines.gap.Inequality.Ties;
import org.ronghe.engines.gap.Measure;
import org.ronghe.engines.gap.Poverty;
import org.ronghe.engines.gap.Residents;
import org.ronghe.engines.gap.Theil;
import org.ronghe.model.travel.TravelTable;

/// Belo Horizonte, 898 hexagons and 748,437 pairs: the numbers of the R package accessibility
/// 1.4.0.9000 and of PySAL access.
class BeloHorizonteReferenceTest {
  private static final Path BHO = reference().resolve("plan/bho");
  private static TravelTable table;
  private static PlaceTable places;

  private static Path reference() {
    String named = System.getenv("RONGHE_REFERENCE");
    return named == null ? Path.of("../../shared/data") : Path.of(named);
  }

  @BeforeAll
  static void read() {
    assumeThat(BHO.resolve("travel_matrix.csv.gz"))
        .as("reference data is not here: set RONGHE_REFERENCE to read plan/bho")
        .isRegularFile();
    table = taken(MatrixFile.read(BHO.resolve("travel_matrix.csv.gz"), null));
    places = taken(PlaceFile.read(BHO.resolve("land_use_data.csv")));
  }

  @Test
  void A01_the_matrix_is_read_whole() {
    assertThat(table.origins()).hasSize(898);
    assertThat(table.destinations()).hasSize(898);
    assertThat(table.pairs()).isEqualTo(748_437);
  }

  @Test
  void B01_the_files_that_R_wrote() throws IOException {
    same("expected_cumulative_cutoff_jobs_30.csv", 1, ask("cumulative", "binary:30"), "jobs");
    same("expected_gravity_jobs_lin50.csv", 1, ask("gravity", "linear:50"), "jobs");
    same("expected_cost_to_closest_schools.csv", 1, ask("closest", "binary:0"), "schools");
    same("expected_2sfca_jobs_binary50.csv", 1, ask("2sfca", "binary:50"), "jobs");
    same("expected_e2sfca_jobs_exp005.csv", 1, ask("2sfca", "exponential:0.05"), "jobs");
    same(
        "expected_spatial_availability_jobs_exp01.csv",
        1,
        ask("spatial-availability", "exponential:0.1"),
        "jobs");
  }

  /// PySAL's step function {20: 1, 40: 0.68, 60: 0.22}: written in either way.
  @Test
  void B02_the_files_that_PySAL_wrote() throws IOException {
    for (int column = 1; column <= 2; column++) {
      String supply = column == 1 ? "jobs" : "schools";
      same("expected_pysal_2sfca_60.csv", column, ask("2sfca", "binary:60"), supply);
      for (String steps : List.of("stepped:20,40,60/0.68,0.22,0", "stepped:20,40,60/1,0.68,0.22")) {
        Access.Question question =
            Access.Question.of(Measure.TWO_STEP, decay(steps, Convention.PYSAL));
        same("expected_pysal_e2sfca_step.csv", column, question, supply);
      }
    }
  }

  /// Every measure with every decay, run through both libraries beside us.
  @Test
  void B03_670_numbers_of_134_runs() throws IOException {
    Map<String, double[]> known = new HashMap<>();
    int compared = 0;
    for (String line : golden()) {
      String[] cells = line.split(" ");
      String run = line.substring(0, line.indexOf(" 89a"));
      double[] values =
          known.computeIfAbsent(
              run, _ -> Access.of(question(cells), table, people(), supply(cells[4])));
      closeTo(values[table.origins().indexOf(cells[5])], number(cells[6]), line);
      compared++;
    }
    assertThat(compared).isEqualTo(670);
    assertThat(known).hasSize(134);
  }

  @Test
  void C01_gini_palma_and_theil_of_jobs_within_30_minutes() throws IOException {
    Residents residents = residents(ask("cumulative", "binary:30"));
    closeTo(Inequality.gini(residents).orElseThrow(), only("expected_gini_jobs30.csv"), "gini");
    closeTo(
        Inequality.palma(residents, residents.places()).orElseThrow(),
        only("expected_palma_jobs30.csv"),
        "palma");
    closeTo(
        Theil.of(residents).orElseThrow().amongReaching(),
        only("expected_theil_jobs30.csv"),
        "theil");
  }

  /// Made by running R accessibility 1.4.0.9000 (@dfde37a) on the cumulative jobs of 30 minutes,
  /// poverty line 95368, groups: income_decile.
  @Test
  void C02_the_other_indices_of_the_same() {
    Residents residents = residents(ask("cumulative", "binary:30"));
    closeTo(
        Inequality.concentration(residents, Ties.BY_ID).orElseThrow(), 0.28650126701932271, "CI");
    closeTo(
        Inequality.correctedConcentration(residents, Ties.BY_ID).orElseThrow(),
        0.33464944014614628,
        "CI, corrected");
    Poverty poverty = Poverty.of(residents, 95368);
    closeTo(poverty.headcount(), 0.5745378044115772, "FGT0");
    closeTo(poverty.gap(), 0.32773830683714467, "FGT1");
    closeTo(poverty.severity(), 0.22187690343769351, "FGT2");
    Theil theil = Theil.of(residents).orElseThrow();
    closeTo(theil.between(), 0.1280752830536841, "between");
    assertThat(theil.groups().getFirst().name()).isEqualTo("1");
    closeTo(theil.groups().getFirst().within(), 0.0091814543649611016, "within, group 1");
    closeTo(theil.groups().getFirst().between(), -0.0375737831744339390, "between, group 1");
  }

  /// The same of jobs within 10 minutes, where some people reach none.
  @Test
  void C03_where_some_reach_nothing() {
    Residents residents = residents(ask("cumulative", "binary:10"));
    closeTo(Inequality.gini(residents).orElseThrow(), 0.65039075816550118, "gini");
    closeTo(
        Inequality.palma(residents, residents.places()).orElseThrow(), 9.1453648648115955, "palma");
    Theil theil = Theil.of(residents).orElseThrow();
    closeTo(theil.amongReaching(), 0.8132863878868738, "theil");
    closeTo(theil.between(), 0.27281181218347855, "between");
    assertThat(theil.total()).isLessThan(theil.amongReaching());
  }

  private static Access.Question ask(String measure, String decay) {
    return Access.Question.of(Measure.ofCode(measure).orElseThrow(), decay(decay, Convention.R));
  }

  private static Access.Question question(String[] cells) {
    String[] measure = cells[1].split(":");
    double parameter = measure.length > 1 ? Double.parseDouble(measure[1]) : 1;
    Convention convention = Convention.valueOf(cells[0].toUpperCase(java.util.Locale.ROOT));
    return new Access.Question(
        Measure.ofCode(measure[0]).orElseThrow(),
        cells[3].equals("-") ? new Decay.Binary(0) : decay(cells[3], convention),
        cells[2].equals("-") ? Double.POSITIVE_INFINITY : Double.parseDouble(cells[2]),
        parameter,
        parameter,
        1);
  }

  private static Decay decay(String text, Convention convention) {
    return switch (DecayText.read(text, convention)) {
      case DecayText.Right right -> right.decay();
      case DecayText.Wrong wrong -> throw new AssertionError(wrong);
    };
  }

  private static double[] people() {
    return figures(table.origins(), "population");
  }

  private static double[] supply(String column) {
    return figures(table.destinations(), column);
  }

  private static double[] figures(List<String> ids, String column) {
    double[] figures = taken(places.amounts(column));
    return ids.stream().mapToDouble(id -> figures[places.row(id)]).toArray();
  }

  private static Residents residents(Access.Question question) {
    double[] access = Access.of(question, table, people(), supply("jobs"));
    double[] people = people();
    double[] incomes = figures(table.origins(), "income_per_capita");
    List<String> deciles = taken(places.texts("income_decile"));
    List<Residents.Place> result = new ArrayList<>();
    for (int i = 0; i < access.length; i++) {
      String id = table.origins().get(i);
      result.add(
          new Residents.Place(id, access[i], people[i], incomes[i], deciles.get(places.row(id))));
    }
    return new Residents(result);
  }

  private static void same(String file, int column, Access.Question question, String supply)
      throws IOException {
    double[] values = Access.of(question, table, people(), supply(supply));
    List<String> lines = Files.readAllLines(BHO.resolve(file));
    assertThat(lines).hasSize(values.length + 1);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      closeTo(values[table.origins().indexOf(cells[0])], number(cells[column]), file + " " + line);
    }
  }

  private static void closeTo(double value, double expected, String what) {
    if (Double.isFinite(expected)) {
      assertThat(value).as(what).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    } else {
      assertThat(Double.compare(value, expected)).as(what).isZero();
    }
  }

  private static double number(String cell) {
    return switch (cell) {
      case "", "-" -> Double.NaN;
      case "Inf" -> Double.POSITIVE_INFINITY;
      default -> Double.parseDouble(cell);
    };
  }

  private static double only(String file) throws IOException {
    return Double.parseDouble(Files.readAllLines(BHO.resolve(file)).get(1));
  }

  private static List<String> golden() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            BeloHorizonteReferenceTest.class.getResourceAsStream("bho-golden.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static <T> T taken(TableAnswer<T> answer) {
    return switch (answer) {
      case TableAnswer.Read<T> read -> read.table();
      case TableAnswer.Refused<T> refused -> throw new AssertionError(refused.why().en());
    };
  }
}
