package org.ronghe.sources.tour;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronghe.sources.county.notice.Likely;
import org.ronghe.sources.yaml.YamlNode;

/// Reads a county's fleet: YAML with a list `vehicles`, or CSV with the same names as columns.
public final class FleetFile {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "count",
          "capacity",
          "fixed_cost",
          "cost_per_metre",
          "cost_per_second",
          "speed",
          "max_duration_s",
          "shift_start",
          "shift_end",
          "start",
          "end",
          "open",
          "trips",
          "stations",
          "unloading_s");

  private final String where;
  private final Map<String, String> cells;

  private FleetFile(String where, Map<String, String> cells) {
    this.where = where;
    this.cells = cells;
  }

  /// All kinds of vehicles, at least one; or a [TourFileFault].
  public static List<FleetRow> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new TourFileFault(
          file.toString(), "没有这个文件。", "there is no such file.", "检查路径。", "Check the path.");
    }
    String name = String.valueOf(file.getFileName());
    boolean csv = name.toLowerCase(Locale.ROOT).endsWith(".csv");
    List<FleetRow> rows = new ArrayList<>();
    try {
      for (FleetFile row : csv ? fromCsv(file, name) : fromYaml(file, name)) {
        rows.add(row.row(rows.size() + 1));
      }
    } catch (MalformedInputException _) {
      throw new TourFileFault(
          name, "不是 UTF-8 文本。", "is not UTF-8 text.", "另存为 UTF-8。", "Save it as UTF-8.");
    }
    if (rows.isEmpty()) {
      throw new TourFileFault(
          name, "没有一辆车。", "lists no vehicle.", "至少写一行。", "Write at least one row.");
    }
    return rows;
  }

  private static List<FleetFile> fromCsv(Path file, String name) throws IOException {
    List<FleetFile> rows = new ArrayList<>();
    String text = Files.readString(file).replaceFirst("^\uFEFF", "");
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord one : csv) {
        refuseMoreCells(one, name);
        Map<String, String> cells = new LinkedHashMap<>();
        one.getFieldsAsMap().forEach((key, value) -> cells.put(key.strip(), value.strip()));
        rows.add(new FleetFile(name + ":" + one.getStartingLineNumber(), cells));
      }
    } catch (CsvParseException wrong) {
      throw new TourFileFault(
          name,
          "不是完好的 CSV。",
          "is no sound CSV: " + wrong.getMessage(),
          "可能某行的列数不同，或引号没有闭合。",
          "Maybe a row has another number of columns, or a quote is not closed.");
    }
    return rows;
  }

  private static void refuseMoreCells(NamedCsvRecord row, String name) {
    if (row.getFieldCount() > row.getHeader().size()) {
      throw new TourFileFault(
          name + ":" + row.getStartingLineNumber(),
          "有 " + row.getFieldCount() + " 格，表头只有 " + row.getHeader().size() + " 列。",
          "has " + row.getFieldCount() + " cells, the header " + row.getHeader().size() + ".",
          "可能名称里有逗号而没有引号。",
          "Maybe a name holds a comma and is not in quotes.");
    }
  }

  private static List<FleetFile> fromYaml(Path file, String name) throws IOException {
    List<FleetFile> rows = new ArrayList<>();
    try {
      for (YamlNode one : YamlNode.parse(Files.readString(file)).get("vehicles").list()) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> entry : one.entries().entrySet()) {
          boolean list = entry.getKey().equals("stations");
          cells.put(
              entry.getKey(),
              list
                  ? entry.getValue().list().stream()
                      .map(YamlNode::text)
                      .collect(Collectors.joining(";"))
                  : entry.getValue().text());
        }
        rows.add(new FleetFile(name + " vehicles[" + rows.size() + "]", cells));
      }
    } catch (YamlNode.Mistake mistake) {
      throw new TourFileFault(
          name,
          "写法不对：" + mistake.getMessage(),
          "is not written as expected: " + mistake.getMessage(),
          "最上层应为 vehicles: 列表。时间请加引号：\"08:00\"。",
          "The top must be a list vehicles:. Put times in quotes: \"08:00\".");
    }
    return rows;
  }

  private FleetRow row(int number) {
    for (String key : cells.keySet()) {
      if (!KEYS.contains(key)) {
        String likely = Likely.of(key, KEYS).orElse("");
        throw new TourFileFault(
            where,
            "不认识的项 “" + key + "”。",
            "unknown entry \"" + key + "\".",
            likely.isEmpty() ? "" : "也许是 " + likely + "？",
            likely.isEmpty() ? "" : "Maybe " + likely + "?");
      }
    }
    List<String> stations =
        Arrays.stream(text("stations").split(";"))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
    int start = time("shift_start", 0);
    int end = time("shift_end", FleetRow.NO_LIMIT);
    if (end < start) {
      throw wrong("shift_end", text("shift_end"), "早于 shift_start", "is before shift_start");
    }
    int trips = whole("trips", stations.isEmpty() ? 1 : 99, 1);
    if (trips > 1 && stations.isEmpty()) {
      throw wrong("trips", text("trips"), "多趟需要 stations", "needs stations to unload at");
    }
    double speed = number("speed", 1, 0);
    if (speed == 0) {
      throw wrong("speed", text("speed"), "必须大于 0", "must be above 0");
    }
    return new FleetRow(
        text("name").isEmpty() ? "vehicle " + number : text("name"),
        whole("count", 1, 0),
        number("capacity", -1, 0),
        number("fixed_cost", 0, 0),
        text("cost_per_metre").isEmpty() ? -1 : number("cost_per_metre", 0, 0),
        number("cost_per_second", 0, 0),
        speed,
        (int) number("max_duration_s", FleetRow.NO_LIMIT, 0),
        start,
        end,
        text("start"),
        text("end"),
        yes("open"),
        trips,
        stations,
        (int) number("unloading_s", 0, 0));
  }

  private String text(String key) {
    return cells.getOrDefault(key, "").strip();
  }

  /// @param otherwise when it is not given; negative when it must be
  private double number(String key, double otherwise, double least) {
    String text = text(key);
    if (text.isEmpty()) {
      if (otherwise < 0) {
        throw wrong(key, "", "必须填写", "must be given");
      }
      return otherwise;
    }
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException _) {
      throw wrong(key, text, "不是数", "is not a number");
    }
    if (!Double.isFinite(value) || value < least || value > FleetRow.NO_LIMIT) {
      throw wrong(
          key,
          text,
          "应在 " + (long) least + " 到 1000000000 之间",
          "must be between " + (long) least + " and 1000000000");
    }
    return value;
  }

  private int whole(String key, int otherwise, int least) {
    double value = number(key, otherwise, least);
    if (value != Math.rint(value)) {
      throw wrong(key, text(key), "应为整数", "must be a whole number");
    }
    return (int) value;
  }

  private int time(String key, int otherwise) {
    String text = text(key);
    return text.isEmpty()
        ? otherwise
        : TimeOfDay.seconds(text)
            .orElseThrow(() -> wrong(key, text, "不是时刻（08:00 或秒）", "is no time (08:00 or seconds)"));
  }

  private boolean yes(String key) {
    return switch (text(key).toLowerCase(Locale.ROOT)) {
      case "", "false", "no", "0", "否" -> false;
      case "true", "yes", "1", "是" -> true;
      default -> throw wrong(key, text(key), "应为 true 或 false", "must be true or false");
    };
  }

  private TourFileFault wrong(String key, String value, String zh, String en) {
    return new TourFileFault(
        where,
        key + " “" + value + "” " + zh + "。",
        key + " \"" + value + "\" " + en + ".",
        "",
        "");
  }
}
