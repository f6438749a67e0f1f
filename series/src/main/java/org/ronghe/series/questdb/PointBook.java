package org.ronghe.series.questdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.RetentionClass;

/// The number each point id is stored under, for ever: lines `number TAB class TAB id`, appended
/// and synced before a reading can use them. A point whose class changed has a line for each.
final class PointBook {
  /// Points that report at least this often have minute roll-ups.
  static final double MINUTES_UP_TO_s = 10;

  private final Path file;
  private final Map<String, Entry> byId = new HashMap<>();
  private final List<Entry> byCode = new ArrayList<>();
  private volatile Map<String, Known> known = Map.of();
  private volatile List<RetentionClass> retentions = List.of();

  private PointBook(Path file) {
    this.file = file;
  }

  static PointBook open(Path file) throws IOException {
    PointBook book = new PointBook(file);
    if (Files.exists(file)) {
      String text = Files.readString(file);
      int end = text.lastIndexOf('\n') + 1;
      text.substring(0, end).lines().forEach(book::readLine);
      if (end < text.length()) {
        Files.writeString(file, text.substring(0, end));
      }
    }
    book.retentions = book.byCode.stream().map(entry -> entry.classes.iterator().next()).toList();
    return book;
  }

  /// Says which points exist from now on.
  synchronized void know(Collection<MeasuringPoint> points) throws IOException {
    StringBuilder lines = new StringBuilder();
    Map<String, Known> now = HashMap.newHashMap(points.size());
    for (MeasuringPoint point : points) {
      boolean often = point.expectedInterval_s() <= MINUTES_UP_TO_s;
      Entry entry = entryOf(point.id(), often);
      if (entry.classes.add(point.retention())) {
        lines.append(entry.code).append('\t').append(point.retention().name()).append('\t');
        lines.append(entry.minutes ? "minutes" : "sparse").append('\t');
        lines.append(point.id()).append('\n');
      }
      now.put(point.id(), new Known(entry.code, point));
    }
    if (!lines.isEmpty()) {
      write(lines.toString());
    }
    List<RetentionClass> all = new ArrayList<>();
    for (Entry entry : byCode) {
      Known point = now.get(entry.id);
      all.add(point != null ? point.point.retention() : entry.classes.iterator().next());
    }
    retentions = List.copyOf(all);
    known = Map.copyOf(now);
  }

  /// The point as the county model has it now, or null.
  @Nullable Known known(String id) {
    return known.get(id);
  }

  Collection<Known> allKnown() {
    return known.values();
  }

  /// Number and classes of a point that was ever known, or null.
  synchronized @Nullable Stored stored(String id) {
    Entry entry = byId.get(id);
    return entry == null ? null : new Stored(entry.code, Set.copyOf(entry.classes));
  }

  synchronized String id(int code) {
    return byCode.get(code).id;
  }

  synchronized boolean hasMinutes(int code) {
    return byCode.get(code).minutes;
  }

  /// The class whose table new readings of a point go to.
  RetentionClass retention(int code) {
    return retentions.get(code);
  }

  synchronized Set<RetentionClass> classes(int code) {
    return Set.copyOf(byCode.get(code).classes);
  }

  synchronized int size() {
    return byCode.size();
  }

  private Entry entryOf(String id, boolean minutes) {
    return byId.computeIfAbsent(
        id,
        name -> {
          Entry entry =
              new Entry(byCode.size(), name, minutes, EnumSet.noneOf(RetentionClass.class));
          byCode.add(entry);
          return entry;
        });
  }

  private void readLine(String line) {
    String[] fields = line.split("\t", 4);
    entryOf(fields[3], fields[2].equals("minutes")).classes.add(RetentionClass.valueOf(fields[1]));
  }

  private void write(String lines) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }

  /// A point of the county and the number it is stored under.
  record Known(int code, MeasuringPoint point) {}

  /// A point that has or had readings.
  record Stored(int code, Set<RetentionClass> classes) {}

  private record Entry(int code, String id, boolean minutes, Set<RetentionClass> classes) {}
}
