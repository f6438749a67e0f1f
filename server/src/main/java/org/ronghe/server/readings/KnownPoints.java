package org.ronghe.server.readings;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.office.register.CountyReplaced;
import org.ronghe.office.register.LogPlayed;
import org.ronghe.office.register.PointsOfLogs;
import org.ronghe.series.ReadingRoom;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells the reading store which points there are, before anyone else hears of a new county: those
/// of the county and those of recorded logs that were replayed.
@Component
public class KnownPoints {
  private final ReadingRoom room;
  private final LoggedPoints logged;
  private final ApplicationEventPublisher events;
  private final Map<String, MeasuringPoint> ofLogs = new LinkedHashMap<>();
  private List<MeasuringPoint> ofCounty = List.of();
  private final Map<String, MeasuringPoint> known = new ConcurrentHashMap<>();

  KnownPoints(ReadingRoom room, LoggedPoints logged, ApplicationEventPublisher events) {
    this.room = room;
    this.logged = logged;
    this.events = events;
    logged.all().forEach(point -> ofLogs.put(point.id(), point));
    tell();
  }

  @EventListener
  @Order(-10)
  synchronized void on(CountyReplaced event) {
    ofCounty = event.county().points();
    tell();
    events.publishEvent(new PointsOfLogs(List.copyOf(ofLogs.values())));
  }

  /// Adds the points of a recorded log, for good.
  public synchronized void addOfLog(Collection<MeasuringPoint> points) {
    logged.keep(points);
    points.forEach(point -> ofLogs.put(point.id(), point));
    tell();
    events.publishEvent(new PointsOfLogs(List.copyOf(ofLogs.values())));
  }

  /// A recorded log has been played to its end.
  public void logPlayed(Collection<MeasuringPoint> points) {
    events.publishEvent(new LogPlayed(points.stream().map(MeasuringPoint::id).collect(toSet())));
  }

  boolean isKnown(String id) {
    return known.containsKey(id);
  }

  Optional<MeasuringPoint> byId(String id) {
    return Optional.ofNullable(known.get(id));
  }

  private void tell() {
    Map<String, MeasuringPoint> all = new LinkedHashMap<>(ofLogs);
    ofCounty.forEach(point -> all.put(point.id(), point));
    room.know(new ArrayList<>(all.values()));
    known.putAll(all);
    known.keySet().retainAll(all.keySet());
  }
}
