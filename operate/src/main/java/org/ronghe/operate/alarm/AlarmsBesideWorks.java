package org.ronghe.operate.alarm;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.ronghe.model.event.AlarmChanged;
import org.ronghe.model.event.AlarmChanged.Change;
import org.ronghe.model.event.Works;
import org.ronghe.model.event.WorksAlarmed;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Micros;
import org.ronghe.operate.atlas.AtlasKeeper;
import org.ronghe.operate.works.WorksDesk;
import org.ronghe.operate.works.WorksKept;
import org.ronghe.operate.works.WorksNearby;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells those who dig of alarms beside them, in the transaction that writes the alarm or hears of
/// the works. Where nobody digs that costs a look into memory, no more.
@Component
class AlarmsBesideWorks {
  private final AlarmCatalogue catalogue;
  private final AtlasKeeper keeper;
  private final OpenAlarms open;
  private final WorksDesk works;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AlarmsBesideWorks(
      AlarmCatalogue catalogue,
      AtlasKeeper keeper,
      OpenAlarms open,
      WorksDesk works,
      ApplicationEventPublisher events,
      Clock clock) {
    this.catalogue = catalogue;
    this.keeper = keeper;
    this.open = open;
    this.works = works;
    this.events = events;
    this.clock = clock;
  }

  @EventListener
  void on(AlarmChanged alarm) {
    if (alarm.change() == Change.LOG_ENDED) {
      return; // nothing happened beside anybody
    }
    Instant at = Micros.instant(alarm.at_us());
    point(alarm.point())
        .ifPresent(point ->
            works
                .concerning(point.location(), at)
                .forEach(site -> events.publishEvent(alarmed(site, alarm, point, at))));
  }

  /// Ground is opened where alarms stand already.
  @EventListener
  void on(WorksKept kept) {
    Works opened = kept.works();
    if (opened == null) {
      return;
    }
    Instant from = opened.from();
    Instant now = clock.instant();
    for (AlarmOccurrence alarm : open.all()) {
      if (alarm.active()) {
        point(alarm.point()).ifPresent(point -> tellOf(alarm, point, opened, latest(from, now)));
      }
    }
  }

  private void tellOf(AlarmOccurrence alarm, MeasuringPoint point, Works opened, Instant at) {
    AlarmChanged raised =
        new AlarmChanged(
            alarm.id(),
            alarm.point(),
            alarm.rule(),
            alarm.priority(),
            Change.RAISED,
            Micros.of(alarm.raisedAt()),
            alarm.value() == null ? Double.NaN : alarm.value(),
            null);
    WorksDesk.concerning(opened, point.location(), at)
        .ifPresent(site -> events.publishEvent(alarmed(site, raised, point, alarm.raisedAt())));
  }

  private WorksAlarmed alarmed(
      WorksNearby site, AlarmChanged alarm, MeasuringPoint point, Instant at) {
    return new WorksAlarmed(
        site.id(),
        alarm.alarmId(),
        alarm.point(),
        point.name(),
        alarm.rule(),
        catalogue.words(alarm.point(), alarm.rule()),
        alarm.priority(),
        alarm.change(),
        at,
        site.distance_m());
  }

  private Optional<MeasuringPoint> point(String id) {
    return keeper.atlas().flatMap(atlas -> atlas.point(id));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
