package org.ronghe.series.questdb;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// For each of the last flushes when its readings were received and how old the oldest was, so that
/// a question for what came since some moment need not look through the whole store.
final class FlushLog {
  private static final int MOST = 2_880;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private boolean complete = true;

  synchronized void add(Rows rows) {
    if (rows.size() == 0) {
      return;
    }
    long received_us = Long.MIN_VALUE;
    long oldest_us = Long.MAX_VALUE;
    for (int row = 0; row < rows.size(); row++) {
      long time_us = rows.time_us[row];
      oldest_us = Math.min(oldest_us, time_us);
      received_us = Math.max(received_us, Delay.latestReceiveTime_us(time_us, rows.delay[row]));
    }
    add(new Entry(received_us, oldest_us));
  }

  /// No reading received at or after `from_us` has an older source time than this.
  synchronized long oldestReceivedSince(long from_us) {
    if (!complete && (entries.isEmpty() || entries.getFirst().lastReceived_us >= from_us)) {
      return 0;
    }
    return entries.stream()
        .filter(entry -> entry.lastReceived_us >= from_us)
        .mapToLong(Entry::oldest_us)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  synchronized void save(DataOutputStream out) throws IOException {
    out.writeBoolean(complete);
    out.writeInt(entries.size());
    for (Entry entry : entries) {
      out.writeLong(entry.lastReceived_us);
      out.writeLong(entry.oldest_us);
    }
  }

  synchronized void load(DataInputStream in) throws IOException {
    complete = in.readBoolean();
    int count = in.readInt();
    for (int at = 0; at < count; at++) {
      entries.addLast(new Entry(in.readLong(), in.readLong()));
    }
  }

  private void add(Entry entry) {
    entries.addLast(entry);
    if (entries.size() > MOST) {
      entries.removeFirst();
      complete = false;
    }
  }

  private record Entry(long lastReceived_us, long oldest_us) {}
}
