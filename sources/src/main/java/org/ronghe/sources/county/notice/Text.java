package org.ronghe.sources.county.notice;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The same sentence in Chinese and English.
public record Text(String zh, String en) {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

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

  /// In one pass: a value that itself holds `{1}` stays as it is.
  private static String fill(String template, List<String> values) {
    return PLACE
        .matcher(template)
        .replaceAll(place -> {
          int index = Integer.parseInt(place.group(1));
          String value = index < values.size() ? values.get(index) : "";
          return Matcher.quoteReplacement(value);
        });
  }
}
