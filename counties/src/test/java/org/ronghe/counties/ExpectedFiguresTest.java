package org.ronghe.counties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.network.NetworkLink;
import org.ronghe.sources.county.FileCount;
import org.yaml.snakeyaml.Yaml;

/// Whoever reads the package comes to the figures in expected.yaml.
class ExpectedFiguresTest {
  private static final Map<String, Map<String, Object>> EXPECTED = expected();

  @Test
  void a01_rows_per_file() {
    Map<String, Object> read = new LinkedHashMap<>();
    for (FileCount file : Sample.READING.files()) {
      read.put(file.file(), (int) file.read());
    }
    assertThat(read).containsAllEntriesOf(part("rows"));
  }

  @Test
  void a02_people() {
    long people =
        Sample.COUNTY.people().stream()
            .filter(count -> count.divisionCode().length() == 12)
            .mapToLong(count -> count.count())
            .sum();
    assertThat(part("people")).containsEntry("total", (int) people);
  }

  @Test
  void a03_nodes_links_and_kilometres_per_utility() {
    part("networks")
        .forEach((code, figures) -> {
          Utility utility = Utility.ofCode(code).orElseThrow(AssertionError::new);
          Map<?, ?> line = (Map<?, ?>) figures;
          double length_m = Sample.links(utility).stream().mapToDouble(NetworkLink::length_m).sum();
          assertThat(line.get("nodes")).isEqualTo(Sample.nodes(utility).size());
          assertThat(line.get("links")).isEqualTo(Sample.links(utility).size());
          assertThat(number(line, "length_km")).isCloseTo(length_m / 1000, within(0.1));
        });
  }

  @Test
  void a04_length_and_sections_per_tunnel() {
    assertThat(part("tunnels")).hasSameSizeAs(Sample.COUNTY.tunnels());
    part("tunnels")
        .forEach((id, figures) -> {
          Map<?, ?> line = (Map<?, ?>) figures;
          double length_m =
              Sample.COUNTY.tunnels().stream()
                  .filter(tunnel -> tunnel.id().equals(id))
                  .mapToDouble(tunnel -> tunnel.length_m())
                  .sum();
          long sections =
              Sample.COUNTY.sections().stream()
                  .filter(section -> section.id().startsWith(id + "."))
                  .count();
          assertThat(number(line, "length_m")).isCloseTo(length_m, within(0.2));
          assertThat(line.get("sections")).isEqualTo((int) sections);
        });
  }

  @Test
  void a05_points_per_utility() {
    Map<String, Object> points = new LinkedHashMap<>();
    Sample.COUNTY
        .points()
        .forEach(point -> points.merge(point.utility().code(), 1, (a, b) -> (int) a + (int) b));
    assertThat(points).containsExactlyInAnyOrderEntriesOf(part("points"));
  }

  private static double number(Map<?, ?> line, String figure) {
    return Objects.requireNonNull((Number) line.get(figure)).doubleValue();
  }

  private static Map<String, Object> part(String name) {
    Map<String, Object> part = EXPECTED.get(name);
    if (part == null) {
      throw new AssertionError("expected.yaml has no " + name);
    }
    return part;
  }

  private static Map<String, Map<String, Object>> expected() {
    try {
      return new Yaml().load(Files.readString(Sample.FOLDER.resolve("expected.yaml")));
    } catch (IOException e) {
      throw new AssertionError("expected.yaml cannot be read", e);
    }
  }
}
