package org.ronghe.sources.county.kind;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronghe.sources.county.notice.ValueNotice;

/// Days as people type them.
final class Dates {
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern LOOSE =
      Pattern.compile(
          "(\\d{4})\\s*[-./年]?\\s*(\\d{1,2})\\s*[-./月]?\\s*(\\d{1,2})\\s*日?(?:[ T].*)?");
  private static final Pattern EXCEL_SERIAL = Pattern.compile("[2-5]\\d{4}");

  private Dates() {}

  /// The ISO day in a field that must have one; empty, and a notice, when it has none.
  static String read(Cells cells, String field) {
    String text = cells.text(field);
    if (text.isEmpty() || isDay(ISO.matcher(text)).isPresent()) {
      return text;
    }
    String[] details = guess(text).map(day -> new String[] {text, day}).orElse(new String[] {text});
    cells.say(ValueNotice.DATE_MALFORMED, field, details);
    return "";
  }

  private static Optional<String> guess(String text) {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    if (EXCEL_SERIAL.matcher(narrow).matches()) {
      return Optional.of(LocalDate.of(1899, 12, 30).plusDays(Integer.parseInt(narrow)).toString());
    }
    return isDay(LOOSE.matcher(narrow)).map(LocalDate::toString);
  }

  private static Optional<LocalDate> isDay(Matcher matcher) {
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3))));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
