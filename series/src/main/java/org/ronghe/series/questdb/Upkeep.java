package org.ronghe.series.questdb;

import io.questdb.cairo.PartitionBy;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.sql.PartitionFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Housekeeping of one table: compresses parts that nothing is written to any more, and drops parts
/// that are past their time. Used by the flush thread between flushes.
final class Upkeep {
  private final Path folder;
  private final TableWriter writer;
  private final long partLength_us;
  private final Duration sealAfter;
  private final @Nullable Duration keep;
  private final Map<Long, Long> touched_ns = new HashMap<>();

  /// @param folder of the table
  /// @param keep how long a part is kept after the time it covers and after it was last written;
  ///   null for ever
  Upkeep(
      Path folder,
      TableWriter writer,
      long partLength_us,
      Duration sealAfter,
      @Nullable Duration keep) {
    this.folder = folder;
    this.writer = writer;
    this.partLength_us = partLength_us;
    this.sealAfter = sealAfter;
    this.keep = keep;
  }

  /// Something was written at this time.
  void touch(long time_us, long now_ns) {
    touched_ns.put(time_us / partLength_us, now_ns);
  }

  /// Compresses one part; false when there was none to compress.
  boolean sealOne(long now_ns) {
    int parts = writer.getPartitionCount();
    for (int at = 0; at < parts - 1; at++) {
      long start_us = writer.getPartitionTimestamp(at);
      Long written_ns = touched_ns.get(start_us / partLength_us);
      boolean quiet = written_ns == null || now_ns - written_ns > sealAfter.toNanos();
      boolean active =
          start_us / partLength_us == writer.getPartitionTimestamp(parts - 1) / partLength_us;
      if (quiet && !active && writer.getPartitionFormat(at) == PartitionFormat.NATIVE) {
        writer.convertPartitionNativeToParquet(start_us, null, Double.NaN);
        touched_ns.remove(start_us / partLength_us);
        return true;
      }
    }
    return false;
  }

  /// Drops what is past its time. A part counts from when it was last written, so that a replayed
  /// log of former years is not dropped the moment it is in.
  void dropExpired(Instant now) throws IOException {
    if (keep == null) {
      return;
    }
    Instant before = now.minus(keep);
    for (int at = writer.getPartitionCount() - 2; at >= 0; at--) {
      long start_us = writer.getPartitionTimestamp(at);
      Instant end = Instant.EPOCH.plusNanos((start_us + partLength_us) * 1_000);
      if (end.isBefore(before) && lastWritten(start_us).isBefore(before)) {
        writer.removePartition(start_us);
        at = Math.min(at, writer.getPartitionCount() - 1);
      }
    }
  }

  private Instant lastWritten(long start_us) throws IOException {
    Instant start = Instant.EPOCH.plusNanos(start_us * 1_000);
    String pattern = writer.getPartitionBy() == PartitionBy.HOUR ? "yyyy-MM-dd'T'HH" : "yyyy-MM-dd";
    String name =
        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC).format(start);
    try (Stream<Path> parts = Files.list(folder)) {
      Optional<Instant> newest =
          parts
              .filter(part -> part.getFileName().toString().startsWith(name))
              .map(Upkeep::newestFile)
              .max(Instant::compareTo);
      return newest.orElse(Instant.MAX);
    }
  }

  private static Instant newestFile(Path part) {
    try (Stream<Path> files = Files.walk(part)) {
      return files
          .map(file -> file.toFile().lastModified())
          .max(Long::compare)
          .map(Instant::ofEpochMilli)
          .orElse(Instant.MAX);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
