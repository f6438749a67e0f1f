package org.ronghe.engines.rule.feel;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// The names that may occur in an expression. FEEL names may hold spaces and signs, so a reader
/// must know them to tell `a - b` from a name.
public final class Names {
  private static final Set<String> BUILT_IN =
      Set.of("time offset", "start included", "end included");
  private final Set<String> known = new HashSet<>(BUILT_IN);

  /// All names of a model, and those of the built-in functions.
  public Names(Collection<String> names) {
    names.forEach(name -> known.add(normal(name)));
    known.addAll(Builtins.names());
  }

  private Names(Names copy) {
    known.addAll(copy.known);
  }

  /// Knows what this one knows; what is added to it stays there.
  Names copy() {
    return new Names(this);
  }

  void add(String name) {
    known.add(normal(name));
  }

  boolean knows(String normal) {
    return known.contains(normal);
  }

  /// One space between words, none around signs.
  static String normal(String name) {
    StringBuilder result = new StringBuilder(name.length());
    boolean space = false;
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || c == 0xA0) {
        space = true;
        continue;
      }
      if (space
          && !result.isEmpty()
          && isPart(c)
          && isPart(result.codePointBefore(result.length()))) {
        result.append(' ');
      }
      space = false;
      result.appendCodePoint(c);
    }
    return result.toString();
  }

  static boolean isStart(int c) {
    return c == '?'
        || c == '_'
        || Character.isLetter(c)
        || (c > 0x7F && isPart(c) && !Character.isDigit(c));
  }

  static boolean isPart(int c) {
    return c == '_'
        || c == '?'
        || Character.isLetterOrDigit(c)
        || c == 0xB7
        || (c >= 0x300 && c <= 0x36F)
        || (c >= 0x203F && c <= 0x2040)
        || c >= 0x10000;
  }

  static boolean isSign(int c) {
    return c == '.' || c == '/' || c == '-' || c == '\'' || c == '+' || c == '*' || c == '’';
  }
}
