package org.ronghe.model.reading;

import java.util.List;

/// What became of a batch. Every reading ends in exactly one of the counts: `stored + duplicate +
/// flagged + quarantined + rejected` = readings sent.
///
/// @param stored written as sent
/// @param duplicate the very same reading was there already
/// @param flagged written, with a quality of ours (out of range, wrong clock)
/// @param quarantined kept aside because the point is unknown
/// @param rejected refused, each with a reason in `rejections`
public record Receipt(
    int stored,
    int duplicate,
    int flagged,
    int quarantined,
    int rejected,
    List<Rejection> rejections) {
  public Receipt {
    rejections = List.copyOf(rejections);
  }

  /// Why one reading was refused.
  ///
  /// @param index place in the batch, from 0
  /// @param code e.g. `not-a-number`, `not-your-point`, `conflict`, `time-in-future`
  /// @param value the offending value as text
  /// @param message zh and en text are looked up by `code`; this is the English sentence
  public record Rejection(int index, String point, String code, String value, String message) {}
}
