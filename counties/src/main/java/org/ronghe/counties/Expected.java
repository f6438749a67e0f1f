package org.ronghe.counties;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The figures a reader of the package must come to, as YAML.
final class Expected {
  private final StringBuilder text =
      new StringBuilder(
          """
          # What a reader of this package must come to. Written by the generator, checked by a test.
          rows:
          """);

  void rows(String file, int rows) {
    text.append("  ").append(file).append(": ").append(rows).append('\n');
  }

  void people(People people) {
    text.append("people:\n");
    line("total", String.valueOf(people.population()));
    line("women", String.valueOf(people.women()));
    line("men", String.valueOf(people.population() - people.women()));
    line("urban", String.valueOf(people.urban()));
  }

  void lengths(List<Network> networks) {
    text.append("networks:\n");
    for (Network network : networks) {
      double length =
          network.links().stream().mapToDouble(link -> Frame.length_m(link.path().spots())).sum();
      line(
          network.utility().code(),
          "{nodes: "
              + network.nodes().size()
              + ", links: "
              + network.links().size()
              + ", length_km: "
              + Frame.text(length / 1000, 1)
              + "}");
    }
  }

  void tunnels(Tunnels tunnels) {
    text.append("tunnels:\n");
    for (Tunnels.Tunnel tunnel : tunnels.tunnels()) {
      long sections =
          tunnels.sections().stream()
              .filter(section -> section.compartment().tunnel().equals(tunnel))
              .count();
      line(
          tunnel.id(),
          "{length_m: " + Frame.text(tunnel.length_m(), 1) + ", sections: " + sections + "}");
    }
  }

  void points(Points points) {
    text.append("points:\n");
    for (Map.Entry<String, Integer> count : new TreeMap<>(points.countByUtility()).entrySet()) {
      line(count.getKey(), String.valueOf(count.getValue()));
    }
  }

  String text() {
    return text.toString();
  }

  private void line(String key, String value) {
    text.append("  ").append(key).append(": ").append(value).append('\n');
  }
}
