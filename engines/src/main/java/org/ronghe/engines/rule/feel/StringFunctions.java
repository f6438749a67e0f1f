package org.ronghe.engines.rule.feel;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Builtins.Builtin;

/// Built-in functions on strings. Positions count characters (code points) from 1.
final class StringFunctions {
  private static final Pattern BACK_REFERENCE = Pattern.compile("\\\\([1-9])");

  private StringFunctions() {}

  static List<Builtin> all() {
    return raw().stream()
        .map(one ->
            one.name().equals("string") || one.name().equals("string join")
                ? one
                : new Builtin(one.name(), one.signatures(), a -> one.body().apply(single(a))))
        .toList();
  }

  /// A list of one stands for its item where a string is wanted.
  private static @Nullable Object[] single(@Nullable Object[] arguments) {
    @Nullable Object[] result = arguments.clone();
    for (int i = 0; i < result.length; i++) {
      if (result[i] instanceof List<?> list && list.size() == 1) {
        result[i] = list.getFirst();
      }
    }
    return result;
  }

  private static List<Builtin> raw() {
    return List.of(
        Builtin.of("string", a -> a[0] == null ? null : Text.of(a[0]), "from"),
        Builtin.of(
            "string length",
            a ->
                a[0] instanceof String s
                    ? BigDecimal.valueOf(s.codePointCount(0, s.length()))
                    : null,
            "string"),
        Builtin.of(
            "substring",
            StringFunctions::substring,
            "string, start position",
            "string, start position, length"),
        Builtin.of(
            "upper case",
            a -> a[0] instanceof String s ? s.toUpperCase(Locale.ROOT) : null,
            "string"),
        Builtin.of(
            "lower case",
            a -> a[0] instanceof String s ? s.toLowerCase(Locale.ROOT) : null,
            "string"),
        two(
            "substring before",
            "match",
            (s, m) -> s.indexOf(m) < 0 ? "" : s.substring(0, s.indexOf(m))),
        two(
            "substring after",
            "match",
            (s, m) -> s.indexOf(m) < 0 ? "" : s.substring(s.indexOf(m) + m.length())),
        two("contains", "match", String::contains),
        two("starts with", "match", String::startsWith),
        two("ends with", "match", String::endsWith),
        Builtin.of("matches", StringFunctions::matches, "input, pattern", "input, pattern, flags"),
        Builtin.of(
            "replace",
            StringFunctions::replace,
            "input, pattern, replacement",
            "input, pattern, replacement, flags"),
        Builtin.of("split", StringFunctions::split, "string, delimiter"),
        Builtin.of("string join", StringFunctions::join, "list", "list, delimiter"));
  }

  private interface Two {
    Object apply(String string, String match);
  }

  private static Builtin two(String name, String second, Two with) {
    return Builtin.of(
        name,
        a -> a[0] instanceof String s && a[1] instanceof String m ? with.apply(s, m) : null,
        "string, " + second);
  }

  private static @Nullable Object substring(@Nullable Object[] a) {
    if (!(a[0] instanceof String s) || !(a[1] instanceof BigDecimal start)) {
      return null;
    }
    int[] points = s.codePoints().toArray();
    int from = start.intValue();
    if (from == 0 || Math.abs(from) > points.length) {
      return null;
    }
    int begin = from > 0 ? from - 1 : points.length + from;
    int count = points.length - begin;
    if (a.length == 3 && a[2] != null) {
      if (!(a[2] instanceof BigDecimal length) || length.intValue() < 1) {
        return null;
      }
      count = Math.min(count, length.intValue());
    }
    return new String(points, begin, count);
  }

  /// A pattern of XPath as one of Java; null when it is none.
  private static @Nullable Pattern pattern(Object regex, @Nullable Object flags) {
    if (!(regex instanceof String text) || !(flags == null || flags instanceof String)) {
      return null;
    }
    int bits = 0;
    for (char c : flags == null ? new char[0] : ((String) flags).toCharArray()) {
      switch (c) {
        case 's' -> bits |= Pattern.DOTALL;
        case 'm' -> bits |= Pattern.MULTILINE;
        case 'i' -> bits |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        case 'x' -> text = text.replaceAll("[ \\t\\r\\n]+(?![^\\[]*\\])", "");
        case 'q' -> bits |= Pattern.LITERAL;
        default -> {
          return null;
        }
      }
    }
    try {
      String blocks = text.replace("\\p{Is", "\\p{In").replace("\\P{Is", "\\P{In");
      Pattern made = Pattern.compile(blocks.replace("-[", "&&[^"), bits);
      return (bits & Pattern.LITERAL) == 0 && refersBeyond(made) ? null : made;
    } catch (PatternSyntaxException _) {
      return null;
    }
  }

  /// Whether `\3` stands where there are fewer than three groups, which Java takes for no match.
  private static boolean refersBeyond(Pattern pattern) {
    int groups = pattern.matcher("").groupCount();
    return BACK_REFERENCE
        .matcher(pattern.pattern().replace("\\\\", ""))
        .results()
        .anyMatch(found -> Integer.parseInt(found.group(1)) > groups);
  }

  private static @Nullable Object matches(@Nullable Object[] a) {
    if (!(a[0] instanceof String input) || a[1] == null) {
      return null;
    }
    Pattern pattern = pattern(a[1], a.length == 3 ? a[2] : null);
    return pattern == null ? null : pattern.matcher(input).find();
  }

  private static @Nullable Object replace(@Nullable Object[] a) {
    if (!(a[0] instanceof String input) || a[1] == null || !(a[2] instanceof String with)) {
      return null;
    }
    Pattern pattern = pattern(a[1], a.length == 4 ? a[3] : null);
    if (pattern == null) {
      return null;
    }
    try {
      return pattern.matcher(input).replaceAll(with);
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      return null;
    }
  }

  private static @Nullable Object split(@Nullable Object[] a) {
    if (!(a[0] instanceof String input) || a[1] == null) {
      return null;
    }
    Pattern pattern = pattern(a[1], null);
    return pattern == null
        ? null
        : Arrays.<@Nullable Object>asList((Object[]) pattern.split(input, -1));
  }

  private static @Nullable Object join(@Nullable Object[] a) {
    List<?> list = Values.list(a[0]);
    if (a[0] == null || (a.length == 2 && !(a[1] == null || a[1] instanceof String))) {
      return null;
    }
    if (list.stream().anyMatch(one -> one != null && !(one instanceof String))) {
      return null;
    }
    String between = a.length == 2 && a[1] instanceof String delimiter ? delimiter : "";
    return list.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.joining(between));
  }
}
