package org.ronghe.office.register;

import java.util.Map;

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
}
