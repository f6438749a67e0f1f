package org.ronghe.sources.county.notice;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Guesses which known word was meant.
public final class Likely {
  private Likely() {}

  /// The known word fewest edits away from `word`, if it is near enough to be a slip of the hand:
  /// at most a third of its letters, at least one. Ties go to the word that sorts first, so that
  /// the guess does not depend on the order of rows.
  public static Optional<String> of(String word, Collection<String> known) {
    String wanted = plain(word);
    String best = null;
    int bestDistance = Math.max(1, wanted.length() / 3) + 1;
    for (String candidate : known) {
      if (Math.abs(candidate.length() - wanted.length()) > bestDistance) {
        continue;
      }
      int distance = distance(wanted, plain(candidate));
      boolean better = distance < bestDistance;
      boolean tie = distance == bestDistance && best != null && candidate.compareTo(best) < 0;
      if (better || tie) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`.
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int edits = Math.min(last[j] + 1, current[j - 1] + 1);
        edits = Math.min(edits, last[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        current[j] = swapped ? Math.min(edits, beforeLast[j - 2] + 1) : edits;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = current;
      current = spare;
    }
    return last[b.length()];
  }
}
