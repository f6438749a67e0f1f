package org.ronghe.series.questdb;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.series.ReadingHistory.Step;
import org.ronghe.series.SeriesSettings;

/// Which hours of a point had readings that retention has dropped. Their roll-ups stay, so a
/// reading of such an hour can no longer be told from one that was counted before.
///
/// An hour was dropped when its hour bucket counts readings and the tables hold none of the point.
/// Once it was, none is taken for it again, so that it stays so.
final class DroppedHours {
  private static final long HOUR_us = QuestDbHistory.length_us(Step.HOUR);

  private final RawTables raw;
  private final RollUps rollUps;
  private final PointBook book;
  private final Memory memory;
  private final SeriesSettings settings;

  DroppedHours(
      RawTables raw, RollUps rollUps, PointBook book, Memory memory, SeriesSettings settings) {
    this.raw = raw;
    this.rollUps = rollUps;
    this.book = book;
    this.memory = memory;
    this.settings = settings;
  }

  /// Those of the readings' (point, hour) that were dropped.
  Set<BucketKey> of(Rows asked) {
    long now_us = Instant.now().toEpochMilli() * 1_000;
    TreeMap<Long, Set<Integer>> old = new TreeMap<>();
    for (int row = 0; row < asked.size(); row++) {
      long hour_us = hour_us(asked.time_us[row]);
      if (hour_us + HOUR_us + shortest_us(asked.point[row]) < now_us) {
        old.computeIfAbsent(hour_us, _ -> new HashSet<>()).add(asked.point[row]);
      }
    }
    Set<BucketKey> dropped = new HashSet<>();
    old.forEach((hour_us, codes) -> addDropped(hour_us, codes, dropped));
    return dropped;
  }

  static BucketKey hourOf(int code, long time_us) {
    return new BucketKey(code, hour_us(time_us));
  }

  private static long hour_us(long time_us) {
    return Math.floorDiv(time_us, HOUR_us) * HOUR_us;
  }

  private void addDropped(long hour_us, Set<Integer> codes, Set<BucketKey> dropped) {
    // Roll-ups first: what they count was in the raw tables before.
    Set<Integer> counted = rollUps.counted(memory, Step.HOUR, hour_us, codes);
    if (counted.isEmpty()) {
      return;
    }
    counted.removeAll(withReadings(hour_us, counted));
    counted.forEach(code -> dropped.add(new BucketKey(code, hour_us)));
  }

  private Set<Integer> withReadings(long hour_us, Set<Integer> codes) {
    Map<RetentionClass, Set<Integer>> byClass = new HashMap<>();
    for (int code : codes) {
      book.classes(code)
          .forEach(each -> byClass.computeIfAbsent(each, _ -> new HashSet<>()).add(code));
    }
    Set<Integer> found = new HashSet<>();
    byClass.forEach((retention, ofClass) -> {
      String condition = "point IN (" + list(ofClass) + ")";
      raw.scan(
          retention,
          hour_us,
          hour_us + HOUR_us,
          condition,
          row -> {
            found.add(row.getInt(RawTables.POINT));
            return !found.containsAll(ofClass);
          });
    });
    return found;
  }

  private static String list(Collection<Integer> codes) {
    return codes.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private long shortest_us(int code) {
    return book.classes(code).stream().mapToLong(this::kept_us).min().orElse(Long.MAX_VALUE / 2);
  }

  private long kept_us(RetentionClass retention) {
    int days =
        switch (retention) {
          case SHORT -> settings.shortDays();
          case NORMAL -> settings.normalDays();
          case LONG -> settings.longDays();
        };
    return Duration.ofDays(days).toNanos() / 1_000;
  }
}
