package org.ronghe.sources.plan;

import org.ronghe.sources.plan.TableFault.Words;

/// Reads a travel cost out of text.
final class Cost {
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private Cost() {}

  /// The cost; infinite for an empty cell or `NA`.
  static double of(char[] text, int offset, int length, String file, long row, String field)
      throws TableFault {
    long digits = 0;
    int count = 0;
    int point = -1;
    for (int n = offset; n < offset + length; n++) {
      char c = text[n];
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        count++;
      } else if (c == '.' && point < 0) {
        point = n;
      } else {
        return slow(new String(text, offset, length), file, row, field);
      }
    }
    if (count == 0 || count > 15) {
      return slow(new String(text, offset, length), file, row, field);
    }
    // at most 15 digits: both numbers are exact, so the quotient is rounded once, rightly
    return point < 0 ? digits : digits / POWERS[offset + length - 1 - point];
  }

  private static double slow(String cell, String file, long row, String field) throws TableFault {
    String text = cell.strip();
    if (text.isEmpty() || text.equals("NA")) {
      return Double.POSITIVE_INFINITY;
    }
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException _) {
      throw notANumber(text, file, row, field);
    }
    return checked(number, text, file, row, field);
  }

  /// A number that came as a number.
  static double checked(double number, String text, String file, long row, String field)
      throws TableFault {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw TableFault.cell(
          "cost-not-finite",
          file,
          row,
          field,
          text,
          new Words(
              "不是有限的数。",
              "is not a finite number.",
              "到不了的请留空。",
              "Maybe it cannot be reached? Then leave the cell empty."));
    }
    if (number < 0) {
      throw TableFault.cell(
          "cost-negative",
          file,
          row,
          field,
          text,
          new Words(
              "不能为负。",
              "must not be negative.",
              "也许负数表示到不了？那就留空。",
              "Maybe a negative number means unreachable? Then leave the cell empty."));
    }
    return number;
  }

  private static TableFault notANumber(String text, String file, long row, String field) {
    boolean comma = text.matches("[0-9]+,[0-9]+");
    return TableFault.cell(
        "cost-not-a-number",
        file,
        row,
        field,
        text,
        new Words(
            "不是数。",
            "is not a number.",
            comma ? "小数点请写成“.”。" : "到不了的请留空。",
            comma
                ? "Maybe the decimal sign is a comma? Write a point."
                : "Maybe it cannot be reached? Then leave the cell empty."));
  }
}
