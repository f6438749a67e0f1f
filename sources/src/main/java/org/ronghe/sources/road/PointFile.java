package org.ronghe.sources.road;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.ronghe.sources.county.notice.Likely;

/// Points to travel between: CSV (or `.csv.gz`) with the columns `id`, `lon`, `lat` (WGS-84) in any
/// order; other columns are left alone.
public final class PointFile {
  private static final List<String> COLUMNS = List.of("id", "lon", "lat");

  private PointFile() {}

  /// @param lon WGS-84 degrees
  /// @param lat WGS-84 degrees
  /// @param row in the file, the header being row 1
  public record Point(String id, double lon, double lat, long row) {}

  /// @throws RoadFault with file, row, field and value, for the first thing that is wrong
  public static List<Point> read(Path file) throws RoadFault {
    if (!Files.isRegularFile(file)) {
      throw new RoadFault(
          "no-file", file + " 不存在或不是文件。", file + " is not there, or is no file.", "", "");
    }
    try (Reader reader = open(file);
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(reader)) {
      return points(file, csv.iterator());
    } catch (CsvParseException e) {
      throw new RoadFault(
          "csv-malformed",
          file + " 不是完整的 CSV：" + e.getMessage(),
          file + " is no proper CSV: " + e.getMessage(),
          "也许某行的列数不对或缺少引号？",
          "Maybe a row has too many or too few cells, or a quote is missing?");
    } catch (UncheckedIOException e) {
      throw unreadable(file, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// The reader under the CSV reader may have been stopped by letters of another encoding.
  private static RoadFault unreadable(Path file, IOException e) {
    if (!(e instanceof CharacterCodingException)
        && !(e.getCause() instanceof CharacterCodingException)) {
      return OsmFileCheck.unreadable(file, e);
    }
    return new RoadFault(
        "not-utf8",
        file + " 不是 UTF-8 编码。",
        file + " is not UTF-8.",
        "也许是 Excel 的 GBK？请另存为“CSV UTF-8”。",
        "Maybe it is GBK from Excel? Save it as “CSV UTF-8”.");
  }

  private static Reader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    BufferedInputStream marked = new BufferedInputStream(plain);
    marked.mark(3);
    byte[] start = marked.readNBytes(3);
    boolean bom =
        start.length == 3
            && (start[0] & 0xFF) == 0xEF
            && (start[1] & 0xFF) == 0xBB
            && (start[2] & 0xFF) == 0xBF;
    if (!bom) {
      marked.reset();
    }
    return new InputStreamReader(marked, StandardCharsets.UTF_8.newDecoder());
  }

  private static List<Point> points(Path file, Iterator<CsvRecord> records) throws RoadFault {
    if (!records.hasNext()) {
      throw new RoadFault("file-empty", file + " 是空文件。", file + " is empty.", "", "");
    }
    List<String> header = records.next().getFields().stream().map(String::strip).toList();
    int[] at = new int[COLUMNS.size()];
    for (int i = 0; i < at.length; i++) {
      at[i] = column(file, header, COLUMNS.get(i));
    }
    List<Point> points = new ArrayList<>();
    Map<String, Long> seen = new HashMap<>();
    while (records.hasNext()) {
      CsvRecord cells = records.next();
      long row = cells.getStartingLineNumber();
      String id = cell(cells, at[0]);
      if (id.isEmpty()) {
        throw wrong("id-empty", file, row, "id", id, "为空", "is empty", "", "");
      }
      Long before = seen.putIfAbsent(id, row);
      if (before != null) {
        throw wrong(
            "id-twice",
            file,
            row,
            "id",
            id,
            "重复：第 " + before + " 行已有",
            "is there twice: also in row " + before,
            "",
            "");
      }
      points.add(point(file, row, id, cell(cells, at[1]), cell(cells, at[2])));
    }
    if (points.isEmpty()) {
      throw new RoadFault(
          "no-points", file + " 只有表头，没有点。", file + " has a header and no points.", "", "");
    }
    return points;
  }

  private static Point point(Path file, long row, String id, String lonCell, String latCell)
      throws RoadFault {
    double lon = number(file, row, "lon", lonCell);
    double lat = number(file, row, "lat", latCell);
    if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90) {
      throw wrong(
          "lat-out-of-range",
          file,
          row,
          "lat",
          latCell,
          "不在 -90 到 90 之间",
          "is not between -90 and 90",
          "也许 lon 和 lat 写反了？",
          "Maybe lon and lat are swapped?");
    }
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
      String field = Math.abs(lat) > 90 ? "lat" : "lon";
      throw wrong(
          field + "-out-of-range",
          file,
          row,
          field,
          field.equals("lat") ? latCell : lonCell,
          "超出经纬度范围",
          "is no degree of longitude or latitude",
          "也许是以米为单位的投影坐标？需要 WGS-84 经纬度。",
          "Maybe it is projected, in metres? WGS-84 degrees are needed.");
    }
    return new Point(id, lon, lat, row);
  }

  private static int column(Path file, List<String> header, String name) throws RoadFault {
    int at = header.indexOf(name);
    if (at >= 0 && at == header.lastIndexOf(name)) {
      return at;
    }
    if (at >= 0) {
      throw new RoadFault(
          "column-twice",
          file + " 有两个 " + name + " 列。",
          file + " has two columns " + name + ".",
          "",
          "");
    }
    String only = header.getFirst();
    boolean separator = header.size() == 1 && (only.contains(";") || only.contains("\t"));
    String maybe = Likely.of(name, header).orElse("");
    throw new RoadFault(
        "column-missing",
        file + " 没有 " + name + " 列；它有：" + String.join(", ", header) + "。",
        file + " has no column " + name + "; it has: " + String.join(", ", header) + ".",
        separator ? "也许分隔符应为逗号？" : maybe.isEmpty() ? "需要 id,lon,lat 三列。" : "也许是 " + maybe + "？",
        separator
            ? "Maybe the separator must be a comma?"
            : maybe.isEmpty()
                ? "The columns id,lon,lat are needed."
                : "Maybe it is " + maybe + "?");
  }

  private static String cell(CsvRecord cells, int at) {
    return at < cells.getFieldCount() ? cells.getField(at).strip() : "";
  }

  private static double number(Path file, long row, String field, String cell) throws RoadFault {
    double number;
    try {
      number = Double.parseDouble(cell);
    } catch (NumberFormatException _) {
      boolean comma = cell.matches("-?\\d+,\\d+");
      throw wrong(
          "not-a-number",
          file,
          row,
          field,
          cell,
          "不是数",
          "is not a number",
          comma ? "也许小数点写成了逗号？" : "",
          comma ? "Maybe the decimal point is a comma?" : "");
    }
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw wrong("not-a-number", file, row, field, cell, "不是有限的数", "is not finite", "", "");
    }
    return number;
  }

  static RoadFault wrong(
      String code,
      Path file,
      long row,
      String field,
      String value,
      String zh,
      String en,
      String maybeZh,
      String maybeEn) {
    return new RoadFault(
        code,
        "%s 第 %d 行 %s（%s）%s。".formatted(file, row, field, value, zh),
        "%s of (%s) in %s row %d %s.".formatted(field, value, file, row, en),
        maybeZh,
        maybeEn);
  }
}
