package org.ronghe.office.search;

/// Compares what was typed with one name: literally, by pinyin, by initials, or any mixture
/// (`zhang子`, `cbgr干线`).
final class NameMatch {
  /// The better, the smaller.
  static final int EXACT = 0;

  static final int PREFIX = 1;
  static final int PINYIN_PREFIX = 2;
  static final int INITIALS = 3;
  static final int WITHIN = 4;
  static final int PINYIN_WITHIN = 5;
  static final int INITIALS_WITHIN = 6;
  static final int ALMOST = 7;
  static final int NONE = 100;

  private final Readings readings;
  private final String typed;
  private final boolean latin;

  /// @param typed in lower case, without spaces
  NameMatch(Readings readings, String typed) {
    this.readings = readings;
    this.typed = typed;
    this.latin = typed.chars().anyMatch(c -> c < 128);
  }

  /// @param name in lower case
  int rank(String name) {
    int literal = name.indexOf(typed);
    if (literal == 0) {
      return name.length() == typed.length() ? EXACT : PREFIX;
    }
    int spelled = latin ? spelled(name) : NONE;
    return Math.min(literal > 0 ? WITHIN : NONE, spelled);
  }

  private int spelled(String name) {
    int best = NONE;
    for (int start = 0; start < name.length() && best > INITIALS; start++) {
      char c = name.charAt(start);
      if (c != typed.charAt(0) && !readings.mayBegin(c, typed.charAt(0))) {
        continue;
      }
      int end = follow(name, start, 0, true);
      if (end >= 0) {
        int whole = end == name.length() && start == 0 ? EXACT : PINYIN_PREFIX;
        best = Math.min(best, start == 0 ? whole : PINYIN_WITHIN);
      } else if (follow(name, start, 0, false) >= 0) {
        best = Math.min(best, start == 0 ? INITIALS : INITIALS_WITHIN);
      }
    }
    return best;
  }

  /// Follows what was typed through the name from two positions on.
  ///
  /// @param full true when each syllable but the last must be typed whole
  /// @return where in the name it ends, or -1 when it does not fit
  private int follow(String name, int at, int typedAt, boolean full) {
    if (typedAt == typed.length()) {
      return at;
    }
    if (at == name.length()) {
      return -1;
    }
    char c = name.charAt(at);
    if (c == ' ' && at > 0) {
      return follow(name, at + 1, typedAt, full);
    }
    if (c == typed.charAt(typedAt)) {
      return follow(name, at + 1, typedAt + 1, full);
    }
    for (String reading : readings.of(c)) {
      int end = syllable(name, at, typedAt, reading, full);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  private int syllable(String name, int at, int typedAt, String reading, boolean full) {
    int same = same(reading, typedAt);
    if (same == 0) {
      return -1;
    }
    boolean typedEnds = typedAt + same == typed.length();
    if (same == reading.length() || typedEnds) {
      int end = follow(name, at + 1, typedAt + same, full);
      if (end >= 0) {
        return end;
      }
    }
    if (full) {
      return -1;
    }
    // initials: one letter, or two for zh, ch, sh
    int shortest = follow(name, at + 1, typedAt + 1, false);
    boolean two = same >= 2 && reading.charAt(1) == 'h';
    return shortest < 0 && two ? follow(name, at + 1, typedAt + 2, false) : shortest;
  }

  private int same(String reading, int typedAt) {
    int most = Math.min(reading.length(), typed.length() - typedAt);
    int same = 0;
    while (same < most && reading.charAt(same) == typed.charAt(typedAt + same)) {
      same++;
    }
    return same;
  }

  /// True when the two differ by one letter typed wrong, too many, too few, or two swapped.
  static boolean almost(String typed, String name) {
    int head = 0;
    int most = Math.min(typed.length(), name.length());
    while (head < most && typed.charAt(head) == name.charAt(head)) {
      head++;
    }
    String a = typed.substring(head);
    String b = name.substring(head);
    return rest(a, 1).equals(rest(b, 1))
        || a.equals(rest(b, 1))
        || rest(a, 1).equals(b)
        || (a.length() >= 2
            && b.length() >= 2
            && a.charAt(0) == b.charAt(1)
            && a.charAt(1) == b.charAt(0)
            && rest(a, 2).equals(rest(b, 2)));
  }

  private static String rest(String text, int from) {
    return text.substring(Math.min(from, text.length()));
  }
}
