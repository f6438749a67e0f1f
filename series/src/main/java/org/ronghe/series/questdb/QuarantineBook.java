package org.ronghe.series.questdb;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.series.Quarantine;

/// What is in quarantine by name, and what operators decided about names: lines `map TAB name TAB
/// point` and `done TAB name TAB number` (everything up to that number is settled), synced.
final class QuarantineBook {
  private final Path file;
  private final QuarantineTable table;
  private final Map<String, String> points = new HashMap<>();
  private final Map<String, Long> doneUpTo = new HashMap<>();
  private final Map<String, Sum> sums = new HashMap<>();
  private final TreeMap<Long, List<Held>> turned = new TreeMap<>();
  private List<Held> unwritten = new ArrayList<>();
  private long highest;

  private QuarantineBook(Path file, QuarantineTable table) {
    this.file = file;
    this.table = table;
  }

  static QuarantineBook open(Path file, QuarantineTable table) throws IOException {
    QuarantineBook book = new QuarantineBook(file, table);
    if (Files.exists(file)) {
      String text = Files.readString(file);
      text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(book::readLine);
    }
    table.each(0, book::add);
    return book;
  }

  synchronized long nextNumber() {
    return highest + 1;
  }

  /// The point an operator gave a name, or the name itself.
  synchronized String mappedTo(String sentPoint) {
    return points.getOrDefault(sentPoint, sentPoint);
  }

  /// Takes readings that are durable in the journal.
  synchronized void hold(List<Held> held) {
    unwritten.addAll(held);
    held.forEach(this::add);
  }

  synchronized boolean hasUnwritten() {
    return !unwritten.isEmpty();
  }

  /// The journal goes on to the next segment.
  synchronized void turn(long segment) {
    turned.put(segment, unwritten);
    unwritten = new ArrayList<>();
  }

  /// Writes what came with a journal segment into the table; the flusher's part.
  void write(long segment) {
    List<Held> held;
    synchronized (this) {
      held = turned.remove(segment);
    }
    if (held != null && !held.isEmpty()) {
      table.append(held);
    }
  }

  /// Writes what a journal segment left by a killed process holds, unless the table has it.
  synchronized void redo(List<Held> held) {
    long before = highest;
    List<Held> missing = held.stream().filter(one -> one.number() > before).toList();
    if (!missing.isEmpty()) {
      table.append(missing);
      missing.forEach(this::add);
    }
  }

  synchronized List<Quarantine.Entry> list() {
    return sums.entrySet().stream()
        .map(entry -> entry.getValue().toEntry(entry.getKey(), points.get(entry.getKey())))
        .sorted(Comparator.comparingLong(Quarantine.Entry::lastTime_us).reversed())
        .toList();
  }

  synchronized void map(String sentPoint, String point) throws IOException {
    write("map", sentPoint, point);
    points.put(sentPoint, point);
  }

  /// What is on disk under a name and not settled; call after a flush.
  List<Held> held(String sentPoint) {
    long after;
    synchronized (this) {
      after = doneUpTo.getOrDefault(sentPoint, 0L);
    }
    return table.of(sentPoint, after);
  }

  /// Settles everything under a name up to a number; says how much was held.
  synchronized long done(String sentPoint, long upTo) throws IOException {
    write("done", sentPoint, Long.toString(upTo));
    doneUpTo.put(sentPoint, upTo);
    Sum sum = sums.get(sentPoint);
    if (sum == null) {
      return 0;
    }
    if (sum.highest <= upTo) {
      sums.remove(sentPoint);
    }
    return sum.count;
  }

  synchronized long highest() {
    return highest;
  }

  private void add(Held held) {
    highest = Math.max(highest, held.number());
    String name = held.sent().point();
    if (held.number() > doneUpTo.getOrDefault(name, 0L)) {
      sums.computeIfAbsent(name, _ -> new Sum()).add(held);
    }
  }

  private void readLine(String line) {
    String[] fields = line.split("\t", 3);
    String name = URLDecoder.decode(fields[1], StandardCharsets.UTF_8);
    switch (fields[0]) {
      case "map" -> points.put(name, URLDecoder.decode(fields[2], StandardCharsets.UTF_8));
      case "done" -> doneUpTo.put(name, Long.valueOf(fields[2]));
      default -> throw new IllegalStateException("What is " + fields[0] + " in " + file + "?");
    }
  }

  private void write(String verb, String name, String what) throws IOException {
    String line =
        String.join(
                "\t",
                verb,
                URLEncoder.encode(name, StandardCharsets.UTF_8),
                URLEncoder.encode(what, StandardCharsets.UTF_8))
            + "\n";
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }

  private static final class Sum {
    private long count;
    private long highest;
    private long first_us = Long.MAX_VALUE;
    private long last_us = Long.MIN_VALUE;
    private String device = "";
    private String lastValue = "";

    void add(Held held) {
      count++;
      highest = Math.max(highest, held.number());
      long time_us = held.sent().sourceTime_us();
      first_us = Math.min(first_us, time_us);
      if (time_us >= last_us) {
        last_us = time_us;
        device = held.device();
        String text = held.sent().text();
        lastValue = text != null ? text : Double.toString(held.sent().value());
      }
    }

    Quarantine.Entry toEntry(String name, @Nullable String mappedTo) {
      return new Quarantine.Entry(name, device, count, first_us, last_us, lastValue, mappedTo);
    }
  }
}
