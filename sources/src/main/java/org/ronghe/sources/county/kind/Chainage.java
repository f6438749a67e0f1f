package org.ronghe.sources.county.kind;

import org.ronghe.sources.county.notice.LinkNotice;

/// Chainages against the thing they lie in.
final class Chainage {
  private Chainage() {}

  /// Says so when `chainage_m` is not between `from_m` and `to_m`. One metre and one per cent of
  /// the end are allowed: a drawn centreline is never as long as the surveyed one.
  static void check(
      Cells cells,
      String field,
      double chainage_m,
      double from_m,
      double to_m,
      Thing thing,
      String id) {
    double slack_m = 1 + to_m * 0.01;
    if (chainage_m < from_m - slack_m || chainage_m > to_m + slack_m) {
      cells.say(
          LinkNotice.CHAINAGE_OUTSIDE,
          field,
          Numbers.plain(chainage_m),
          thing.words.zh() + " " + id,
          Numbers.plain(from_m, 1),
          Numbers.plain(to_m, 1),
          thing.words.en() + " " + id);
    }
  }
}
