package org.ronghe.sources.demo;

import java.util.List;

/// Something that goes wrong, again and again, each time somewhere else.
///
/// @param first_s from the start of the feed to the first time
/// @param every_s from one time to the next
/// @param lasts_s how long it lasts
/// @param anchorProfile profile of the point it happens at
/// @param anchorId which ids it may happen at, `*` for any run of characters
public record Incident(
    String id,
    String nameZh,
    String nameEn,
    double first_s,
    double every_s,
    double lasts_s,
    String anchorProfile,
    String anchorId,
    List<Effect> effects) {
  public Incident {
    effects = List.copyOf(effects);
  }

  /// What it does to points around the anchor.
  ///
  /// @param profile which points
  /// @param share how many leading parts of the id they share with the anchor (`T1.R.012` = 3)
  /// @param spread how far it is felt along the line, in points to either side; 0 for all equally
  public record Effect(String profile, int share, Change change, double amount, double spread) {}

  /// How a value changes.
  public enum Change {
    /// By `amount`, coming up and going down slowly.
    ADD,
    /// To `amount` times the value, slowly.
    SCALE,
    /// To `amount` at once.
    SET
  }

  /// Which time it is (0, 1, …) when it is under way at `since_s` after the start, else -1.
  long occurrence(double since_s) {
    double after = since_s - first_s;
    if (after < 0) {
      return -1;
    }
    long n = (long) (after / every_s);
    return after - n * every_s < lasts_s ? n : -1;
  }

  /// How strongly it is felt, 0 to 1: up in the first quarter, full, down in the last quarter.
  double strength(double since_s) {
    double part = ((since_s - first_s) % every_s) / lasts_s;
    return Math.clamp(Math.min(part, 1 - part) * 4, 0, 1);
  }
}
