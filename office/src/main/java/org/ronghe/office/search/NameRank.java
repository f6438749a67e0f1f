package org.ronghe.office.search;

import java.util.Locale;

/// How well a name fits what was typed: literally, by pinyin, by initials, with a slip of a finger.
public final class NameRank {
  /// The rank of a name that does not fit; all others are smaller, the better the smaller.
  public static final int NONE = NameMatch.NONE;

  private final Readings readings = new Readings();

  /// Ranks one name.
  public int rank(String typed, String name) {
    String wanted = typed.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    if (wanted.isEmpty()) {
      return NONE;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    int rank = new NameMatch(readings, wanted).rank(lower);
    boolean slip = wanted.length() >= 4 && NameMatch.almost(wanted, readings.spell(lower));
    return rank == NONE && slip ? NameMatch.ALMOST : rank;
  }
}
