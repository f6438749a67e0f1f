package org.ronghe.engines.rule.feel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Expr.Operator;

/// Reads numbers, strings, booleans, null and `@"…"` temporals.
final class Literals {
  private final Cursor cursor;

  Literals(Cursor cursor) {
    this.cursor = cursor;
  }

  /// An interval with one end left open, `(< 5)`; `=` and `!=` hold one value.
  static Expr open(Operator operator, Expr end) {
    return switch (operator) {
      case LESS -> new Expr.Interval(false, null, end, false);
      case LESS_OR_EQUAL -> new Expr.Interval(false, null, end, true);
      case GREATER -> new Expr.Interval(false, end, null, false);
      case GREATER_OR_EQUAL -> new Expr.Interval(true, end, null, false);
      case EQUAL -> new Expr.Interval(true, end, end, true);
      case NOT_EQUAL, OR, AND, PLUS, MINUS, TIMES, DIVIDED_BY, POWER ->
          throw new FeelFault("feel-syntax", "这里不能用“!=”。", "“!=” cannot stand here.");
    };
  }

  void know(String name) {
    cursor.know(name);
  }

  /// The literal here, or null when there is none.
  @Nullable Expr read() {
    char c = cursor.peek();
    if (c == '"') {
      return new Expr.Constant(string());
    }
    if (c == '@' && cursor.peek(1) == '"') {
      cursor.take("@");
      return temporal(string());
    }
    if (isDigit(c) || (c == '.' && isDigit(cursor.peek(1)))) {
      return new Expr.Constant(number());
    }
    if (cursor.takeWord("true")) {
      return new Expr.Constant(Boolean.TRUE);
    }
    if (cursor.takeWord("false")) {
      return new Expr.Constant(Boolean.FALSE);
    }
    return cursor.takeWord("null") ? new Expr.Constant(null) : null;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private BigDecimal number() {
    String text = cursor.text();
    int end = cursor.place();
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
      end++;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
    }
    end = exponent(text, end);
    return new BigDecimal(cursor.slice(end), Arithmetic.PRECISION);
  }

  private static int exponent(String text, int end) {
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int after = end + 1;
      if (after < text.length() && (text.charAt(after) == '+' || text.charAt(after) == '-')) {
        after++;
      }
      int digits = after;
      while (after < text.length() && isDigit(text.charAt(after))) {
        after++;
      }
      return after > digits ? after : end;
    }
    return end;
  }

  private static Expr temporal(String text) {
    Object value = Temporal.literal(text);
    if (value == null) {
      throw new FeelFault(
          "feel-temporal",
          "“" + text + "”不是日期、时间或期间。",
          "“" + text + "” is no date, time or duration.");
    }
    return new Expr.Constant(value);
  }

  private String string() {
    String text = cursor.text();
    StringBuilder result = new StringBuilder();
    int at = cursor.place() + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c != '\\' || at + 1 >= text.length()) {
        result.append(c);
        at++;
        continue;
      }
      char escaped = text.charAt(at + 1);
      at += 2;
      switch (escaped) {
        case 'n' -> result.append('\n');
        case 't' -> result.append('\t');
        case 'r' -> result.append('\r');
        case '"', '\'', '\\' -> result.append(escaped);
        case 'u' -> at = unicode(text, at, 4, result);
        case 'U' -> at = unicode(text, at, 6, result);
        default -> result.append('\\').append(escaped);
      }
    }
    if (at >= text.length()) {
      throw new FeelFault("feel-syntax", "字符串缺少右引号。", "a string lacks its closing quote.");
    }
    cursor.slice(at + 1);
    return result.toString();
  }

  private static int unicode(String text, int at, int digits, StringBuilder result) {
    if (at + digits > text.length()) {
      throw new FeelFault("feel-syntax", "\\u 之后位数不足。", "digits are missing after \\u.");
    }
    try {
      result.appendCodePoint(Integer.parseInt(text, at, at + digits, 16));
    } catch (IllegalArgumentException _) {
      throw new FeelFault("feel-syntax", "\\u 之后不是字符编码。", "no character code after \\u.");
    }
    return at + digits;
  }
}
