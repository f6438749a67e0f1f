package org.ronghe.sources.county.kind;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.division.DivisionKey;
import org.ronghe.sources.county.notice.Likely;

/// Which ids have been seen so far, and which of them were left out for their errors.
final class Known {
  /// A guess compares a word with every id; a package in which every reference is wrong must not
  /// take hours for it.
  private static final long COMPARISONS_ALLOWED = 20_000_000;

  private final Map<Thing, Map<String, Where>> ids = new EnumMap<>(Thing.class);
  private final Map<Thing, Set<String>> leftOut = new EnumMap<>(Thing.class);
  private final Map<DivisionKey, Where> divisions = new HashMap<>();
  private long comparisons;

  /// Where an id was first used.
  record Where(String file, long row) {}

  /// Notes an id; returns where it was used before, null when it is new.
  @Nullable Where claim(Thing thing, String id, Where where) {
    return ids.computeIfAbsent(thing, _ -> new HashMap<>()).putIfAbsent(id, where);
  }

  /// The same for a division, whose code alone need not be unique.
  @Nullable Where claimDivision(DivisionKey key, Where where) {
    claim(Thing.DIVISION, key.code(), where);
    return divisions.putIfAbsent(key, where);
  }

  /// True when some row, good or bad, has this key.
  boolean hasDivision(DivisionKey key) {
    return divisions.containsKey(key);
  }

  /// Says which divisions were good: codes without one are left out.
  void divisionsRead(Set<DivisionKey> good) {
    Set<String> codes = new HashSet<>();
    good.forEach(key -> codes.add(key.code()));
    for (DivisionKey key : divisions.keySet()) {
      if (!codes.contains(key.code())) {
        leaveOut(Thing.DIVISION, key.code());
      }
    }
  }

  void leaveOut(Thing thing, String id) {
    leftOut.computeIfAbsent(thing, _ -> new HashSet<>()).add(id);
  }

  boolean isLeftOut(Thing thing, String id) {
    return leftOut.getOrDefault(thing, Set.of()).contains(id);
  }

  boolean has(Thing thing, String id) {
    return ids.getOrDefault(thing, Map.of()).containsKey(id);
  }

  /// The id that was probably meant.
  Optional<String> likely(Thing thing, String id) {
    Set<String> candidates = ids.getOrDefault(thing, Map.of()).keySet();
    comparisons += candidates.size();
    return comparisons > COMPARISONS_ALLOWED ? Optional.empty() : Likely.of(id, candidates);
  }
}
