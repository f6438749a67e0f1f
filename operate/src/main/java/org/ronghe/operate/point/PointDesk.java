package org.ronghe.operate.point;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Reading;
import org.ronghe.operate.alarm.AlarmDesk;
import org.ronghe.operate.alarm.AlarmOccurrence;
import org.ronghe.operate.alarm.LimitBand;
import org.ronghe.operate.live.LiveBoard;
import org.springframework.stereotype.Component;

/// Points with their newest values, limits and alarms.
@Component
public class PointDesk {
  /// A point is stale after this many expected intervals of silence.
  private static final double SILENT_INTERVALS = 3;

  private final LiveBoard board;
  private final AlarmDesk alarms;
  private final Clock clock;

  PointDesk(LiveBoard board, AlarmDesk alarms, Clock clock) {
    this.board = board;
    this.alarms = alarms;
    this.clock = clock;
  }

  /// The point as it stands now.
  public PointNow now(MeasuringPoint point) {
    Reading reading = board.newest(point.id()).orElse(null);
    LimitBand limits = alarms.limits(point.id());
    return new PointNow(
        point.id(),
        point.name(),
        point.nameEn(),
        point.utility().code(),
        point.quantity(),
        point.unit(),
        point.valueKind().name().toLowerCase(Locale.ROOT),
        point.states(),
        point.statesEn(),
        reading == null || Double.isNaN(reading.value()) ? null : reading.value(),
        reading == null ? null : reading.sourceTime_us() / 1000,
        reading == null ? null : reading.receiveTime_us() / 1000,
        reading == null ? null : reading.quality().code(),
        stale(point, reading),
        point.provenance().synthetic(),
        limits.low(),
        limits.high(),
        mark(point.id()),
        point.location().getX(),
        point.location().getY(),
        point.owner().chainage_m(),
        point.expectedInterval_s());
  }

  /// Open alarms of some points by priority: always four numbers, priority 1 first.
  public List<Integer> countAlarms(List<MeasuringPoint> points) {
    int[] counts = new int[4];
    for (MeasuringPoint point : points) {
      for (AlarmOccurrence alarm : alarms.openOf(point.id())) {
        counts[alarm.priority() - 1]++;
      }
    }
    return List.of(counts[0], counts[1], counts[2], counts[3]);
  }

  /// How many of the points are silent.
  public int countStale(List<MeasuringPoint> points) {
    return (int)
        points.stream()
            .filter(point -> stale(point, board.newest(point.id()).orElse(null)))
            .count();
  }

  private boolean stale(MeasuringPoint point, @Nullable Reading reading) {
    if (reading == null) {
      return true;
    }
    double silent_s = clock.millis() / 1e3 - reading.sourceTime_us() / 1e6;
    return silent_s > SILENT_INTERVALS * point.expectedInterval_s();
  }

  private PointNow.@Nullable AlarmMark mark(String point) {
    Optional<AlarmOccurrence> worst =
        alarms.openOf(point).stream()
            .min(
                Comparator.comparing((AlarmOccurrence alarm) -> !alarm.active())
                    .thenComparing(AlarmOccurrence::priority));
    return worst
        .map(alarm -> new PointNow.AlarmMark(alarm.id(), alarm.priority(), alarm.acknowledged()))
        .orElse(null);
  }
}
