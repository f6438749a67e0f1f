package org.ronghe.sources.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.remark.Remark;

/// Reads `.vrp` files of CVRPLIB and LKH, and Solomon's text files; which of them, the text tells.
public final class VrpReader {
  private static final Pattern DECIMALS = Pattern.compile(".*\\d\\.\\d.*");

  /// Of what may be used, how much the distances may take; the search keeps a copy of them.
  private static final double SHARE_OF_MEMORY = 0.7;

  private final TourText text;
  private final Rounding rounding;
  private final Map<String, String> heads = new HashMap<>();
  private final Set<String> sections = new LinkedHashSet<>();
  private int places = -1;
  private double @Nullable [] x;
  private double @Nullable [] y;
  private double @Nullable [] explicit;
  private int @Nullable [] demand;
  private double @Nullable [] service;
  private double @Nullable [] open;
  private double @Nullable [] close;
  private int depot = 1;
  private final List<Remark> remarks = new ArrayList<>();

  private VrpReader(TourText text, Rounding rounding) {
    this.text = text;
    this.rounding = rounding;
  }

  /// Reads a whole instance or throws a [TourFileFault].
  public static RoutingFile read(Path path, Rounding rounding) throws IOException {
    TourText text = TourText.of(path);
    if (!text.contains("DIMENSION") && text.contains("CUST")) {
      return SolomonReader.read(text, rounding);
    }
    return new VrpReader(text, rounding).read();
  }

