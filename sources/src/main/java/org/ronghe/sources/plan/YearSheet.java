package org.ronghe.sources.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a table of built-up land and people by year, of one or more places.
public final class YearSheet {
  private final String file;
  private final SheetRows sheet;
  private final Columns columns;

  private YearSheet(String file, SheetRows sheet) throws TableFault {
    this.file = file;
    this.sheet = sheet;
    this.columns = new Columns(file, sheet.header());
  }

  /// @param land column of the land
  /// @param people column of the people
  public static TableAnswer<List<Row>> read(Path file, String land, String people) {
    try {
      YearSheet table = new YearSheet(file.toString(), SheetRows.read(file));
      return new TableAnswer.Read<>(table.rows(land, people), List.of());
    } catch (TableFault fault) {
      return new TableAnswer.Refused<>(fault.why());
    } catch (UncheckedIOException e) {
      return new TableAnswer.Refused<>(TextTable.why(file, e));
    } catch (IOException e) {
      return new TableAnswer.Refused<>(TextTable.why(file, e));
    }
  }

  private List<Row> rows(String land, String people) throws TableFault {
    int place = columns.has("place") ? columns.need("place") : -1;
    int year = columns.need("year");
    int landAt = columns.need(land);
    int peopleAt = columns.need(people);
    Map<String, Long> seen = new HashMap<>();
    List<Row> result = new ArrayList<>();
    for (int n = 0; n < sheet.cells().size(); n++) {
      String when = sheet.cell(n, year);
      if (!when.matches("\\d{1,4}")) {
        throw wrong(n, "year", when, "不是年份。", "is no year.");
      }
      Row row =
          new Row(
              sheet.cell(n, place),
              Integer.parseInt(when),
              positive(n, landAt, land),
              positive(n, peopleAt, people));
      Long first = seen.putIfAbsent(row.place() + "|" + row.year(), sheet.numbers().get(n));
      if (first != null) {
        throw wrong(n, "year", when, "与第 " + first + " 行重复。", "repeats row " + first + ".");
      }
      result.add(row);
    }
    return List.copyOf(result);
  }

  private double positive(int n, int column, String name) throws TableFault {
    String text = sheet.cell(n, column);
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException _) {
      number = Double.NaN;
    }
    if (!(number > 0) || Double.isInfinite(number)) {
      throw wrong(n, name, text, "必须是大于 0 的数。", "must be a number above 0.");
    }
    return number;
  }

  private TableFault wrong(int n, String column, String text, String zh, String en) {
    return TableFault.cell(
        "cell-wrong",
        file,
        sheet.numbers().get(n),
        column,
        text,
        new TableFault.Words(zh, en, "", ""));
  }

  /// One place in one year.
  ///
  /// @param place empty where the table has none
  public record Row(String place, int year, double land, double people) {}
}
