package org.ronghe.series;

import java.util.List;
import java.util.Map;

/// What came in since the store was opened: a picture of one moment.
///
/// @param since_us when counting began, microseconds since 1970-01-01T00:00Z
/// @param waiting readings accepted and not yet durable
/// @param devices those that sent something, by name
public record IntakeStatistics(long since_us, int waiting, Counts total, List<Device> devices) {
  public IntakeStatistics {
    devices = List.copyOf(devices);
  }

  /// Readings by what became of them; `received` is the sum of the five outcomes.
  ///
  /// @param conflicts kept although a different reading of the same instant was there; part of
  ///   `stored` and `flagged`
  /// @param rejectedByCode the rejected ones by reason
  /// @param perSecond received per second over the last ten full seconds
  public record Counts(
      long received,
      long stored,
      long duplicate,
      long flagged,
      long quarantined,
      long rejected,
      long conflicts,
      Map<String, Long> rejectedByCode,
      double perSecond) {
    public Counts {
      rejectedByCode = Map.copyOf(rejectedByCode);
    }
  }

  /// One sender.
  ///
  /// @param lastReceived_us when something last came from it
  /// @param clockAhead_ms median of source time minus receive time over its last batches; NaN
  ///   before the first one and for replays. Far above zero: its clock is ahead. Far below: behind,
  ///   or it delivers late.
  /// @param errors its last rejections, the newest first
  public record Device(
      String name,
      Counts counts,
      long lastReceived_us,
      double clockAhead_ms,
      List<SampleError> errors) {
    public Device {
      errors = List.copyOf(errors);
    }
  }

  /// A rejected reading, to show what goes wrong.
  public record SampleError(long received_us, String point, String code, String value) {}
}
