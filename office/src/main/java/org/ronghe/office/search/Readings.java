package org.ronghe.office.search;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.List;

/// How each Chinese character is read: all its readings in plain letters, without tones. 长 is read
/// `chang` and `zhang`, so 长子 is found by either; no dictionary of names is needed.
final class Readings {
  private static final char FIRST = '\u4e00';
  private static final char LAST = '\u9fff';
  private static final String[] NONE = {};

  private final String[][] known = new String[LAST - FIRST + 1][];
  private final int[] begins = new int[LAST - FIRST + 1];

  /// Readings of a character, the usual one first; none for anything that is not Chinese.
  String[] of(char c) {
    if (c < FIRST || c > LAST) {
      return NONE;
    }
    String[] readings = known[c - FIRST];
    if (readings == null) {
      readings = lookUp(c);
      known[c - FIRST] = readings;
    }
    return readings;
  }

  private static String[] lookUp(char c) {
    List<String> found = PinyinHelper.toPinyinList(c, PinyinStyleEnum.NORMAL);
    if (found == null) {
      return NONE;
    }
    return found.stream()
        .map(reading -> reading.replace("ü", "v"))
        .filter(
            reading -> !reading.isEmpty() && reading.charAt(0) >= 'a' && reading.charAt(0) <= 'z')
        .distinct()
        .toArray(String[]::new);
  }

  /// True when some reading of `c` begins with `letter`. Quick: most positions of most names fail.
  boolean mayBegin(char c, char letter) {
    if (c < FIRST || c > LAST || letter < 'a' || letter > 'z') {
      return false;
    }
    int mask = begins[c - FIRST];
    if (mask == 0) {
      mask = 1 << 31;
      for (String reading : of(c)) {
        mask |= 1 << reading.charAt(0) - 'a';
      }
      begins[c - FIRST] = mask;
    }
    return (mask & 1 << letter - 'a') != 0;
  }

  /// Looks up all characters of a text, so that no search has to.
  void learn(String text) {
    for (int i = 0; i < text.length(); i++) {
      of(text.charAt(i));
    }
  }

  /// The usual reading of a whole text; other characters stand for themselves, in lower case.
  String spell(String text) {
    var spelled = new StringBuilder(text.length() * 4);
    for (int i = 0; i < text.length(); i++) {
      String[] readings = of(text.charAt(i));
      if (readings.length == 0) {
        spelled.append(Character.toLowerCase(text.charAt(i)));
      } else {
        spelled.append(readings[0]);
      }
    }
    return spelled.toString();
  }
}
