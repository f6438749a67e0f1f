package org.ronghe.office.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.model.county.County;

/// What must be written to a shelf so that it holds the new rows.
record Difference<T>(Shelf<T> shelf, List<T> added, List<T> changed, List<String> removed) {

  /// Compares by key, then by value. Two new rows with one key are a programmer's error: the
  /// importer has told the operator about them before.
  static <T> Difference<T> between(Shelf<T> shelf, List<T> before, County after) {
    Map<String, T> old = HashMap.newHashMap(before.size());
    for (T row : before) {
      old.put(shelf.key().apply(row), row);
    }
    List<T> rows = shelf.rows().apply(after);
    Map<String, T> seen = HashMap.newHashMap(rows.size());
    List<T> added = new ArrayList<>();
    List<T> changed = new ArrayList<>();
    for (T row : rows) {
      String key = shelf.key().apply(row);
      if (seen.put(key, row) != null) {
        throw new IllegalArgumentException("two " + shelf.collection() + " are called " + key);
      }
      T was = old.remove(key);
      if (was == null) {
        added.add(row);
      } else if (!was.equals(row)) {
        changed.add(row);
      }
    }
    return new Difference<>(shelf, added, changed, List.copyOf(old.keySet()));
  }

  boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }
}
