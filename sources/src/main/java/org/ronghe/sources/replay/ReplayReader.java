package org.ronghe.sources.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.SentReading;
import org.ronghe.sources.replay.LogRow.Read;
import org.ronghe.sources.replay.LogRow.Rejected;
import org.ronghe.sources.replay.ReplayMapping.Column;
import org.ronghe.sources.replay.ReplayMapping.QualityRule;

/// Reads one file of a recorded log, row by row.
final class ReplayReader implements AutoCloseable {
  private static final int LONGEST_LINE = 1 << 20;

  private final ReplayMapping mapping;
  private final BufferedReader lines;
  private final LogClock clock;
  private final List<Placed> placed = new ArrayList<>();
  private final List<PlacedRule> rules = new ArrayList<>();
  private final int[] timeAt;
  private final int fields;
  private long line = 1;

  private record Placed(Column column, String point, int at) {}

  private record PlacedRule(QualityRule rule, int at) {}

  /// @throws IOException when the file cannot be read, or its header is not the mapping's
  ReplayReader(Path file, ReplayMapping mapping) throws IOException {
    this.mapping = mapping;
    this.clock = new LogClock(mapping.time());
    var decoder =
        mapping
            .encoding()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    this.lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
    String first = readLine();
    List<String> header =
        first == null ? List.of() : split(withoutMark(first), mapping.separator());
    this.fields = header.size() + (mapping.trailingSeparator() ? 1 : 0);
    for (Column column : mapping.columns()) {
      int at = header.indexOf(column.name());
      if (at < 0 && !column.optional()) {
        lines.close();
        throw new IOException(
            file.getFileName() + " has no column \"" + column.name() + "\": it has " + header);
      }
      if (at >= 0 && column.point() != null) {
        placed.add(new Placed(column, column.point().id(), at));
      }
    }
    for (QualityRule rule : mapping.rules()) {
      rules.add(new PlacedRule(rule, header.indexOf(rule.column())));
    }
    timeAt = mapping.time().columns().stream().mapToInt(header::indexOf).toArray();
    for (int i = 0; i < timeAt.length; i++) {
      if (timeAt[i] < 0) {
        lines.close();
        throw new IOException(
            file.getFileName() + " has no time column " + mapping.time().columns().get(i));
      }
    }
  }

  /// The next row, or null at the end.
  @Nullable LogRow next() throws IOException {
    String text = readLine();
    if (text == null) {
      return null;
    }
    line++;
    if (text.isBlank()) {
      return rejected("blank");
    }
    if (text.length() >= LONGEST_LINE || hasGarbage(text)) {
      return rejected("garbage");
    }
    List<String> row = split(text, mapping.separator());
    if (row.size() != fields) {
      return rejected("field-count");
    }
    var time = new StringBuilder();
    for (int at : timeAt) {
      time.append(time.isEmpty() ? "" : " ").append(row.get(at));
    }
    return switch (clock.read(time.toString())) {
      case LogClock.Answer.None none -> rejected(none.reason());
      case LogClock.Answer.At at -> cells(row, at);
    };
  }

  private LogRow cells(List<String> row, LogClock.Answer.At at) {
    Quality rowQuality = at.flag() == null ? Quality.GOOD : Quality.UNCERTAIN;
    String rowReason = at.flag();
    for (PlacedRule placedRule : rules) {
      QualityRule rule = placedRule.rule();
      if (placedRule.at() >= 0 && number(row.get(placedRule.at())) != rule.expected()) {
        rowQuality = rule.quality();
        rowReason = rule.reason();
      }
    }
    List<SentReading> readings = new ArrayList<>(placed.size());
    Map<String, Integer> reasons = new HashMap<>();
    int flagged = 0;
    int rejected = 0;
    for (Placed cell : placed) {
      double raw = number(row.get(cell.at()));
      if (!Double.isFinite(raw)) {
        rejected++;
        reasons.merge(
            "cell rejected " + (row.get(cell.at()).isBlank() ? "empty" : "not-a-number"),
            1,
            Integer::sum);
        continue;
      }
      Quality sentinel = cell.column().sentinels().get(raw);
      double value = raw * cell.column().scale();
      Quality quality = rowQuality;
      String reason = rowReason;
      if (sentinel != null) {
        value = Double.NaN;
        quality = sentinel;
        reason = "sentinel";
      } else if (value < cell.column().low() || value > cell.column().high()) {
        quality = Quality.UNCERTAIN_OUT_OF_RANGE;
        reason = "out-of-range";
      }
      if (reason != null) {
        flagged++;
        reasons.merge("cell flagged " + reason, 1, Integer::sum);
      }
      readings.add(new SentReading(cell.point(), at.time_us(), value, null, quality));
    }
    return new Read(
        line, at.time_us(), readings, readings.size() - flagged, flagged, rejected, reasons);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private Rejected rejected(String reason) {
    return new Rejected(line, reason, placed.size());
  }

  /// The number a cell writes, with the mapping's decimal sign; NaN when it writes none.
  private double number(String cell) {
    String text = cell.strip();
    if (mapping.decimal() != '.') {
      if (text.indexOf('.') >= 0) {
        return Double.NaN;
      }
      text = text.replace(mapping.decimal(), '.');
    }
    if (text.isEmpty() || !isPlain(text)) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789.+-eE".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Control characters have no place in a log; a byte the encoding does not know is one too.
  private boolean hasGarbage(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != mapping.separator() && (Character.isISOControl(c) || c == '\uFFFD')) {
        return true;
      }
    }
    return false;
  }

  /// The next line; only a line feed ends one, for garbage may hold anything. What is beyond the
  /// longest line is dropped.
  private @Nullable String readLine() throws IOException {
    int c = lines.read();
    if (c < 0) {
      return null;
    }
    var text = new StringBuilder(256);
    for (; c >= 0 && c != '\n'; c = lines.read()) {
      if (text.length() < LONGEST_LINE) {
        text.append((char) c);
      }
    }
    if (!text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
      text.setLength(text.length() - 1);
    }
    return text.toString();
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static List<String> split(String text, char separator) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      fields.add(text.substring(from, at));
      from = at + 1;
    }
    fields.add(text.substring(from));
    return fields;
  }
}
