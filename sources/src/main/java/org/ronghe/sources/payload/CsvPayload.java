package org.ronghe.sources.payload;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.SentReading;

/// Reads the CSV `point,time,value,quality` (UTF-8, header required, `time` and `quality` may be
/// empty or left out at the end). Rows are counted from 0 after the header. Thread-safe.
public final class CsvPayload {
  private static final List<String> FIELDS = List.of("point", "time", "value", "quality");

  private CsvPayload() {}

  /// Reads a whole text.
  ///
  /// @param receiveTime_us the time of rows that carry none
  public static ReadingPayload read(byte[] text, long receiveTime_us) {
    if (text.length > ReadingPayload.MAX_BYTES) {
      return refused(text.length + " bytes", PayloadFault.TOO_LARGE, "send it in several parts");
    }
    String decoded;
    try {
      decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException _) {
      return refused("", PayloadFault.NOT_CSV, "it is not UTF-8: save it as CSV UTF-8");
    }
    if (decoded.startsWith("\uFEFF")) {
      decoded = decoded.substring(1);
    }
    return read(decoded, receiveTime_us);
  }

  private static ReadingPayload read(String text, long receiveTime_us) {
    var payload = new ReadingPayload.Builder();
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofCsvRecord(text)) {
      boolean header = true;
      for (CsvRecord row : rows) {
        if (header) {
          header = false;
          if (!isHeader(row.getFields())) {
            return refused(
                String.join(",", row.getFields()), PayloadFault.NOT_CSV, maybeHeader(row));
          }
        } else if (payload.index() >= ReadingPayload.MAX_READINGS) {
          return refused("", PayloadFault.TOO_MANY, "send it in several parts");
        } else {
          readRow(row.getFields(), payload, receiveTime_us);
        }
      }
      if (header) {
        return refused("", PayloadFault.NOT_CSV, "the text is empty");
      }
    } catch (CsvParseException e) {
      return refused(String.valueOf(e.getMessage()), PayloadFault.NOT_CSV, "a quote is not closed");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory cannot fail to be read
    }
    return payload.build();
  }

  private static boolean isHeader(List<String> fields) {
    if (fields.size() < 3 || fields.size() > FIELDS.size()) {
      return false;
    }
    for (int i = 0; i < fields.size(); i++) {
      if (!fields.get(i).strip().toLowerCase(Locale.ROOT).equals(FIELDS.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static String maybeHeader(CsvRecord row) {
    return row.getField(0).contains(";")
        ? "the separator is ; but must be ,"
        : "the first row must be point,time,value,quality";
  }

  private static void readRow(
      List<String> fields, ReadingPayload.Builder payload, long receiveTime_us) {
    String point = field(fields, 0);
    String time = field(fields, 1);
    String value = field(fields, 2);
    String quality = field(fields, 3);
    PayloadError fault = null;
    long time_us = time.isEmpty() ? receiveTime_us : time(time);
    Optional<Quality> given =
        quality.isEmpty() ? Optional.of(Quality.GOOD) : Quality.ofCode(quality);
    if (fields.size() > FIELDS.size()) {
      fault =
          error(
              payload,
              point,
              "",
              String.join(",", fields),
              PayloadFault.NOT_A_READING,
              "the decimal sign is a comma: write 12.3");
    } else if (point.isEmpty()) {
      fault = error(payload, point, "point", "", PayloadFault.MISSING_POINT, null);
    } else if (!MeasuringPoint.isId(point)) {
      fault = error(payload, point, "point", point, PayloadFault.POINT_ID, null);
    } else if (time_us < 0) {
      fault = timeError(payload, point, time, time_us);
    } else if (given.isEmpty()) {
      fault =
          error(
              payload,
              point,
              "quality",
              quality,
              PayloadFault.NOT_A_QUALITY,
              "good, uncertain or bad");
    } else if (value.length() > TextValue.MAX_LENGTH) {
      fault = error(payload, point, "value", value, PayloadFault.NOT_A_VALUE, null);
    }
    if (fault != null || given.isEmpty()) {
      if (fault != null) {
        payload.add(fault);
      }
      return;
    }
    addReading(payload, point, time_us, value, given.get());
  }

  private static void addReading(
      ReadingPayload.Builder payload, String point, long time_us, String value, Quality quality) {
    if (value.isEmpty()) {
      Quality kept = quality.isBad() ? quality : Quality.BAD_NO_VALUE;
      payload.add(new SentReading(point, time_us, Double.NaN, null, kept));
      return;
    }
    double number = TextValue.number(value);
    if (Double.isInfinite(number)) {
      payload.add(error(payload, point, "value", value, PayloadFault.NOT_A_VALUE, null));
    } else {
      String text = Double.isNaN(number) ? value : null;
      payload.add(new SentReading(point, time_us, number, text, quality));
    }
  }

  private static long time(String text) {
    boolean digits = text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    if (!digits) {
      return SourceTime.ofIso(text);
    }
    double millis = TextValue.number(text);
    return Double.isNaN(millis) ? SourceTime.NOT_A_TIME : SourceTime.ofMillis(millis);
  }

  private static PayloadError timeError(
      ReadingPayload.Builder payload, String point, String time, long fault) {
    if (fault == SourceTime.WITHOUT_OFFSET) {
      return error(
          payload,
          point,
          "time",
          time,
          PayloadFault.TIME_WITHOUT_OFFSET,
          "it is local time: add +08:00");
    }
    if (fault == SourceTime.OUT_OF_RANGE) {
      double number = TextValue.number(time);
      String maybe = Double.isNaN(number) ? null : SourceTime.maybeUnit(number);
      return error(payload, point, "time", time, PayloadFault.TIME_OUT_OF_RANGE, maybe);
    }
    return error(
        payload,
        point,
        "time",
        time,
        PayloadFault.NOT_A_TIME,
        "write it like 2026-11-23T14:00:00+08:00");
  }

  private static String field(List<String> fields, int index) {
    return index < fields.size() ? fields.get(index).strip() : "";
  }

  private static PayloadError error(
      ReadingPayload.Builder payload,
      String point,
      String field,
      String value,
      PayloadFault fault,
      @Nullable String maybe) {
    return new PayloadError(payload.index(), point, field, value, fault, maybe);
  }

  private static ReadingPayload refused(String value, PayloadFault fault, String maybe) {
    return ReadingPayload.refused(new PayloadError(0, "", "", value, fault, maybe));
  }
}
