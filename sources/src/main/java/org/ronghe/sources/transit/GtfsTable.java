package org.ronghe.sources.transit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.sources.county.notice.Likely;
import org.ronghe.sources.road.RoadFault;

/// One table of a feed, read row by row; cells by the name of their column.
final class GtfsTable implements AutoCloseable {
  private final String name;
  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> records;
  private final Map<String, Integer> columns = new HashMap<>();
  private @Nullable CsvRecord current;

  private GtfsTable(String name, CsvReader<CsvRecord> csv) {
    this.name = name;
    this.csv = csv;
    records = csv.iterator();
  }

  /// What is done with each row.
  interface Row {
    void read(GtfsTable table) throws RoadFault;
  }

  /// Reads a table whole. False when the feed does not have it or it is empty.
  static boolean each(GtfsFiles files, String table, List<String> needed, Row row)
      throws RoadFault {
    String name = files.name() + "/" + table;
    try {
      Optional<InputStream> in = files.table(table);
      if (in.isEmpty()) {
        return false;
      }
      try (GtfsTable opened = new GtfsTable(name, csv(in.get()))) {
        return opened.each(needed, row);
      }
    } catch (CsvParseException e) {
      throw new RoadFault(
          "csv-malformed",
          name + " 不是完整的 CSV：" + e.getMessage(),
          name + " is no proper CSV: " + e.getMessage(),
          "也许缺少引号，或文件没有写完？",
          "Maybe a quote is missing, or the file was cut short?");
    } catch (CharacterCodingException _) {
      throw notUtf8(name);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException
          ? notUtf8(name)
          : GtfsFiles.unreadable(files.path(), Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw GtfsFiles.unreadable(files.path(), e);
    }
  }

  private static RoadFault notUtf8(String name) {
    return new RoadFault(
        "not-utf8",
        name + " 不是 UTF-8 编码。",
        name + " is not UTF-8.",
        "也许是 GBK？请另存为 UTF-8。",
        "Maybe it is GBK? Save it as UTF-8.");
  }

  private static CsvReader<CsvRecord> csv(InputStream in) {
    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    return CsvReader.builder()
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(reader);
  }

  private boolean each(List<String> needed, Row row) throws RoadFault {
    if (!records.hasNext()) {
      return false;
    }
    List<String> header = records.next().getFields().stream().map(GtfsTable::plain).toList();
    for (int i = 0; i < header.size(); i++) {
      columns.putIfAbsent(header.get(i), i);
    }
    for (String column : needed) {
      if (!columns.containsKey(column)) {
        throw missing(column, header);
      }
    }
    while (records.hasNext()) {
      CsvRecord next = records.next();
      current = next;
      boolean blank = next.getFieldCount() == 1 && next.getField(0).isBlank();
      if (!blank) {
        row.read(this);
      }
    }
    return true;
  }

  private static String plain(String cell) {
    return (cell.startsWith("\uFEFF") ? cell.substring(1) : cell).strip();
  }

  private RoadFault missing(String column, List<String> header) {
    String maybe = Likely.of(column, header).orElse("");
    return new RoadFault(
        "column-missing",
        name + " 没有 " + column + " 列；它有：" + String.join(", ", header) + "。",
        name + " has no column " + column + "; it has: " + String.join(", ", header) + ".",
        maybe.isEmpty() ? "" : "也许是 " + maybe + "？",
        maybe.isEmpty() ? "" : "Maybe it is " + maybe + "?");
  }

  String name() {
    return name;
  }

  /// The row being read, the header being row 1.
  long row() {
    return current == null ? 1 : current.getStartingLineNumber();
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /// A cell without blanks around it; empty where there is none.
  String cell(String column) {
    Integer at = columns.get(column);
    CsvRecord record = current;
    return at == null || record == null || at >= record.getFieldCount()
        ? ""
        : record.getField(at).strip();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
