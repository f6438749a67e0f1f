package org.ronghe.sources.tour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// CARP instances written as a table: heads in English or Portuguese, then `NODES COST DEMAND` and
/// a row for each edge; a demand of 0 marks an edge that is only driven. The large `EGL-G`
/// instances count their junctions from 0, which the first of them tells.
final class TabledReader {
  private static final Pattern TABLE =
      Pattern.compile("(NODES|NODOS)\\s+(COST|CUSTO)\\s+(DEMAND|PROCURA).*");
  private static final Map<String, String> ENGLISH =
      Map.of(
          "NOME", "NAME",
          "DEPOSITO", "DEPOT",
          "ARESTAS REQUERIDAS", "REQUIRED EDGES",
          "ARESTAS NAO REQUERIDAS", "NON-REQUIRED EDGES",
          "VEICULOS", "VEHICLES",
          "CAPACIDADE", "CAPACITY");

  private final TourText text;
  private final Map<String, String> heads = new HashMap<>();
  private final List<int[]> rows = new ArrayList<>();

  TabledReader(TourText text) {
    this.text = text;
  }

  static boolean knows(TourText text) {
    return text.matches(TABLE);
  }

  StreetFile read() {
    boolean table = false;
    boolean ended = false;
    while (!ended && text.next()) {
      String line = text.line();
      if (table) {
        ended = line.equals("END");
        if (!ended) {
          rows.add(row());
        }
      } else if (TABLE.matcher(line).matches()) {
        table = true;
      } else {
        head(line);
      }
    }
    int first = firstJunction();
    List<StreetFile.Street> streets = rows.stream().map(row -> street(row, first)).toList();
    counted("REQUIRED EDGES", streets.stream().filter(StreetFile.Street::required).count());
    counted("NON-REQUIRED EDGES", streets.stream().filter(one -> !one.required()).count());
    int vehicles = number("VEHICLES");
    if (vehicles < 1) {
      throw text.fault("VEHICLES 应至少为 1。", "VEHICLES must be at least 1.", "", "");
    }
    return new StreetFile(
        heads.getOrDefault("NAME", text.file()),
        number("VERTICES"),
        junction(number("DEPOT"), first),
        vehicles,
        number("CAPACITY"),
        streets,
        List.of(),
        first,
        false);
  }

  private void head(String line) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw text.fault(
          "这里应为 “关键词 : 值”，却是 “" + line + "”。",
          "here \"KEYWORD : value\" is expected, not \"" + line + "\".",
          "可能文件被截断。",
          "Maybe the file is truncated.");
    }
    String key = line.substring(0, colon).strip().toUpperCase(Locale.ROOT);
    heads.put(ENGLISH.getOrDefault(key, key), line.substring(colon + 1).strip());
  }

  private int[] row() {
    String[] words = text.words();
    if (words.length != 4) {
      throw text.fault(
          "这一行有 " + words.length + " 个数，应为 4 个（两端、代价、需求）。",
          "this row has " + words.length + " figures, not 4 (both ends, cost, demand).",
          "可能行被截断。",
          "Maybe the row is cut off.");
    }
    return new int[] {
      text.natural(words[0], "node"),
      text.natural(words[1], "node"),
      text.natural(words[2], "cost"),
      text.natural(words[3], "demand")
    };
  }

  private int firstJunction() {
    boolean zero =
        number("DEPOT") == 0 || rows.stream().anyMatch(row -> row[0] == 0 || row[1] == 0);
    return zero ? 0 : 1;
  }

  private StreetFile.Street street(int[] row, int first) {
    String id = "(" + row[0] + "," + row[1] + ")";
    return new StreetFile.Street(
        id, junction(row[0], first), junction(row[1], first), row[2], row[3], row[3] > 0, false);
  }

  private int junction(int number, int first) {
    int last = number("VERTICES") + first - 1;
    if (number < first || number > last) {
      throw text.fault(
          "节点 " + number + " 不在 " + first + " 到 " + last + " 之间。",
          "node " + number + " is not between " + first + " and " + last + ".",
          "可能 VERTICES 不对。",
          "Maybe VERTICES is wrong.");
    }
    return number - first + 1;
  }

  private void counted(String key, long found) {
    if (heads.containsKey(key) && number(key) != found) {
      throw text.fault(
          key + " 说有 " + number(key) + " 条，实有 " + found + " 条。",
          key + " promises " + number(key) + " edges, there are " + found + ".",
          "可能文件被截断。",
          "Maybe the file is truncated.");
    }
  }

  private int number(String key) {
    String value = heads.get(key);
    if (value == null) {
      throw text.fault(
          "缺少 " + key + "。", key + " is missing.", "可能文件被截断。", "Maybe the file is truncated.");
    }
    return text.natural(value.split("\\s+")[0], key);
  }
}
