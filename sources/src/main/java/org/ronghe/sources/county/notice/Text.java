package org.ronghe.sources.county.notice;

import java.util.List;

/// The same sentence in Chinese and English.
public record Text(String zh, String en) {

  /// Both sentences with `{0}`, `{1}` … replaced by `values`.
  Text with(List<String> values) {
    return new Text(fill(zh, values), fill(en, values));
  }

  /// True when the sentence names a value beyond the first `count`, or there is no sentence.
  boolean needsMoreThan(int count) {
    for (int i = count; i < 10; i++) {
      if (en.contains("{" + i + "}")) {
        return true;
      }
    }
    return en.isEmpty();
  }

  private static String fill(String template, List<String> values) {
    String filled = template;
    for (int i = 0; i < values.size(); i++) {
      filled = filled.replace("{" + i + "}", values.get(i));
    }
    return filled;
  }
}
