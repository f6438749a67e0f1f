package org.ronghe.office.staff;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ronghe.office.problem.Problem;

/// Which passwords staff may choose, after OWASP ASVS 4.0 V2.1: length counts, composition does
/// not, common and guessable ones are refused.
final class PasswordPolicy {
  static final int SHORTEST = 12;
  static final int LONGEST = 128;

  /// Words that open too many passwords; a password that is one of them repeated, or one with
  /// digits around it, is refused.
  private static final List<String> COMMON =
      List.of(
          "password",
          "passw0rd",
          "qwerty",
          "qwertyuiop",
          "asdfghjkl",
          "letmein",
          "welcome",
          "admin",
          "administrator",
          "iloveyou",
          "monkey",
          "dragon",
          "football",
          "baseball",
          "abc",
          "woaini",
          "mima",
          "guanliyuan",
          "ronghe",
          "shangdang",
          "changzhi",
          "changeme");

  private PasswordPolicy() {}

  /// Why the password is refused; empty when it is fine.
  static Optional<Problem> objection(String user, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of(
          Problem.badRequest(
              "password-length",
              "密码须有 " + SHORTEST + " 到 " + LONGEST + " 个字符；一句话也可以。",
              "A password has "
                  + SHORTEST
                  + " to "
                  + LONGEST
                  + " characters; a sentence is fine."));
    }
    String plain = password.toLowerCase(Locale.ROOT);
    if (plain.contains(user.toLowerCase(Locale.ROOT)) || isGuessable(plain)) {
      return Optional.of(
          Problem.badRequest(
              "password-guessable",
              "这个密码太容易猜到（用户名、常用词、重复或连续的字符）。",
              "This password is too easy to guess (your name, a common word, repeated or running"
                  + " characters)."));
    }
    return Optional.empty();
  }

  private static boolean isGuessable(String plain) {
    if (plain.chars().distinct().count() < 5 || isRun(plain)) {
      return true;
    }
    String letters = plain.replaceAll("[^a-z]", "");
    return COMMON.stream()
        .anyMatch(word -> !letters.isEmpty() && letters.replace(word, "").isEmpty());
  }

  /// Every character follows the one before by the same step of -1, 0 or 1.
  private static boolean isRun(String plain) {
    int steps = 0;
    for (int i = 1; i < plain.length(); i++) {
      if (Math.abs(plain.charAt(i) - plain.charAt(i - 1)) <= 1) {
        steps++;
      }
    }
    return steps >= plain.length() * 3 / 4;
  }
}
