package org.ronghe.series.questdb;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.series.ReadingHistory.Step;
import org.ronghe.series.SeriesSettings;

/// Keeps the tables small: compresses quiet hours of raw readings and quiet days of minutes, drops
/// what is past its time, lets go of files nobody reads. Used by the flush thread.
final class Housekeeping {
  private static final long HOUR_us = 3_600_000_000L;
  private static final long EVERY_ns = TimeUnit.SECONDS.toNanos(10);
  private static final long DROP_EVERY_ns = TimeUnit.HOURS.toNanos(1);

  private final QuestDb database;
  private final Map<RetentionClass, Upkeep> raw = new EnumMap<>(RetentionClass.class);
  private final Upkeep minutes;
  private final PointBook book;
  private long last_ns;
  private long lastDrop_ns;

  Housekeeping(Path folder, SeriesSettings settings, QuestDb database, Store store) {
    this.database = database;
    this.book = store.book();
    Path tables = folder.resolve("tables");
    for (RetentionClass retention : RetentionClass.values()) {
      int days =
          switch (retention) {
            case SHORT -> settings.shortDays();
            case NORMAL -> settings.normalDays();
            case LONG -> settings.longDays();
          };
      raw.put(
          retention,
          new Upkeep(
              tables.resolve(RawTables.name(retention)),
              store.raw().writer(retention),
              HOUR_us,
              settings.sealAfter(),
              Duration.ofDays(days)));
    }
    RollUpTable table = store.rollUps().table(Step.MINUTE);
    minutes =
        new Upkeep(
            tables.resolve(table.name()),
            table.writer(),
            24 * HOUR_us,
            settings.sealAfter(),
            Duration.ofDays(settings.rollUpDays()));
    last_ns = System.nanoTime() - EVERY_ns;
    lastDrop_ns = last_ns - DROP_EVERY_ns;
  }

  /// Notes where rows were written.
  void touch(Rows rows) {
    long now_ns = System.nanoTime();
    for (int row = 0; row < rows.size(); row++) {
      long time_us = rows.time_us[row];
      upkeep(rows.point[row]).touch(time_us, now_ns);
      minutes.touch(time_us, now_ns);
    }
  }

  /// Does a little, when it is time.
  void work() throws IOException {
    long now_ns = System.nanoTime();
    boolean sealed = sealOne(now_ns);
    if (!sealed && now_ns - last_ns < EVERY_ns) {
      return;
    }
    last_ns = now_ns;
    if (now_ns - lastDrop_ns >= DROP_EVERY_ns) {
      lastDrop_ns = now_ns;
      for (Upkeep upkeep : raw.values()) {
        upkeep.dropExpired(Instant.now());
      }
      minutes.dropExpired(Instant.now());
    }
    database.purge();
  }

  private boolean sealOne(long now_ns) {
    for (Upkeep upkeep : raw.values()) {
      if (upkeep.sealOne(now_ns)) {
        return true;
      }
    }
    return minutes.sealOne(now_ns);
  }

  private Upkeep upkeep(int code) {
    Upkeep upkeep = raw.get(book.retention(code));
    if (upkeep == null) {
      throw new IllegalStateException("no table for " + book.retention(code));
    }
    return upkeep;
  }
}
