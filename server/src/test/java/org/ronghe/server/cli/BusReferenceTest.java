package org.ronghe.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Porto Alegre by bus, beside what R5 says in the rendered vignettes of r5r (ipeaGIT/r5r, branch
/// gh-pages: articles/travel_time_matrix, articles/accessibility; R5 v7.4; 13 May 2019 from 14:00,
/// walking 3.6 km/h, whole minutes).
class BusReferenceTest {
  @TempDir private Path folder;

  private static Path reference(String file) {
    String named = System.getenv("RONGHE_REFERENCE");
    Path path =
        Path.of(named == null ? "../../shared/data" : named).resolve("plan/r5r_poa").resolve(file);
    assumeThat(path)
        .as("reference data is not here: set RONGHE_REFERENCE to read plan/r5r_poa")
        .isRegularFile();
    return path;
  }

  /// Medians of 10 departures from the public market; R5 has 13, 12, 13, 3, 14, 15, 18, 20, 20.
  @Test
  void A01_from_the_market_as_r5_to_the_minute() throws IOException {
    String points = reference("poa_points_of_interest.csv").toString();
    Map<String, Double> minutes = medians(points, points, "14:00-14:10", "public_market");
    Map<String, Integer> r5 =
        Map.of(
            "bus_central_station", 13,
            "gasometer_museum", 12,
            "santa_casa_hospital", 13,
            "townhall", 3,
            "piratini_palace", 14,
            "metropolitan_cathedral", 15,
            "farroupilha_park", 18,
            "moinhos_de_vento_hospital", 20,
            "farrapos_station", 20);

    r5.forEach((to, m) -> assertThat(minutes.get(to)).as(to).isBetween(m - 0.5, m + 1.0));
  }

  /// Medians of 60 departures from one hexagon: whole minutes equal.
  @Test
  void A02_across_the_town_as_r5_to_the_minute() throws IOException {
    List<String> rows = Files.readAllLines(reference("poa_hexgrid.csv"));
    Path one = Files.write(folder.resolve("one.csv"), rows.subList(0, 2));
    Path six = Files.write(folder.resolve("six.csv"), rows.subList(0, 7));
    Map<String, Double> minutes =
        medians(one.toString(), six.toString(), "14:00-15:00", "89a901291abffff");

    Map.of(
            "89a9012a3cfffff", 78,
            "89a901295b7ffff", 45,
            "89a901284a3ffff", 60,
            "89a9012809bffff", 47,
            "89a901285cfffff", 38)
        .forEach((to, m) ->
            assertThat((int) Math.floor(java.util.Objects.requireNonNull(minutes.get(to))))
                .as(to)
                .isEqualTo(m));
  }

  private Map<String, Double> medians(String from, String to, String depart, String origin)
      throws IOException {
    Path out = folder.resolve("out.csv");
    int exit =
        type(
            "--osm",
            reference("poa_osm.pbf").toString(),
            "--origins",
            from,
            "--destinations",
            to,
            "--gtfs",
            reference("poa_eptc.zip").toString(),
            reference("poa_trensurb.zip").toString(),
            "--date",
            "2019-05-13",
            "--depart",
            depart,
            "--walk-speed",
            "3.6",
            "--max-transfer-walk",
            "30",
            "--out",
            out.toString());
    assertThat(exit).isZero();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.getFirst()).isEqualTo("from_id,to_id,p25,p50,p75,seconds");
    Map<String, Double> minutes = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells[0].equals(origin) && !cells[5].isEmpty()) {
        assertThat(cells[5]).isEqualTo(cells[3]);
        minutes.put(cells[1], Integer.parseInt(cells[5]) / 60.0);
      }
    }
    return minutes;
  }

  private static int type(String... words) {
    List<String> all = new ArrayList<>(List.of("plan", "matrix", "--profile", "foot"));
    all.addAll(List.of(words));
    CommandLine line = Commands.commandLine();
    line.setOut(new PrintWriter(new StringWriter()));
    line.setErr(new PrintWriter(new StringWriter()));
    return line.execute(all.toArray(String[]::new));
  }
}
