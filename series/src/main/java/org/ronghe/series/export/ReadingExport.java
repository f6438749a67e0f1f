package org.ronghe.series.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.ValueKind;
import org.ronghe.model.reading.Reading;
import org.ronghe.series.ReadingHistory;

/// Writes the raw readings of one point in a time range, page by page: memory does not grow with
/// the range. Times are microseconds since 1970-01-01T00:00Z, `from` inclusive, `to` exclusive.
public final class ReadingExport {
  private static final int PAGE = 50_000;

  private final ReadingHistory history;

  public ReadingExport(ReadingHistory history) {
    this.history = history;
  }

  /// CSV with the header `point,time,value,quality,received,unit,synthetic`; the first four columns
  /// are what the door for CSV takes in. `synthetic` is `true` where the point is generated (合成).
  public void csv(MeasuringPoint point, long from_us, long to_us, Writer out) throws IOException {
    out.write("point,time,value,quality,received,unit,synthetic\n");
    String end = "," + quoted(point.unit()) + "," + point.provenance().synthetic() + "\n";
    pages(
        point.id(),
        from_us,
        to_us,
        page -> {
          for (Reading reading : page.readings()) {
            out.write(reading.point());
            out.write(',');
            out.write(time(reading.sourceTime_us()));
            out.write(',');
            out.write(quoted(value(point, reading.value())));
            out.write(',');
            out.write(reading.quality().code());
            out.write(',');
            out.write(time(reading.receiveTime_us()));
            out.write(end);
          }
        });
  }

  /// Apache Parquet with the columns `time`, `received` (UTC microseconds), `value` (NaN when there
  /// is none; states as their code) and `quality`; the file's metadata says point, name, unit,
  /// states and whether the point is synthetic.
  public void parquet(MeasuringPoint point, long from_us, long to_us, OutputStream out)
      throws IOException {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("ronghe.point", point.id());
    about.put("ronghe.name", point.name());
    about.put("ronghe.unit", point.unit());
    about.put("ronghe.states", String.join("|", point.states()));
    about.put("ronghe.synthetic", Boolean.toString(point.provenance().synthetic()));
    about.put("ronghe.source", point.provenance().source());
    ParquetWriter writer = new ParquetWriter(out);
    pages(point.id(), from_us, to_us, page -> writer.rowGroup(page.readings()));
    writer.finish(about);
  }

  private void pages(String point, long from_us, long to_us, PageWork work) throws IOException {
    String next = null;
    do {
      ReadingHistory.Page page = page(point, from_us, to_us, next);
      work.write(page);
      next = page.next();
    } while (next != null);
  }

  private ReadingHistory.Page page(String point, long from_us, long to_us, @Nullable String after) {
    return history.range(point, from_us, to_us, after, PAGE, null);
  }

  private static String value(MeasuringPoint point, double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (point.valueKind() == ValueKind.NUMBER) {
      return Double.toString(value);
    }
    int code = (int) value;
    return code < point.states().size() ? point.states().get(code) : Integer.toString(code);
  }

  private static String time(long time_us) {
    return Instant.EPOCH.plus(time_us, ChronoUnit.MICROS).toString();
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  @FunctionalInterface
  private interface PageWork {
    void write(ReadingHistory.Page page) throws IOException;
  }
}
