package org.ronghe.server.readings;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Micros;
import org.ronghe.model.reading.Receipt;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.CurrentUser;
import org.ronghe.series.IntakeStatistics;
import org.ronghe.series.Quarantine;
import org.ronghe.series.ReadingStore;
import org.ronghe.server.boot.MqttDoor;
import org.ronghe.sources.mqtt.Connection;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What comes in by all doors, and what is kept aside because nobody knows the point.
@RestController
class IntakeEndpoints {
  private final ReadingStore store;
  private final KnownPoints points;
  private final MqttDoor mqtt;
  private final Audit audit;

  IntakeEndpoints(ReadingStore store, KnownPoints points, MqttDoor mqtt, Audit audit) {
    this.store = store;
    this.points = points;
    this.mqtt = mqtt;
    this.audit = audit;
  }

  @GetMapping("/api/v1/intake")
  @PreAuthorize("hasRole('OFFICER')")
  Overview intake() {
    return new Overview(store.statistics(), mqtt.connections());
  }

  @GetMapping("/api/v1/quarantine")
  @PreAuthorize("hasRole('OFFICER')")
  List<Held> quarantine() {
    return store.quarantine().list().stream().map(Held::of).toList();
  }

  @PostMapping("/api/v1/quarantine/map")
  @PreAuthorize("hasRole('ENGINEER')")
  CompletionStage<Receipt> map(@RequestBody Mapping mapping) {
    String sent = mapping.sentPoint() == null ? "" : mapping.sentPoint();
    String point = mapping.point() == null ? "" : mapping.point();
    if (!points.isKnown(point)) {
      throw Problem.notFound(
          "no-such-point", "没有测点 " + point + "。", "There is no point " + point + ".");
    }
    String by = CurrentUser.name();
    return store
        .quarantine()
        .map(sent, point)
        .thenApply(receipt -> {
          audit.record(by, "quarantine-map", sent, "to " + point);
          return receipt;
        });
  }

  @DeleteMapping("/api/v1/quarantine/{sentPoint}")
  @ResponseStatus(HttpStatus.OK)
  @PreAuthorize("hasRole('ENGINEER')")
  Map<String, Long> discard(@PathVariable String sentPoint) {
    long count = store.quarantine().discard(sentPoint);
    audit.record(CurrentUser.name(), "quarantine-discard", sentPoint, count + " readings");
    return Map.of("discarded", count);
  }

  record Overview(IntakeStatistics intake, List<Connection> connections) {}

  record Mapping(@Nullable String sentPoint, @Nullable String point) {}

  record Held(
      String sentPoint,
      String device,
      long count,
      String first,
      String last,
      String lastValue,
      @Nullable String mappedTo) {
    static Held of(Quarantine.Entry entry) {
      return new Held(
          entry.sentPoint(),
          entry.device(),
          entry.count(),
          Micros.instant(entry.firstTime_us()).toString(),
          Micros.instant(entry.lastTime_us()).toString(),
          entry.lastValue(),
          entry.mappedTo());
    }
  }
}