  private RoutingFile read() {
    boolean ended = false;
    while (!ended && text.next()) {
      String line = text.line();
      String word = text.words()[0].replace(":", "").toUpperCase(Locale.ROOT);
      if (word.equals("EOF")) {
        ended = true;
      } else if (word.endsWith("_SECTION")) {
        section(word);
      } else if (line.contains(":")) {
        int colon = line.indexOf(':');
        heads.put(
            line.substring(0, colon).strip().toUpperCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      } else {
        throw text.fault(
            "这里应为 “关键词 : 值” 或一节的名字，却是 “" + line + "”。",
            "here \"KEYWORD : value\" or the name of a section is expected, not \"" + line + "\".",
            "可能上一节的行数比 DIMENSION 多。",
            "Maybe the section before has more rows than DIMENSION.");
      }
    }
    return assembled();
  }

  private void section(String name) {
    if (!sections.add(name)) {
      throw text.fault(name + " 出现了两次。", name + " stands there twice.", "", "");
    }
    switch (name) {
      case "NODE_COORD_SECTION" -> {
        double[][] rows = rows(name, 2);
        x = rows[0];
        y = rows[1];
      }
      case "DEMAND_SECTION" -> demand = demands();
      case "SERVICE_TIME_SECTION" -> service = rows(name, 1)[0];
      case "TIME_WINDOW_SECTION" -> {
        double[][] rows = rows(name, 2);
        open = rows[0];
        close = rows[1];
      }
      case "EDGE_WEIGHT_SECTION" ->
          explicit =
              WeightMatrix.read(
                  text, dimension(), head("EDGE_WEIGHT_FORMAT").toUpperCase(Locale.ROOT));
      case "DISPLAY_DATA_SECTION" -> rows(name, 2);
      case "DEPOT_SECTION" -> depots();
      default ->
          throw text.fault(
              "不认识的一节 “" + name + "”。",
              "unknown section \"" + name + "\".",
              "可能是另一类问题（取送货、回程等），本命令不解；或名字写错。",
              "Maybe another kind of problem (pickup and delivery, backhauls …), which this command"
                  + " does not solve; or a slip of the pen.");
    }
  }

  private int dimension() {
    if (places < 0) {
      places = text.natural(head("DIMENSION"), "DIMENSION");
      if (places < 2 || places > 20_000) {
        throw text.fault(
            "DIMENSION " + places + " 应在 2 到 20000 之间。",
            "DIMENSION " + places + " must be between 2 and 20000.",
            "",
            "");
      }
      refuseWithoutMemory();
    }
    return places;
  }

  /// The distances of all pairs are kept, twice while searching.
  private void refuseWithoutMemory() {
    double needed = 2.0 * Integer.BYTES * places * places;
    long most = Runtime.getRuntime().maxMemory();
    if (needed > SHARE_OF_MEMORY * most) {
      String gigabytes = String.format(Locale.ROOT, "%.0f", Math.ceil(needed / 0.7e9) + 1);
      throw text.fault(
          places + " 个位置的距离表需要约 " + gigabytes + " GB 内存，现只有 " + (most >> 20) + " MB。",
          "the distances between "
              + places
              + " places need about "
              + gigabytes
              + " GB of memory; there are "
              + (most >> 20)
              + " MB.",
          "设置 RONGHE_HEAP=" + gigabytes + "g 再试。",
          "Set RONGHE_HEAP=" + gigabytes + "g and try again.");
    }
  }

  private String head(String name) {
    String value = heads.get(name);
    if (value == null) {
      throw text.fault(
          "缺少 " + name + "。",
          name + " is missing.",
          "它应写在用到它的一节之前。",
          "It must stand before the section that needs it.");
    }
    return value;
  }

  /// `values` figures per place, by place.
  private double[][] rows(String name, int values) {
    double[][] columns = new double[values][dimension()];
    boolean[] seen = new boolean[places];
    for (int i = 0; i < places; i++) {
      if (!text.next()) {
        throw text.cutOff(name, name);
      }
      String[] words = text.words();
      if (words.length != values + 1) {
        boolean other = Character.isLetter(words[0].charAt(0));
        throw text.fault(
            other
                ? name + " 只有 " + i + " 行，应为 " + places + " 行。"
                : name + " 的这一行有 " + words.length + " 个数，应为 " + (values + 1) + " 个。",
            other
                ? name + " has " + i + " rows, not " + places + "."
                : "this row of " + name + " has " + words.length + " figures, not " + (values + 1),
            "可能 DIMENSION 不对，或行被截断。",
            "Maybe DIMENSION is wrong, or the row is cut off.");
      }
      int place = place(words[0], name, seen);
      for (int k = 0; k < values; k++) {
        columns[k][place] = text.number(words[k + 1], name);
      }
    }
    return columns;
  }

  private int place(String word, String name, boolean[] seen) {
    int number = text.whole(word, name + " id");
    if (number < 1 || number > places) {
      throw text.fault(
          name + " 的编号 " + number + " 应在 1 到 " + places + " 之间。",
          name + " id " + number + " must be between 1 and " + places + ".",
          "可能编号从 0 开始，或 DIMENSION 不对。",
          "Maybe the ids start at 0, or DIMENSION is wrong.");
    }
    if (seen[number - 1]) {
      throw text.fault(
          name + " 的编号 " + number + " 出现了两次。", name + " id " + number + " is there twice.", "", "");
    }
    seen[number - 1] = true;
    return number - 1;
  }

  private int[] demands() {
    double[] given = rows("DEMAND_SECTION", 1)[0];
    int[] whole = new int[given.length];
    for (int i = 0; i < given.length; i++) {
      whole[i] = text.natural(String.valueOf(given[i]), "demand of " + (i + 1));
    }
    return whole;
  }

  private void depots() {
    int found = 0;
    while (text.next()) {
      if (Character.isLetter(text.line().charAt(0))) {
        text.again();
        break;
      }
      for (String word : text.words()) {
        int number = text.whole(word, "DEPOT_SECTION");
        if (number == -1) {
          return;
        }
        if (++found > 1) {
          throw text.fault(
              "DEPOT_SECTION 有多个车场。",
              "DEPOT_SECTION names more than one depot.",
              "本命令只解一个车场的问题。",
              "This command solves problems with one depot.");
        }
        if (number < 1 || number > dimension()) {
          throw text.fault(
              "车场编号 " + number + " 不在 1 到 " + places + " 之间。",
              "depot " + number + " is not between 1 and " + places + ".",
              "",
              "");
        }
        depot = number;
      }
    }
  }

  private RoutingFile assembled() {
    String type = heads.getOrDefault("TYPE", "CVRP").toUpperCase(Locale.ROOT);
    if (!Set.of("CVRP", "VRPTW", "CVRPTW", "DCVRP", "OVRP", "ACVRP", "VRP").contains(type)) {
      throw text.fault(
          "TYPE “" + type + "” 不是本命令解的问题。",
          "TYPE \"" + type + "\" is not a problem this command solves.",
          "可用 CVRP、DCVRP、ACVRP、OVRP、VRPTW、CVRPTW。",
          "Known: CVRP, DCVRP, ACVRP, OVRP, VRPTW, CVRPTW.");
    }
    int capacity = text.natural(head("CAPACITY"), "CAPACITY");
    refuseNoVehicle();
    dimension();
    int[] asked = demand;
    if (asked == null) {
      throw missing("DEMAND_SECTION");
    }
    boolean windows = open != null;
    if (!windows && type.contains("TW")) {
      throw missing("TIME_WINDOW_SECTION");
    }
    remark(asked);
    return arranged(type, capacity, asked, windows);
  }

  private void refuseNoVehicle() {
    if (heads.containsKey("VEHICLES") && text.natural(head("VEHICLES"), "VEHICLES") < 1) {
      throw text.fault("VEHICLES 应至少为 1。", "VEHICLES must be at least 1.", "", "");
    }
  }

  private void remark(int[] asked) {
    if (!sections.contains("DEPOT_SECTION")) {
      remarks.add(
          new Remark(
              "depot-unsaid",
              text.file() + " 没有 DEPOT_SECTION，车场取 1 号。",
              text.file() + " has no DEPOT_SECTION; the depot is taken to be 1.",
              "",
              ""));
    }
    if (asked[depot - 1] > 0) {
      String demanded = "(" + asked[depot - 1] + ")";
      remarks.add(
          new Remark(
              "depot-demand",
              text.file() + " 中车场 " + depot + " 有需求" + demanded + "，不计。",
              text.file() + ": the demand " + demanded + " of the depot " + depot + " is left out.",
              "",
              ""));
    }
    boolean rounded =
        heads.getOrDefault("EDGE_WEIGHT_TYPE", "EUC_2D").equalsIgnoreCase("EUC_2D")
            && rounding == Rounding.FILE;
    if (rounded && DECIMALS.matcher(heads.getOrDefault("COMMENT", "")).matches()) {
      remarks.add(
          new Remark(
              "rounded",
              "距离按 EUC_2D 取整；COMMENT 里的值（" + heads.get("COMMENT") + "）有小数，用 --rounding exact 才可比。",
              "Distances are rounded, as EUC_2D says; the value in COMMENT ("
                  + heads.get("COMMENT")
                  + ") has decimals and compares with --rounding exact.",
              "",
              ""));
    }
  }

  private RoutingFile arranged(String type, int capacity, int[] asked, boolean windows) {
    String edge = heads.getOrDefault("EDGE_WEIGHT_TYPE", "EUC_2D").toUpperCase(Locale.ROOT);
    int scale = edge.equals("EXPLICIT") ? explicitScale() : Weights.scale(edge, rounding);
    int[] order = VrpOrder.depotFirst(places, depot - 1);
    double[] across = x == null ? new double[0] : VrpOrder.of(x, order);
    double[] up = y == null ? new double[0] : VrpOrder.of(y, order);
    int[] weights = weights(edge, scale, order, across, up);
    double each =
        heads.containsKey("SERVICE_TIME") ? text.number(head("SERVICE_TIME"), "SERVICE_TIME") : 0;
    int[] serving = new int[places];
    for (int i = 1; i < places; i++) {
      serving[i] = scaled(service == null ? each : service[order[i]], scale, "service time");
    }
    int[] opens = new int[places];
    int[] closes = new int[places];
    for (int i = 0; i < places; i++) {
      opens[i] = open == null ? 0 : scaled(open[order[i]], scale, "time window");
      closes[i] = close == null ? 1_000_000_000 : scaled(close[order[i]], scale, "time window");
    }
    int longest =
        heads.containsKey("DISTANCE")
            ? scaled(text.number(head("DISTANCE"), "DISTANCE"), scale, "DISTANCE")
            : -1;
    int vehicles = heads.containsKey("VEHICLES") ? text.natural(head("VEHICLES"), "VEHICLES") : -1;
    return new RoutingFile(
        heads.getOrDefault("NAME", text.file()),
        places,
        scale,
        weights,
        across,
        up,
        capacity,
        VrpOrder.of(asked, order),
        serving,
        opens,
        closes,
        windows,
        vehicles,
        longest,
        !type.equals("OVRP"),
        remarks);
  }

  private int[] weights(String edge, int scale, int[] order, double[] across, double[] up) {
    if (edge.equals("EXPLICIT")) {
      double[] given = explicit;
      if (given == null) {
        throw missing("EDGE_WEIGHT_SECTION");
      }
      int[] weights = new int[places * places];
      for (int i = 0; i < places; i++) {
        for (int j = 0; j < places; j++) {
          weights[i * places + j] =
              i == j ? 0 : scaled(given[order[i] * places + order[j]], scale, "weight");
        }
      }
      return weights;
    }
    if (!Weights.known(edge)) {
      throw text.fault(
          "不认识的 EDGE_WEIGHT_TYPE “" + edge + "”。",
          "unknown EDGE_WEIGHT_TYPE \"" + edge + "\".",
          "可用 EUC_2D、CEIL_2D、FLOOR_2D、EXACT_2D、GEO、MAN_2D、MAX_2D、ATT、EXPLICIT。",
          "Known: EUC_2D, CEIL_2D, FLOOR_2D, EXACT_2D, GEO, MAN_2D, MAX_2D, ATT, EXPLICIT.");
    }
    if (across.length == 0) {
      throw missing("NODE_COORD_SECTION");
    }
    return Weights.between(across, up, edge, rounding, text);
  }

  /// 1 when all weights are whole numbers, else a thousandth.
  private int explicitScale() {
    if (explicit != null) {
      for (double weight : explicit) {
        if (weight != Math.rint(weight)) {
          return Rounding.EXACT.scale();
        }
      }
    }
    return 1;
  }

  private int scaled(double value, int scale, String field) {
    double wanted = Math.rint(value * scale);
    if (wanted < 0 || wanted > 1_000_000_000) {
      throw text.fault(
          field + " " + value + " 不在允许的范围（0 到 1000000000）。",
          field + " " + value + " is out of range (0 to 1000000000).",
          "",
          "");
    }
    return (int) wanted;
  }

  private TourFileFault missing(String section) {
    return text.fault(
        "没有 " + section + "。",
        section + " is missing.",
        "可能文件被截断，或这一节的名字写错。",
        "Maybe the file is truncated, or the name of the section is misspelt.");
  }
}
