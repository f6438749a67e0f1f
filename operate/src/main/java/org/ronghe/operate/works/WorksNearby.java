package org.ronghe.operate.works;

import org.jspecify.annotations.Nullable;

/// Works beside a place, as lists and the live stream carry them. Times are epoch milliseconds.
///
/// @param distance_m from the open ground, metres, to a tenth
/// @param phone whom to call on site; empty when unknown
/// @param closedAt_ms null while the ground is open
public record WorksNearby(
    String id,
    String title,
    String who,
    String phone,
    long from_ms,
    long until_ms,
    @Nullable Long closedAt_ms,
    double distance_m) {
  static WorksNearby of(KnownWorks known, double distance_m) {
    var works = known.works();
    return new WorksNearby(
        works.id(),
        works.title(),
        works.who(),
        works.phone(),
        works.from().toEpochMilli(),
        works.until().toEpochMilli(),
        known.closedAt().map(at -> at.toEpochMilli()).orElse(null),
        Math.round(distance_m * 10) / 10.0);
  }
}
