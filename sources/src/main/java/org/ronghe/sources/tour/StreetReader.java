package org.ronghe.sources.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `.dat` files of arc routing: the Spanish keywords of CARPLIB (Belenguer and Benavent), the
/// same as a table ([TabledReader]), and the mixed instances (nodes, edges and arcs) of Bach, Hasle
/// and Wøhlk.
public final class StreetReader {
  private static final Set<String> LISTS =
      Set.of("LISTA_ARISTAS_REQ", "LISTA_ARISTAS_NOREQ", "LISTA_ARCOS_REQ", "LISTA_ARCOS_NOREQ");
  private static final Pattern TWO_COSTS =
      Pattern.compile("\\(.*\\)\\s*coste\\s+\\S+\\s+\\d\\S*\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern EDGE =
      Pattern.compile(
          "\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*\\)\\s*coste\\s+(\\S+)(?:\\s+demanda\\s+(\\S+))?",
          Pattern.CASE_INSENSITIVE);

  private final TourText text;
  private final Map<String, String> heads = new HashMap<>();
  private final List<StreetFile.Street> streets = new ArrayList<>();

  private StreetReader(TourText text) {
    this.text = text;
  }

  /// Reads a whole instance or throws a [TourFileFault].
  public static StreetFile read(Path path) throws IOException {
    TourText text = TourText.of(path);
    if (text.contains("LISTA_ARISTAS_REQ")) {
      return new StreetReader(text).carplib();
    }
    if (TabledReader.knows(text)) {
      return new TabledReader(text).read();
    }
    if (text.contains("ReE.") || text.contains("ReN.") || text.contains("ReA.")) {
      return new MixedReader(text).read();
    }
    if (text.contains("#Nb-Turns")) {
      throw text.fault(
          "这是带转弯代价的问题。",
          "this is a problem with turn penalties.",
          "本命令不解转弯代价；可用同名的 MCGRP 文件。",
          "This command does not solve turn penalties; the MCGRP file of the same name has none.");
    }
    if (text.contains("nbtasks") || text.contains("freq=")) {
      throw text.fault(
          "这是多日（周期）问题。",
          "this is a problem over several days.",
          "本命令只解一天的问题。",
          "This command solves problems of one day.");
    }
    throw text.fault(
        "不是弧路径文件：没有 LISTA_ARISTAS_REQ、NODES COST DEMAND，也没有 ReE./ReN./ReA.。",
        "this is no arc-routing file: neither LISTA_ARISTAS_REQ nor NODES COST DEMAND nor"
            + " ReE./ReN./ReA. is there.",
        "可能文件被截断，或应使用 --cvrplib。",
        "Maybe the file is truncated, or --cvrplib is meant.");
  }

  private StreetFile carplib() {
    String section = "";
    while (text.next()) {
      String line = text.line();
      if (line.startsWith("(")) {
        edge(section);
        continue;
      }
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw text.fault(
            "这里应为 “关键词 : 值” 或一条边，却是 “" + line + "”。",
            "here \"KEYWORD : value\" or an edge is expected, not \"" + line + "\".",
            "可能文件被截断。",
            "Maybe the file is truncated.");
      }
      String key = line.substring(0, colon).strip().toUpperCase(Locale.ROOT);
      heads.put(key, line.substring(colon + 1).strip());
      if (key.startsWith("LISTA_")) {
        section = key;
        if (!LISTS.contains(key)) {
          throw text.fault(
              "不认识的一节 “" + key + "”。",
              "unknown section \"" + key + "\".",
              "可用 LISTA_ARISTAS_REQ、LISTA_ARISTAS_NOREQ、LISTA_ARCOS_REQ、LISTA_ARCOS_NOREQ。",
              "Known: LISTA_ARISTAS_REQ, LISTA_ARISTAS_NOREQ, LISTA_ARCOS_REQ, LISTA_ARCOS_NOREQ.");
        }
      }
    }
    counted("ARISTAS_REQ", true, false);
    counted("ARISTAS_NOREQ", false, false);
    counted("ARCOS_REQ", true, true);
    counted("ARCOS_NOREQ", false, true);
    refuseTwice();
    return new StreetFile(
        heads.getOrDefault("NOMBRE", text.file()),
        number("VERTICES"),
        depot(),
        vehicles(),
        number("CAPACIDAD"),
        streets,
        List.of(),
        1,
        false);
  }

