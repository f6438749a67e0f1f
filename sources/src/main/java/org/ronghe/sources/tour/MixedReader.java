package org.ronghe.sources.tour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Mixed instances: required nodes (`ReN.`), edges (`ReE.`) and arcs (`ReA.`), and those only
/// driven. Costs are counted as those who publish them do: driving only, without the service costs.
final class MixedReader {
  private final TourText text;
  private final Map<String, String> heads = new HashMap<>();
  private final List<StreetFile.Street> streets = new ArrayList<>();
  private final List<StreetFile.Corner> corners = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private String section = "";

  MixedReader(TourText text) {
    this.text = text;
  }

  StreetFile read() {
    boolean more = false;
    while (!more && text.next()) {
      String first = text.words()[0];
      // Some published files hold a second instance behind the first.
      more = !section.isEmpty() && first.equals("Name:");
      switch (first) {
        case "ReN.", "ReE.", "ReA.", "EDGE", "ARC" -> section = first;
        default -> {
          if (section.isEmpty()) {
            head();
          } else if (first.matches("(N|E|A|NrE|NrA)\\d+")) {
            row(first);
          }
        }
      }
    }
    counted("#REQUIRED N", corners.size());
    counted("#REQUIRED E", streets.stream().filter(one -> one.required() && !one.oneWay()).count());
    counted("#REQUIRED A", streets.stream().filter(one -> one.required() && one.oneWay()).count());
    counted("#EDGES", streets.stream().filter(one -> !one.oneWay()).count());
    counted("#ARCS", streets.stream().filter(StreetFile.Street::oneWay).count());
    int vehicles = text.whole(value("#VEHICLES"), "#Vehicles");
    return new StreetFile(
        heads.getOrDefault("NAME", text.file()),
        number("#NODES"),
        junction(value(heads.containsKey("DEPOT NODE") ? "DEPOT NODE" : "DEPOT")),
        vehicles < 1 ? -1 : vehicles,
        number("CAPACITY"),
        streets,
        corners,
        1,
        more);
  }

  private void head() {
    int colon = text.line().indexOf(':');
    if (colon > 0) {
      heads.put(
          text.line().substring(0, colon).strip().toUpperCase(Locale.ROOT),
          text.line().substring(colon + 1).strip());
    }
  }

  private void row(String id) {
    String[] words = text.words();
    int wanted =
        switch (section) {
          case "ReN." -> 3;
          case "ReE.", "ReA." -> 6;
          default -> 4;
        };
    if (words.length < wanted) {
      throw text.fault(
          "这一行有 " + words.length + " 列，应为 " + wanted + " 列。",
          "this row has " + words.length + " columns, not " + wanted + ".",
          "可能文件被截断。",
          "Maybe the file is truncated.");
    }
    if (!ids.add(id)) {
      throw text.fault("编号 " + id + " 出现了两次。", "id " + id + " is there twice.", "", "");
    }
    if (section.equals("ReN.")) {
      corners.add(
          new StreetFile.Corner(id, junction(id.substring(1)), text.natural(words[1], "DEMAND")));
      return;
    }
    boolean required = section.startsWith("Re");
    streets.add(
        new StreetFile.Street(
            id,
            junction(words[1]),
            junction(words[2]),
            text.natural(words[3], "T. COST"),
            required ? text.natural(words[4], "DEMAND") : 0,
            required,
            section.equals("ReA.") || section.equals("ARC")));
  }

  private int junction(String word) {
    int junction = text.natural(word, "node");
    if (junction < 1 || junction > number("#NODES")) {
      throw text.fault(
          "节点 " + junction + " 不在 1 到 " + number("#NODES") + " 之间。",
          "node " + junction + " is not between 1 and " + number("#NODES") + ".",
          "可能 #Nodes 不对。",
          "Maybe #Nodes is wrong.");
    }
    return junction;
  }

  private void counted(String key, long found) {
    if (heads.containsKey(key) && number(key) != found) {
      throw text.fault(
          key + " 说有 " + number(key) + " 个，实有 " + found + " 个。",
          key + " promises " + number(key) + ", there are " + found + ".",
          "可能文件被截断。",
          "Maybe the file is truncated.");
    }
  }

  private int number(String key) {
    return text.natural(value(key), key);
  }

  private String value(String key) {
    String value = heads.get(key);
    if (value == null) {
      throw text.fault(
          "缺少 " + key + "。", key + " is missing.", "可能文件被截断。", "Maybe the file is truncated.");
    }
    return value.split("\\s+")[0];
  }
}
