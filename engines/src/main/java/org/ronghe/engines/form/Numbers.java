package org.ronghe.engines.form;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Check digits of the two numbers everybody has.
public final class Numbers {
  private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String ID_CHECKS = "10X98765432";
  private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private Numbers() {}

  /// A citizen identity number with a real date and the right check digit (GB 11643-1999).
  public static boolean isIdentityNumber(String text) {
    if (!text.matches("[1-9][0-9]{16}[0-9X]")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < ID_WEIGHTS.length; i++) {
      sum += (text.charAt(i) - '0') * ID_WEIGHTS[i];
    }
    return ID_CHECKS.charAt(sum % 11) == text.charAt(17) && hasDate(text);
  }

  private static boolean hasDate(String text) {
    try {
      LocalDate born =
          LocalDate.of(
              Integer.parseInt(text.substring(6, 10)),
              Integer.parseInt(text.substring(10, 12)),
              Integer.parseInt(text.substring(12, 14)));
      return born.getYear() >= 1850;
    } catch (DateTimeException _) {
      return false;
    }
  }

  /// A unified social credit code with the right check character (GB 32100-2015).
  public static boolean isCreditCode(String text) {
    if (!text.matches("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}")) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += CODE_ALPHABET.indexOf(text.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return CODE_ALPHABET.indexOf(text.charAt(17)) == (31 - sum % 31) % 31;
  }
}