  private void edge(String section) {
    boolean required = section.endsWith("_REQ");
    if (TWO_COSTS.matcher(text.line()).matches()) {
      throw text.fault(
          "这一行的边两个方向代价不同（windy，MM-kWRPP）。",
          "this row gives an edge two costs, one for each direction (windy, MM-kWRPP).",
          "本命令不解这类问题；不同方向代价可写成两条弧（LISTA_ARCOS_REQ）。",
          "This command does not solve such problems; a street that is only served one way may be an"
              + " arc (LISTA_ARCOS_REQ).");
    }
    Matcher edge = EDGE.matcher(text.line());
    if (section.isEmpty() || !edge.matches() || (required == (edge.group(4) == null))) {
      throw text.fault(
          "这一行应为 “( i, j) coste c" + (required ? " demanda d" : "") + "”，却是 “" + text.line() + "”。",
          "this row must be \"( i, j) coste c"
              + (required ? " demanda d" : "")
              + "\", not \""
              + text.line()
              + "\".",
          "可能是另一类文件，或行被截断。",
          "Maybe another kind of file, or the row is cut off.");
    }
    int junctions = number("VERTICES");
    int from = junction(edge.group(1), junctions);
    int to = junction(edge.group(2), junctions);
    int cost = text.natural(edge.group(3), "coste");
    int demand = required ? text.natural(edge.group(4), "demanda") : 0;
    String id = "(" + from + "," + to + ")";
    streets.add(
        new StreetFile.Street(
            id, from, to, cost, demand, required, section.startsWith("LISTA_ARCOS")));
  }

  private int junction(String word, int junctions) {
    int junction = text.natural(word, "vertex");
    if (junction < 1 || junction > junctions) {
      throw text.fault(
          "顶点 " + junction + " 不在 1 到 " + junctions + " 之间。",
          "vertex " + junction + " is not between 1 and " + junctions + ".",
          "可能 VERTICES 不对。",
          "Maybe VERTICES is wrong.");
    }
    return junction;
  }

  private void counted(String key, boolean required, boolean oneWay) {
    long found =
        streets.stream()
            .filter(one -> one.required() == required && one.oneWay() == oneWay)
            .count();
    if (heads.containsKey(key) && found != number(key)) {
      throw text.fault(
          key + " 说有 " + number(key) + " 条，实有 " + found + " 条。",
          key + " promises " + number(key) + " edges, there are " + found + ".",
          "可能文件被截断。",
          "Maybe the file is truncated.");
    }
  }

  private void refuseTwice() {
    Set<String> seen = new HashSet<>();
    for (StreetFile.Street street : streets) {
      String ends =
          street.oneWay()
              ? street.from() + ">" + street.to()
              : Math.min(street.from(), street.to()) + "-" + Math.max(street.from(), street.to());
      if (street.required() && !seen.add(ends)) {
        throw text.fault(
            "边 " + street.id() + " 出现了两次。", "edge " + street.id() + " is there twice.", "", "");
      }
    }
  }

  private int depot() {
    if (!heads.containsKey("DEPOSITO")) {
      throw text.cutOff("DEPOSITO", "DEPOSITO");
    }
    return junction(heads.getOrDefault("DEPOSITO", ""), number("VERTICES"));
  }

  private int vehicles() {
    int vehicles = number("VEHICULOS");
    if (vehicles < 1) {
      throw text.fault("VEHICULOS 应至少为 1。", "VEHICULOS must be at least 1.", "", "");
    }
    return vehicles;
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
