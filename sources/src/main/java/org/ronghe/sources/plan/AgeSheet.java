package org.ronghe.sources.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads tables by age and sex: a census (`people`) or rates. Columns `age` (`0`, `0-4`, `85+`) and
/// `sex` (F/M, female/male, 女/男), optionally `place` and `year`, and columns of numbers of at least
/// 0; an empty cell is 0.
public final class AgeSheet {
  private static final Pattern AGE =
      Pattern.compile("(\\d{1,3})(?:\\s*(?:[-–~]\\s*\\d{1,3}|\\+|岁及以上)?)");

  private final String file;
  private final SheetRows sheet;
  private final Columns columns;
  private final int age;
  private final int sex;
  private final Map<String, Long> seen = new HashMap<>();

  private AgeSheet(String file, SheetRows sheet) throws TableFault {
    this.file = file;
    this.sheet = sheet;
    this.columns = new Columns(file, sheet.header());
    this.age = columns.need("age");
    this.sex = columns.need("sex");
  }

  /// @param needed a column that must be there; null when none must
  /// @param asked the columns of numbers to read where they are
  public static TableAnswer<List<Row>> read(
      Path file, @Nullable String needed, List<String> asked) {
    try {
      AgeSheet table = new AgeSheet(file.toString(), SheetRows.read(file));
      if (needed != null) {
        table.columns.need(needed);
      }
      return new TableAnswer.Read<>(table.rows(asked), List.of());
    } catch (TableFault fault) {
      return new TableAnswer.Refused<>(fault.why());
    } catch (UncheckedIOException e) {
      return new TableAnswer.Refused<>(TextTable.why(file, e));
    } catch (IOException e) {
      return new TableAnswer.Refused<>(TextTable.why(file, e));
    }
  }

  private List<Row> rows(List<String> asked) throws TableFault {
    int place = columns.has("place") ? columns.need("place") : -1;
    int year = columns.has("year") ? columns.need("year") : -1;
    List<Row> result = new ArrayList<>();
    for (int n = 0; n < sheet.cells().size(); n++) {
      Map<String, Double> numbers = new HashMap<>();
      for (String column : asked) {
        if (columns.has(column)) {
          numbers.put(column, number(n, column));
        }
      }
      Row row =
          new Row(sheet.cell(n, place), year(n, year), age(n), female(n), Map.copyOf(numbers));
      refuseTwice(n, row);
      result.add(row);
    }
    return List.copyOf(result);
  }

  private void refuseTwice(int n, Row row) throws TableFault {
    String key = row.place() + "|" + row.year() + "|" + row.age() + "|" + row.female();
    Long first = seen.putIfAbsent(key, sheet.numbers().get(n));
    if (first != null) {
      throw wrong(
          n, "age", sheet.cell(n, age), "与第 " + first + " 行重复。", "repeats row " + first + ".");
    }
  }

  private int age(int n) throws TableFault {
    String text = sheet.cell(n, age);
    Matcher matcher = AGE.matcher(text);
    if (!matcher.matches()) {
      throw wrong(n, "age", text, "不是年龄，例如 0、0-4、85+。", "is no age such as 0, 0-4 or 85+.");
    }
    return Integer.parseInt(matcher.group(1));
  }

  private boolean female(int n) throws TableFault {
    String text = sheet.cell(n, sex);
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "f", "female", "女" -> true;
      case "m", "male", "男" -> false;
      default ->
          throw wrong(
              n, "sex", text, "应为 F/M、female/male 或 女/男。", "must be F/M, female/male or 女/男.");
    };
  }

  private int year(int n, int column) throws TableFault {
    String text = sheet.cell(n, column);
    if (column < 0 || text.isEmpty()) {
      return Integer.MIN_VALUE;
    }
    if (!text.matches("\\d{1,4}")) {
      throw wrong(n, "year", text, "不是年份。", "is no year.");
    }
    return Integer.parseInt(text);
  }

  private double number(int n, String column) throws TableFault {
    String text = sheet.cell(n, columns.need(column));
    double number;
    try {
      number = text.isEmpty() ? 0 : Double.parseDouble(text);
    } catch (NumberFormatException _) {
      number = Double.NaN;
    }
    if (!(number >= 0) || Double.isInfinite(number)) {
      throw wrong(n, column, text, "必须是不小于 0 的数。", "must be a number of at least 0.");
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

  /// One row.
  ///
  /// @param place empty for all places
  /// @param year `Integer.MIN_VALUE` for all years
  /// @param age youngest age of the group
  /// @param numbers of the columns asked for that are there
  public record Row(String place, int year, int age, boolean female, Map<String, Double> numbers) {
    /// 0 when there is no such column.
    public double number(String column) {
      return numbers.getOrDefault(column, 0.0);
    }
  }
}
