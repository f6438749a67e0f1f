package org.ronghe.sources.replay;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Quality;

/// What a recorded log means: format `ronghe-replay/1`, see docs/guide/replay.md.
///
/// @param separator between the fields of a row
/// @param decimal decimal sign
/// @param trailingSeparator true when rows end with a separator that the header lacks
/// @param columns what to do with each column; every column of a log is named here
/// @param rules rows whose readings are not to be trusted
public record ReplayMapping(
    String id,
    String nameZh,
    String nameEn,
    Charset encoding,
    char separator,
    char decimal,
    boolean trailingSeparator,
    TimeRule time,
    List<Column> columns,
    List<QualityRule> rules) {
  public ReplayMapping {
    columns = List.copyOf(columns);
    rules = List.copyOf(rules);
  }

  /// How to read the time of a row.
  ///
  /// @param columns joined with a space before they are read
  /// @param pattern as `java.time.format.DateTimeFormatter` has it, strict; years are `uuuu`
  /// @param zone a fixed offset, or a region whose clock changes
  public record TimeRule(
      List<String> columns, String pattern, ZoneId zone, Gap gap, Overlap overlap) {
    public TimeRule {
      columns = List.copyOf(columns);
    }
  }

  /// What becomes of a local time that the clock change in spring skips.
  public enum Gap {
    /// The row is rejected, `time-in-gap`.
    REJECT,
    /// The row is read as if the clock had not been changed, and flagged `time-in-gap`.
    SHIFT
  }

  /// What becomes of a local time that the clock change in autumn brings twice.
  public enum Overlap {
    /// The first of the two, until a row goes back in time: then the second.
    BY_ORDER,
    /// The first, flagged `time-ambiguous`.
    EARLIER,
    /// The second, flagged `time-ambiguous`.
    LATER,
    /// The row is rejected, `time-ambiguous`.
    REJECT
  }

  /// One column.
  ///
  /// @param point where its values go; null for a column left out
  /// @param skip why it is left out; null for a column that is read
  /// @param optional true when some files lack it
  /// @param scale the value is multiplied by this
  /// @param low below this the value is flagged `out-of-range`; -infinity for no limit
  /// @param sentinels numbers as written that stand for no value, and what they mean
  public record Column(
      String name,
      @Nullable MeasuringPoint point,
      @Nullable String skip,
      boolean optional,
      double scale,
      double low,
      double high,
      Map<Double, Quality> sentinels) {
    public Column {
      sentinels = Map.copyOf(sentinels);
    }
  }

  /// Rows in which `column` is not `expected` get a lower quality.
  public record QualityRule(String column, double expected, Quality quality, String reason) {}

  /// Reads a mapping file.
  ///
  /// @throws IOException when it cannot be read or has a mistake; the message names the place
  public static ReplayMapping read(Path file) throws IOException {
    return MappingFile.read(file);
  }

  /// The points that the log's readings go to, in column order, ready to be registered.
  public List<MeasuringPoint> points() {
    return columns.stream()
        .map(Column::point)
        .flatMap(java.util.stream.Stream::ofNullable)
        .toList();
  }
}
