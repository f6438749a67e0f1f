package org.ronghe.series.questdb;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Reading;

/// The newest durable reading of each point, by source time; of two at one instant the one received
/// last, and of those the one committed last. One thread writes, any may read.
final class Latest {
  private volatile AtomicReferenceArray<@Nullable Reading> byCode =
      new AtomicReferenceArray<>(1_024);

  @Nullable Reading of(int code) {
    AtomicReferenceArray<@Nullable Reading> all = byCode;
    return code < all.length() ? all.get(code) : null;
  }

  void offer(int code, Reading reading) {
    Reading before = of(code);
    boolean newer =
        before == null
            || reading.sourceTime_us() > before.sourceTime_us()
            || (reading.sourceTime_us() == before.sourceTime_us()
                && reading.receiveTime_us() >= before.receiveTime_us());
    if (newer) {
      roomFor(code).set(code, reading);
    }
  }

  private AtomicReferenceArray<@Nullable Reading> roomFor(int code) {
    AtomicReferenceArray<@Nullable Reading> all = byCode;
    if (code < all.length()) {
      return all;
    }
    AtomicReferenceArray<@Nullable Reading> larger =
        new AtomicReferenceArray<>(Math.max(code + 1, all.length() * 2));
    for (int at = 0; at < all.length(); at++) {
      larger.set(at, all.get(at));
    }
    byCode = larger;
    return larger;
  }
}
