package org.ronghe.sources.payload;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.model.reading.SentReading;

/// What a message says: the readings that could be read, and what is wrong with the others.
/// `readings.size() + errors.size()` is the number of readings in the message; a message that could
/// not be read at all has one error and no reading.
///
/// @param readings in the order sent
/// @param indexes place of each of `readings` in the message
public record ReadingPayload(
    List<SentReading> readings, List<Integer> indexes, List<PayloadError> errors) {
  public ReadingPayload {
    readings = List.copyOf(readings);
    indexes = List.copyOf(indexes);
    errors = List.copyOf(errors);
  }

  /// How large a message may be: what a hostile or broken sender can make us hold.
  public static final int MAX_BYTES = 8 << 20;

  /// How many readings one message may hold.
  public static final int MAX_READINGS = 50_000;

  /// A message of which nothing is kept.
  static ReadingPayload refused(PayloadError error) {
    return new ReadingPayload(List.of(), List.of(), List.of(error));
  }

  /// Collects a payload while it is read.
  static final class Builder {
    private final List<SentReading> readings = new ArrayList<>();
    private final List<Integer> indexes = new ArrayList<>();
    private final List<PayloadError> errors = new ArrayList<>();
    private int next;

    int index() {
      return next;
    }

    void add(SentReading reading) {
      readings.add(reading);
      indexes.add(next++);
    }

    void add(PayloadError error) {
      errors.add(error);
      next++;
    }

    ReadingPayload build() {
      return new ReadingPayload(readings, indexes, errors);
    }
  }
}
