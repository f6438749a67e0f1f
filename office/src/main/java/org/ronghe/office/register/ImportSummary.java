package org.ronghe.office.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/// What an import changed: rows by collection (`divisions`, `points`, …).
public record ImportSummary(
    Map<String, Integer> added, Map<String, Integer> changed, Map<String, Integer> removed) {
  public ImportSummary {
    added = Map.copyOf(added);
    changed = Map.copyOf(changed);
    removed = Map.copyOf(removed);
  }

  public boolean nothingChanged() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }

  /// One line for the audit log, e.g. `added points 1; changed places 1`.
  public String inWords() {
    List<String> parts = new ArrayList<>();
    say(parts, "added", added);
    say(parts, "changed", changed);
    say(parts, "removed", removed);
    return String.join("; ", parts);
  }

  private static void say(List<String> parts, String verb, Map<String, Integer> counts) {
    if (!counts.isEmpty()) {
      StringJoiner words = new StringJoiner(", ", verb + " ", "");
      new TreeMap<>(counts).forEach((collection, rows) -> words.add(collection + " " + rows));
      parts.add(words.toString());
    }
  }
}
