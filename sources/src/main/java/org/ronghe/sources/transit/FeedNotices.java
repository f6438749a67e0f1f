package org.ronghe.sources.transit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was noticed while feeds were read, in the order it was noticed; beyond [#MOST] it is only
/// counted.
public final class FeedNotices {
  private static final int MOST = 200_000;

  private final List<FeedNotice> all = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();

  void add(FeedNotice notice) {
    counts.merge(notice.code(), 1L, Long::sum);
    if (all.size() < MOST) {
      all.add(notice);
    }
  }

  void add(String code, GtfsTable table, String field, String value, String zh, String en) {
    add(code, table, field, value, zh, en, "", "");
  }

  void add(
      String code,
      GtfsTable table,
      String field,
      String value,
      String zh,
      String en,
      String maybeZh,
      String maybeEn) {
    add(new FeedNotice(code, table.name(), table.row(), field, value, zh, en, maybeZh, maybeEn));
  }

  public List<FeedNotice> all() {
    return Collections.unmodifiableList(all);
  }

  /// How many of each code.
  public Map<String, Long> counts() {
    return Collections.unmodifiableMap(counts);
  }
}
