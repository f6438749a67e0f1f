package org.ronghe.series.questdb;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.Reading;
import org.ronghe.series.ReadingHistory;

/// The running figures of one bucket. Adding and merging give the same result in any order (but for
/// the last bits of the sum).
final class Tally {
  double min = Double.POSITIVE_INFINITY;
  double max = Double.NEGATIVE_INFINITY;
  double sum;
  double last = Double.NaN;
  long lastTime_us = Long.MIN_VALUE;
  long lastReceived_us = Long.MIN_VALUE;
  int used;
  int count;
  int good;

  void add(Reading reading) {
    add(reading.sourceTime_us(), reading.receiveTime_us(), reading.value(), reading.quality());
  }

  /// Of two last readings at one instant the one received last counts, then the larger value.
  void add(long time_us, long receive_us, double value, Quality quality) {
    count++;
    if (quality.isGood()) {
      good++;
    }
    if (quality.isBad() || Double.isNaN(value)) {
      return;
    }
    used++;
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
    offerLast(time_us, receive_us, value);
  }

  void merge(Tally other) {
    count += other.count;
    good += other.good;
    used += other.used;
    sum += other.sum;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    if (other.used > 0) {
      offerLast(other.lastTime_us, other.lastReceived_us, other.last);
    }
  }

  Tally copy() {
    Tally copy = new Tally();
    copy.min = min;
    copy.max = max;
    copy.sum = sum;
    copy.last = last;
    copy.lastTime_us = lastTime_us;
    copy.lastReceived_us = lastReceived_us;
    copy.used = used;
    copy.count = count;
    copy.good = good;
    return copy;
  }

  void save(DataOutputStream out) throws IOException {
    out.writeDouble(min);
    out.writeDouble(max);
    out.writeDouble(sum);
    out.writeDouble(last);
    out.writeLong(lastTime_us);
    out.writeLong(lastReceived_us);
    out.writeInt(used);
    out.writeInt(count);
    out.writeInt(good);
  }

  static Tally load(DataInputStream in) throws IOException {
    Tally tally = new Tally();
    tally.min = in.readDouble();
    tally.max = in.readDouble();
    tally.sum = in.readDouble();
    tally.last = in.readDouble();
    tally.lastTime_us = in.readLong();
    tally.lastReceived_us = in.readLong();
    tally.used = in.readInt();
    tally.count = in.readInt();
    tally.good = in.readInt();
    return tally;
  }

  ReadingHistory.Bucket toBucket(long start_us) {
    double goodShare = count == 0 ? 0 : (double) good / count;
    if (used == 0) {
      double none = Double.NaN;
      return new ReadingHistory.Bucket(start_us, none, none, none, none, count, goodShare);
    }
    return new ReadingHistory.Bucket(start_us, min, max, sum / used, last, count, goodShare);
  }

  private void offerLast(long time_us, long receive_us, double value) {
    boolean later =
        time_us > lastTime_us
            || (time_us == lastTime_us
                && (receive_us > lastReceived_us
                    || (receive_us == lastReceived_us && value >= last)));
    if (later) {
      last = value;
      lastTime_us = time_us;
      lastReceived_us = receive_us;
    }
  }
}
