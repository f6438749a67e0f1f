package org.ronghe.series;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Receipt;

/// Readings of unknown points, kept until an operator says what they are. Times are microseconds
/// since 1970-01-01T00:00Z.
public interface Quarantine {
  /// What is held, the name with the newest reading first.
  List<Entry> list();

  /// Says that `sentPoint` is the known point `point`, from now on and for what is held: that goes
  /// through the door again. Completes when it is durable, with the sum of the receipts.
  ///
  /// @throws IllegalArgumentException when there is no point `point`
  CompletionStage<Receipt> map(String sentPoint, String point);

  /// Forgets what is held of `sentPoint`; says how many readings that were.
  long discard(String sentPoint);

  /// What is held under one name.
  ///
  /// @param device the device that sent the newest one
  /// @param lastValue the newest value as text
  record Entry(
      String sentPoint,
      String device,
      long count,
      long firstTime_us,
      long lastTime_us,
      String lastValue,
      @Nullable String mappedTo) {}
}
