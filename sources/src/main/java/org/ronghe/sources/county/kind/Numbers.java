package org.ronghe.sources.county.kind;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronghe.sources.county.notice.ValueNotice;

/// Numbers as people type them.
final class Numbers {
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}([,'  _]\\d{3})+(\\.\\d+)?");
  private static final Pattern WITH_UNIT =
      Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)\\s*([\\p{L}%°℃㎜㎝㎞²³/µμ]+[\\p{L}\\d²³/%]*)");

  private Numbers() {}

  /// The number in `text`; NaN, and a notice, when it is not written as a plain number.
  static double read(Cells cells, String field, String text) {
    if (PLAIN.matcher(text).matches()) {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    }
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('。', '.').strip();
    Matcher unit = WITH_UNIT.matcher(narrow);
    if (GROUPED.matcher(narrow).matches()) {
      String joined = narrow.replaceAll("[,'  _]", "");
      cells.say(ValueNotice.NUMBER_WITH_SEPARATOR, field, text, joined);
    } else if (!narrow.equals(text) && PLAIN.matcher(narrow).matches()) {
      cells.say(ValueNotice.NUMBER_FULL_WIDTH, field, text, narrow);
    } else if (unit.matches()) {
      cells.say(ValueNotice.NUMBER_WITH_UNIT, field, text, unit.group(1));
    } else {
      cells.say(ValueNotice.NUMBER_MALFORMED, field, text);
    }
    return Double.NaN;
  }

  /// A number without needless zeros, e.g. `200` or `0.5`.
  static String plain(double number) {
    if (!Double.isFinite(number)) {
      return String.valueOf(number);
    }
    BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
    return exact.signum() == 0 ? "0" : exact.toPlainString();
  }

  /// The same to at most `decimals` places.
  static String plain(double number, int decimals) {
    double scale = Math.pow(10, decimals);
    return plain(Math.round(number * scale) / scale);
  }
}
