package org.ronghe.engines.rule.feel;

import java.util.Set;

/// A place in a FEEL text; spaces and comments are passed over.
final class Cursor {
  private static final Set<String> KEYWORDS =
      Set.of(
          "if",
          "then",
          "else",
          "for",
          "in",
          "return",
          "some",
          "every",
          "satisfies",
          "and",
          "or",
          "between",
          "instance",
          "of",
          "true",
          "false",
          "null",
          "function",
          "external");
  private final String text;
  private final Names names;
  private int at;

  Cursor(String text, Names names) {
    this.text = text;
    this.names = names;
    skip();
  }

  int place() {
    return at;
  }

  void back(int place) {
    at = place;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  char peek() {
    return atEnd() ? '\0' : text.charAt(at);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  boolean looking(String sign) {
    return text.startsWith(sign, at);
  }

  /// Takes the sign if it stands here.
  boolean take(String sign) {
    if (!looking(sign)) {
      return false;
    }
    at += sign.length();
    skip();
    return true;
  }

  void expect(String sign) {
    if (!take(sign)) {
      throw unexpected("“" + sign + "”", "“" + sign + "”");
    }
  }

  boolean lookingWord(String word) {
    return looking(word)
        && (at + word.length() >= text.length()
            || !Names.isPart(text.codePointAt(at + word.length())));
  }

  boolean takeWord(String word) {
    if (!lookingWord(word)) {
      return false;
    }
    at += word.length();
    skip();
    return true;
  }

  void expectWord(String word) {
    if (!takeWord(word)) {
      throw unexpected("“" + word + "”", "“" + word + "”");
    }
  }

  /// The characters from here to `end`, taken.
  String slice(int end) {
    String slice = text.substring(at, end);
    at = end;
    skip();
    return slice;
  }

  String text() {
    return text;
  }

  /// The longest known name here, or one plain word.
  String name() {
    if (atEnd() || !Names.isStart(text.codePointAt(at))) {
      throw unexpected("名称", "a name");
    }
    int plain = word(at);
    int best = 0;
    int end = at;
    for (int parts = 0; parts < 40 && end < text.length(); parts++) {
      int c = text.codePointAt(end);
      if (Character.isWhitespace(c)) {
        end += 1;
        continue;
      }
      if (Names.isSign(c)) {
        end += Character.charCount(c);
      } else if (Names.isPart(c)) {
        end = word(end);
      } else {
        break;
      }
      if (names.knows(Names.normal(text.substring(at, end)))) {
        best = end;
      }
    }
    int stop = Math.max(best, plain);
    String found = text.substring(at, stop);
    if (best <= plain && KEYWORDS.contains(found)) {
      throw unexpected("表达式", "an expression");
    }
    at = stop;
    skip();
    return Names.normal(found);
  }

  /// A new name: everything up to the given sign or word.
  String newName(String... ends) {
    int from = at;
    int end = at;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      boolean stops = false;
      for (String sign : ends) {
        boolean wordy = Character.isLetter(sign.charAt(0));
        stops |=
            text.startsWith(sign, end)
                && (!wordy
                    || (end > from
                        && Character.isWhitespace(text.charAt(end - 1))
                        && (end + sign.length() >= text.length()
                            || !Names.isPart(text.codePointAt(end + sign.length())))));
      }
      if (stops) {
        break;
      }
      if (!Names.isPart(c) && !Names.isSign(c) && !Character.isWhitespace(c)) {
        throw unexpected("名称", "a name");
      }
      end += Character.charCount(c);
    }
    String name = Names.normal(text.substring(from, end));
    if (name.isEmpty() || !Names.isStart(name.codePointAt(0))) {
      throw unexpected("名称", "a name");
    }
    at = end;
    skip();
    names.add(name);
    return name;
  }

  private int word(int from) {
    int end = from;
    while (end < text.length() && Names.isPart(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == 0xA0 || c == 0xFEFF || c == 0x85) {
        at++;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        return;
      }
    }
  }

  void know(String name) {
    names.add(name);
  }

  FeelFault unexpected(String wantedZh, String wantedEn) {
    String found = atEnd() ? "" : text.substring(at, Math.min(text.length(), at + 20)).strip();
    return new FeelFault(
        "feel-syntax",
        "第 " + (at + 1) + " 个字符处应为" + wantedZh + (atEnd() ? "，但已到末尾。" : "，却是“" + found + "”。"),
        "at character "
            + (at + 1)
            + " "
            + wantedEn
            + " is expected, but "
            + (atEnd() ? "the text ends." : "there is “" + found + "”."));
  }
}
