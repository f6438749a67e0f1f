package org.ronghe.office.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/// All things that can be found. A search reads every entry once: for 60,000 names that is a few
/// milliseconds, needs no second copy of the names and gives every reading of every character.
final class SearchIndex {
  private static final int TYPO_FROM_letters = 4;
  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingInt(Ranked::rank)
          .thenComparing(r -> r.entry().kind())
          .thenComparingInt(r -> r.entry().name().length())
          .thenComparing(r -> r.entry().id());

  private final Readings readings = new Readings();
  private final List<Entry> entries;

  private record Ranked(int rank, Entry entry) {}

  SearchIndex(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    this.entries.forEach(entry -> readings.learn(entry.folded()));
  }

  /// The best `limit` things for what was typed, best first.
  List<Hit> find(String typed, int limit) {
    String wanted = typed.toLowerCase(Locale.ROOT).replace(" ", "").replace("\u3000", "");
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Entry> found = best(wanted, limit);
    if (found.isEmpty() && wanted.length() >= TYPO_FROM_letters) {
      found = almost(wanted, limit);
    }
    return found.stream().map(Hit::of).toList();
  }

  private List<Entry> best(String wanted, int limit) {
    var match = new NameMatch(readings, wanted);
    var worstFirst = new PriorityQueue<Ranked>(BEST_FIRST.reversed());
    for (Entry entry : entries) {
      int rank = rank(match, wanted, entry);
      if (rank < NameMatch.NONE) {
        keep(worstFirst, new Ranked(rank, entry), limit);
      }
    }
    List<Ranked> best = new ArrayList<>(worstFirst);
    best.sort(BEST_FIRST);
    return best.stream().map(Ranked::entry).toList();
  }

  private static void keep(PriorityQueue<Ranked> worstFirst, Ranked ranked, int limit) {
    if (worstFirst.size() < limit) {
      worstFirst.add(ranked);
    } else if (BEST_FIRST.compare(ranked, worstFirst.element()) < 0) {
      worstFirst.poll();
      worstFirst.add(ranked);
    }
  }

  private static int rank(NameMatch match, String wanted, Entry entry) {
    int rank = match.rank(entry.folded());
    if (rank > NameMatch.PREFIX && entry.code().startsWith(wanted)) {
      rank = entry.code().length() == wanted.length() ? NameMatch.EXACT : NameMatch.PREFIX;
    }
    String alias = entry.alias();
    if (rank > NameMatch.WITHIN && alias != null && alias.contains(wanted)) {
      rank = alias.length() == wanted.length() ? NameMatch.PREFIX : NameMatch.WITHIN;
    }
    return rank;
  }

  /// One letter wrong in the pinyin of a whole name; nodes, pipes and measuring points are left
  /// out: there are many and their names are too much alike.
  private List<Entry> almost(String wanted, int limit) {
    return entries.stream()
        .filter(entry -> entry.kind().compareTo(Kind.NODE) < 0)
        .filter(entry -> entry.name().length() <= wanted.length() + 1)
        .filter(entry ->
            NameMatch.almost(wanted, readings.spell(entry.folded()))
                || NameMatch.almost(wanted, entry.folded()))
        .sorted(Comparator.comparing(Entry::kind).thenComparing(Entry::id))
        .limit(limit)
        .toList();
  }
}
