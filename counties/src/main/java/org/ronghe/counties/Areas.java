package org.ronghe.counties;

import java.util.Map;

/// The short letters of townships in ids: initials of the pinyin reading, told apart where alike.
final class Areas {
  /// The county town.
  static final String TOWN = "HD";

  /// Code of the township that holds the county town.
  static final String TOWN_CODE = "140404001";

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry(TOWN_CODE, TOWN),
          Map.entry("140404101", "SD"),
          Map.entry("140404102", "YC"),
          Map.entry("140404103", "XH"),
          Map.entry("140404104", "BY"),
          Map.entry("140404106", "HJ"),
          Map.entry("140404107", "NS"),
          Map.entry("140404201", "XC"),
          Map.entry("140404202", "BC"),
          Map.entry("140404203", "DH"),
          Map.entry("140404400", "ZX"),
          Map.entry("140404401", "SJ"),
          Map.entry("140404406", "CJ"));

  private Areas() {}

  static String letters(String township) {
    String letters = LETTERS.get(township);
    if (letters == null) {
      throw new IllegalArgumentException("no letters for " + township);
    }
    return letters;
  }
}
