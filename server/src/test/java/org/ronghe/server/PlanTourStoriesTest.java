package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.server.Typed.ronghe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `plan tour` as it is typed.
class PlanTourStoriesTest {
  private static final String VRP =
      """
      NAME : four
      TYPE : CVRP
      DIMENSION : 4
      EDGE_WEIGHT_TYPE : EXPLICIT
      EDGE_WEIGHT_FORMAT : LOWER_ROW
      CAPACITY : 10
      EDGE_WEIGHT_SECTION
      3
      4 5
      6 7 8
      DEMAND_SECTION
      1 0
      2 4
      3 4
      4 4
      DEPOT_SECTION
      1
      -1
      EOF
      """;
  private static final String SOLOMON =
      """
      R5

      VEHICLE
      NUMBER     CAPACITY
        5         200

      CUSTOMER
      CUST NO.   XCOORD.   YCOORD.    DEMAND   READY TIME   DUE DATE   SERVICE TIME

          0      0         0          0          0       230          0
          1      30        40         10         161       171         10
          2      0         10          7         50        60         10
      """;
  private static final String DAT =
      """
      NOMBRE : ring
      COMENTARIO : 0
      VERTICES : 3
      ARISTAS_REQ : 2
      ARISTAS_NOREQ : 1
      VEHICULOS : 2
      CAPACIDAD : 5
      LISTA_ARISTAS_REQ :
      ( 1, 2) coste 4 demanda 3
      ( 2, 3) coste 5 demanda 2
      LISTA_ARISTAS_NOREQ :
      ( 1, 3) coste 6
      DEPOSITO : 1
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void A01_a_published_instance_with_its_weights_written_out() throws IOException {
    Typed typed = instance("--cvrplib", VRP);
    assertThat(typed.code()).isZero();
    assertThat(solution()).endsWith("Cost 24\n").startsWith("Route #1: ").contains("Route #2: ");
  }

  @Test
  void A02_customers_with_hours() throws IOException {
    assertThat(instance("--cvrplib", SOLOMON).code()).isZero();
    // both on one round: 10, then from (0,10) to (30,40), then 50 home, each cut after one decimal
    assertThat(solution()).isEqualTo("Route #1: 2 1\nCost 102.4\n");
  }

  @Test
  void A03_streets_are_served_once_around() throws IOException {
    assertThat(instance("--carp", DAT).code()).isZero();
    assertThat(solution()).isIn("Route #1: 1-2 2-3\nCost 15\n", "Route #1: 3-2 2-1\nCost 15\n");
  }

  private static final String TABLED =
      """
      NAME : ring
      VERTICES : 3
      DEPOT : 1
      REQUIRED EDGES : 2
      NON-REQUIRED EDGES : 1
      VEHICLES : 2
      CAPACITY : 5
      TOTAL COST OF REQUIRED EDGES : 9
      NODES       COST         DEMAND
      1   2   4       3
      2   3   5       2
      1   3   6       0
      END
      """;

  @Test
  void A04_the_same_streets_as_a_table() throws IOException {
    assertThat(instance("--carp", TABLED).code()).isZero();
    assertThat(solution()).isIn("Route #1: 1-2 2-3\nCost 15\n", "Route #1: 3-2 2-1\nCost 15\n");
  }

  @Test
  void A05_junctions_may_count_from_0() throws IOException {
    String zero =
        """
        NOME: ring
        VERTICES: 3
        DEPOSITO: 0
        ARESTAS REQUERIDAS: 2
        ARESTAS NAO REQUERIDAS: 1
        VEICULOS: 2
        CAPACIDADE: 5
        CUSTO TOTAL DAS ARESTAS REQUERIDAS: 9
          NODOS     CUSTO    PROCURA
          0    1     4      3
          1    2     5      2
          0    2     6      0
        """;
    assertThat(instance("--carp", zero).code()).isZero();
    assertThat(solution()).isIn("Route #1: 0-1 1-2\nCost 15\n", "Route #1: 2-1 1-0\nCost 15\n");
  }

  @Test
  void A06_streets_served_one_way() throws IOException {
    String arcs =
        DAT.replace("ARISTAS_REQ : 2", "ARISTAS_REQ : 1\nARCOS_REQ : 1")
            .replace("( 2, 3) coste 5 demanda 2\n", "")
            .replace(
                "LISTA_ARISTAS_NOREQ :",
                "LISTA_ARCOS_REQ :\n( 3, 2) coste 5 demanda 2\nLISTA_ARISTAS_NOREQ :");
    assertThat(instance("--carp", arcs).code()).isZero();
    assertThat(solution()).isEqualTo("Route #1: 3-2 2-1\nCost 15\n");
  }

  @Test
  void A07_what_the_reader_decides_is_said() throws IOException {
    Typed typed = instance("--cvrplib", "\uFEFF" + VRP.replace("1 0\n", "1 3\n"));
    assertThat(typed.code()).isZero();
    assertThat(typed.out()).contains("four").doesNotContain("in.txt");
    assertThat(typed.err()).contains("the demand (3) of the depot 1 is left out");
    assertThat(instance("--cvrplib", VRP.replace("DEPOT_SECTION\n1\n-1\n", "")).err())
        .contains("has no DEPOT_SECTION");
    String drawn =
        VRP.replace("EXPLICIT\nEDGE_WEIGHT_FORMAT : LOWER_ROW", "EUC_2D\nCOMMENT : 524.61")
            .replace(
                "EDGE_WEIGHT_SECTION\n3\n4 5\n6 7 8",
                "NODE_COORD_SECTION\n1 0 0\n2 1 1\n3 0 5\n4 4 4");
    assertThat(instance("--cvrplib", drawn).err()).contains("--rounding exact");
  }

  @Test
  void A08_the_same_seed_and_rounds_write_the_same_file() throws IOException {
    instance("--cvrplib", VRP);
    String first = solution();
    instance("--cvrplib", VRP);
    assertThat(solution()).isEqualTo(first);
  }

  @Test
  void B01_a_county_s_own_lorry_unloads_on_its_way() throws IOException {
    own("A,3,60,,,stop\nB,3,60,08:00,12:00,stop\n", "stations: [T]\n    unloading_s: 300\n");
    Typed typed = own();
    assertThat(typed.code()).as(typed.err()).isZero();
    assertThat(solution()).contains("U:T").endsWith("Cost 8000\n");
    List<String> schedule = Files.readAllLines(folder.resolve("times.csv"));
    assertThat(schedule.getFirst())
        .isEqualTo("route,vehicle,sequence,kind,id,arrives_s,begins_s,leaves_s,load");
    assertThat(schedule).filteredOn(line -> line.contains(",unload,T,")).hasSize(2);
    assertThat(schedule.get(1)).startsWith("1,lorry,0,start,D,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A,9,,,,stop|demand 9 of stop A is over the capacity 5",
        "A,3,,,,stop;A,1,,,,stop|is in row 3 already",
        "A,-3,,,,stop|must be a number of at least 0",
        "A,,,,,stop|demand \"\" of A is empty",
        "A,3,,,,shop|kind \"shop\" of A must be depot, station or stop",
        "A,3,,12:00,08:00,stop|close \"08:00\" of A is before open",
        "A,3,,8h,,stop|open \"8h\" of A is no time",
        "Z,3,,,,stop|1 places are not among from_id",
        "A,3,,,,stop,7|lies beyond the 6 columns",
        "A,3,,00:00,00:01,stop|cannot call at stop A",
        "A,3,,,,depot|must mark one depot, it marks 2",
      })
  void C01_wrong_stops_are_named(String rows, String words) throws IOException {
    own(rows.replace(";", "\n") + "\n", "trips: 1\n");
    Typed typed = own();
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "capcity: 5|Maybe capacity?",
        "count: x|count \"x\" is not a number",
        "count: 1.5|count \"1.5\" must be a whole number",
        "count: 0|the capacity of the whole fleet, all trips counted, is 0",
        "stations: [Q]|places are not among",
        "trips: 2|needs stations",
        "shift_start: noon|is no time",
      })
  void C02_wrong_fleets_are_named(String entry, String words) throws IOException {
    own("A,3,,,,stop\n", entry + "\n");
    Typed typed = own();
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CAPACITY : 10|CAPACITY : 3|over the capacity 3",
        "CAPACITY : 10|CAPACITY : NaN|is not a finite number",
        "CAPACITY : 10|CAPACITY : 10~VEHICLES : 1|less than the demand 12",
        "4 4|4 -4|must not be negative",
        "4 4|3 4|is there twice",
        "4 5|4|EDGE_WEIGHT_SECTION",
        "DEMAND_SECTION|DEMANDS_SECTION|unknown section",
        "4 4||DEMAND_SECTION",
        "CVRP|PDPTW|is not a problem this command solves",
        "CAPACITY : 10||CAPACITY is missing",
        "CAPACITY : 10|CAPACITY : 10~VEHICLES : 0|VEHICLES must be at least 1",
        "CAPACITY : 10|CAPACITY : 10~DISTANCE : 5|keep the vehicle's hours (or longest way)",
      })
  void C03_wrong_instances_are_named(String from, String to, String words) throws IOException {
    String wrong = VRP.replace(from, to == null ? "" : to.replace('~', '\n'));
    Typed typed = instance("--cvrplib", wrong);
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ARISTAS_REQ : 2|ARISTAS_REQ : 3|promises 3 edges, there are 2",
        "DEPOSITO : 1||DEPOSITO",
        "CAPACIDAD : 5|CAPACIDAD : 2|over the capacity 2",
        "VEHICULOS : 2|VEHICULOS : 0|VEHICULOS",
        "demanda 2|demanda x|is not a number",
        "( 1, 3)|( 1, 9)|vertex 9 is not between 1 and 3",
        "demanda 2|2|two costs, one for each direction",
      })
  void C04_wrong_streets_are_named(String from, String to, String words) throws IOException {
    Typed typed = instance("--carp", DAT.replace(from, to == null ? "" : to));
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains(words);
  }

  @Test
  void C05_where_nothing_can_be_written_nothing_is_searched() throws IOException {
    Path file = Files.writeString(folder.resolve("in.txt"), VRP);
    for (String out : List.of(folder.toString(), folder.resolve("no/o.sol").toString())) {
      Typed typed = ronghe("plan", "tour", "--cvrplib", file.toString(), "--out", out);
      assertThat(typed.code()).isEqualTo(1);
      assertThat(typed.err()).contains("Cannot write " + out);
    }
  }

  @Test
  void C06_without_metres_time_is_minimised_and_that_is_said() throws IOException {
    own("A,3,,,,stop\n", "trips: 1\n");
    Path matrix = folder.resolve("m.csv");
    Files.writeString(
        matrix, Files.readString(matrix).replaceAll("(?m),\\d+$", "").replace(",metres", ""));
    assertThat(own().err()).contains("seconds stand for metres");
  }

  @Test
  void C07_one_problem_at_a_time() {
    assertThat(ronghe("plan", "tour", "--out", folder.resolve("o.sol").toString()).code())
        .isEqualTo(2);
  }

  private Typed instance(String option, String text) throws IOException {
    Path file = folder.resolve("in.txt");
    Files.writeString(file, text);
    return ronghe(
        "plan",
        "tour",
        option,
        file.toString(),
        "--iterations",
        "50",
        "--seed",
        "7",
        "--out",
        folder.resolve("o.sol").toString());
  }

  /// Places on a line, one kilometre apart: D, A, B, T.
  private void own(String stops, String entries) throws IOException {
    List<String> rows = new ArrayList<>(List.of("from_id,to_id,seconds,metres"));
    String places = "DABT";
    for (int i = 0; i < places.length(); i++) {
      for (int j = 0; j < places.length(); j++) {
        int way = Math.abs(i - j);
        rows.add(places.charAt(i) + "," + places.charAt(j) + "," + 100 * way + "," + 1000 * way);
      }
    }
    Files.write(folder.resolve("m.csv"), rows);
    Files.writeString(
        folder.resolve("s.csv"), "id,demand,service_s,open,close,kind\nD,,,,,depot\n" + stops);
    Files.writeString(
        folder.resolve("f.yaml"), "vehicles:\n  - name: lorry\n    capacity: 5\n    " + entries);
  }

  private Typed own() {
    return ronghe(
        "plan",
        "tour",
        "--matrix",
        folder.resolve("m.csv").toString(),
        "--stops",
        folder.resolve("s.csv").toString(),
        "--fleet",
        folder.resolve("f.yaml").toString(),
        "--iterations",
        "50",
        "--seed",
        "1",
        "--out",
        folder.resolve("o.sol").toString(),
        "--schedule",
        folder.resolve("times.csv").toString());
  }

  private String solution() throws IOException {
    return Files.readString(folder.resolve("o.sol"));
  }
}
