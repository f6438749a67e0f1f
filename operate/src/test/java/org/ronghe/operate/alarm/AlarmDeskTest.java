package org.ronghe.operate.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.event.AlarmChanged.Change;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Micros;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.Reading;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.register.LogPlayed;
import org.ronghe.office.register.PointsOfLogs;
import org.ronghe.operate.FakeRoom;
import org.ronghe.operate.TestCounty;
import org.ronghe.operate.TestDesks;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A night at the alarm desk: gas rises, someone takes note, it falls, the machine dies.
class AlarmDeskTest {
  @TempDir static Path folder;
  private static EmbeddedPostgres database;

  private FakeRoom room;
  private TestDesks desks;
  private long now_us;

  @BeforeAll
  static void start() {
    database = TestDesks.database(folder);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void open() {
    room = new FakeRoom();
    desks = TestDesks.open(database, room);
    now_us = Micros.of(Instant.now());
  }

  @AfterEach
  void close() {
    JdbcClient jdbc = desks.get(JdbcClient.class);
    desks.close();
    jdbc.sql("truncate operate.alarm, operate.alarm_change, operate.alarm_checkpoint").update();
  }

  @Test
  void a01_methaneAboveOneLimitRaisesOneAlarm() {
    store(0.6);

    AlarmOccurrence alarm = theOnlyOpen();

    assertThat(alarm.point()).isEqualTo(TestCounty.METHANE);
    assertThat(alarm.rule()).isEqualTo("tunnel.ch4/high");
    assertThat(alarm.priority()).isEqualTo(2);
    assertThat(alarm.value()).isEqualTo(0.6);
    assertThat(alarm.limit()).isEqualTo(0.5);
    assertThat(alarm.state()).isEqualTo("unacknowledged-active");
    assertThat(alarm.raisedAt()).isEqualTo(Micros.instant(now_us));
  }

  @Test
  void a02_aboveBothLimitsRaisesBothAndTheListShowsTheNewestFirst() {
    store(0.6);
    store(1.2);
    awaitOpen(2);

    AlarmList.Page page =
        desks
            .get(AlarmList.class)
            .page(new AlarmQuery(AlarmQuery.State.ACTIVE, null, null, null, null, ""), null, 10);

    assertThat(page.items())
        .extracting(AlarmView::rule)
        .containsExactly("tunnel.ch4/high-high", "tunnel.ch4/high");
    assertThat(page.items().getFirst().where().tunnelId()).isEqualTo("T1");
    assertThat(page.items().getFirst().where().text()).isEqualTo("燃气舱 1");
    assertThat(page.items().getFirst().synthetic()).isTrue();
  }

  @Test
  void a02b_aCountyMaySetItsOwnLimitForOnePointAndTakeItBack() {
    AlarmCatalogue catalogue = desks.get(AlarmCatalogue.class);
    desks.replace(TestCounty.withLimit(TestCounty.METHANE, "tunnel.ch4/high", 0.3));
    assertThat(catalogue.band(TestCounty.METHANE).high()).isEqualTo(0.3);

    await()
        .until(() -> {
          store(0.4);
          return !desk().open().isEmpty();
        });
    assertThat(theOnlyOpen().limit()).isEqualTo(0.3);

    desks.replace(TestCounty.county());
    assertThat(catalogue.entry(TestCounty.METHANE, "tunnel.ch4/high").limit()).isEqualTo(0.5);
  }

  @Test
  void a03_acknowledgedAndReturnedIsNoLongerOpen() {
    store(0.6);
    AlarmOccurrence alarm = theOnlyOpen();

    AlarmOccurrence noted = desk().acknowledge(alarm.id(), "zhang", "已派人").orElseThrow();
    assertThat(noted.state()).isEqualTo("acknowledged-active");
    store(0.1);

    await().until(() -> desk().open().isEmpty());
    AlarmOccurrence closed = desk().find(alarm.id()).orElseThrow();
    assertThat(closed.state()).isEqualTo("normal");
    assertThat(closed.acknowledgedBy()).isEqualTo("zhang");
    assertThat(closed.comment()).isEqualTo("已派人");
    assertThat(desk().changes(alarm.id()))
        .extracting(change -> change.change().name())
        .containsExactly("RAISED", "ACKNOWLEDGED", "RETURNED");
  }

  @Test
  void a04_anAlarmIsAcknowledgedOnce() {
    store(0.6);
    long id = theOnlyOpen().id();

    assertThat(desk().acknowledge(id, "zhang", "first")).isPresent();
    assertThat(desk().acknowledge(id, "li", "second")).isEmpty();
    assertThat(desk().find(id).orElseThrow().acknowledgedBy()).isEqualTo("zhang");
  }

  @Test
  void a05_returnedButNotAcknowledgedStaysOpen() {
    store(0.6);
    theOnlyOpen();
    store(0.1);

    await().until(() -> desk().open().getFirst().returnedAt() != null);
    assertThat(theOnlyOpen().state()).isEqualTo("unacknowledged-returned");
  }

  @Test
  void b01_aListenerHearsChangesInOrderAndResumesWhereItLeft() {
    long first;
    try (AlarmDesk.Ear ear = desk().listen(null)) {
      store(0.6);
      awaitOpen(1);
      AlarmDesk.Heard heard = await().until(ear::take, list -> !list.isEmpty()).getFirst();
      first = heard.sequence();
      assertThat(heard.alarm().state()).isEqualTo("unacknowledged-active");
    }
    desk().acknowledge(theOnlyOpen().id(), "zhang", "");

    try (AlarmDesk.Ear again = desk().listen(first)) {
      assertThat(again.take())
          .extracting(heard -> heard.alarm().state())
          .containsExactly("acknowledged-active");
    }
  }

  @Test
  void c01_whatWasCommittedButNotJudgedIsJudgedAfterTheRestart() {
    desks.close();
    room.storeUnheard(reading(0.6));

    desks = TestDesks.open(database, room);

    assertThat(theOnlyOpen().rule()).isEqualTo("tunnel.ch4/high");
  }

  @Test
  void c02_aRestartNeitherDoublesNorLosesAnAlarm() {
    store(0.1);
    store(0.6);
    long id = theOnlyOpen().id();
    desk().acknowledge(id, "zhang", "");
    desks.close();

    desks = TestDesks.open(database, room);
    store(0.7);

    await().untilAsserted(() -> assertThat(desk().open()).hasSize(1));
    assertThat(theOnlyOpen().id()).isEqualTo(id);
    assertThat(theOnlyOpen().acknowledgedBy()).isEqualTo("zhang");
    assertThat(countOccurrences()).isEqualTo(1);
  }

  @Test
  void c03_aClosedAlarmIsNotRaisedAgainByJudgingItsReadingsAgain() {
    store(0.6);
    desk().acknowledge(theOnlyOpen().id(), "zhang", "");
    store(0.1);
    await().until(() -> desk().open().isEmpty());
    desks.close();

    desks = TestDesks.open(database, room);
    store(1.2);
    awaitOpen(2);

    assertThat(countOccurrences()).isEqualTo(3);
  }

  @Test
  void d01_aReplayedLogIsJudgedInItsOwnTime() {
    MeasuringPoint logged = TestCounty.ofLog("RP.X.CH4");
    desks.publish(new PointsOfLogs(List.of(logged)));
    Instant then = Instant.parse("2017-07-16T10:00:00Z");

    storeOfLog(then, 0.1);
    storeOfLog(then.plusSeconds(60), 0.7);
    storeOfLog(then.plusSeconds(120), 0.1);

    AlarmOccurrence alarm = await().until(() -> onlyOf("RP.X.CH4"), Objects::nonNull);
    AlarmOccurrence returned = await().until(() -> returned("RP.X.CH4"), Objects::nonNull);
    assertThat(alarm.raisedAt()).isEqualTo(then.plusSeconds(60));
    assertThat(returned.returnedAt()).isEqualTo(then.plusSeconds(120));
    assertThat(desks.get(AlarmViews.class).view(alarm).pointName()).isEqualTo("测点 RP.X.CH4");
  }

  @Test
  void d02_pointsOfLogsAndOfTheCountyKeepTheirAlarmsWhenTheCountyIsImportedAgain() {
    desks.publish(new PointsOfLogs(List.of(TestCounty.ofLog("RP.X.CH4"))));
    Instant then = Instant.parse("2017-07-16T10:00:00Z");
    storeOfLog(then, 0.7);
    store(0.7);
    awaitOpen(2);

    desks.replace(TestCounty.county());
    storeOfLog(then.plusSeconds(60), 0.8);
    storeOfLog(then.plusSeconds(120), 0.1);

    await().until(() -> returned("RP.X.CH4"), Objects::nonNull);
    assertThat(countOccurrences()).isEqualTo(2);
  }

  @Test
  void d03_anAlarmThatStandsWhenItsLogHasEndedLeavesTheListAndKeepsItsDays() {
    desks.publish(new PointsOfLogs(List.of(TestCounty.ofLog("RP.X.CH4"))));
    Instant then = Instant.parse("2017-07-16T10:00:00Z");
    storeOfLog(then, 0.7);
    storeOfLog(then.plusSeconds(60), 0.8);
    AlarmOccurrence standing = await().until(() -> onlyOf("RP.X.CH4"), Objects::nonNull);

    desks.publish(new LogPlayed(Set.of("RP.X.CH4")));

    await().until(() -> desk().open().isEmpty());
    AlarmOccurrence ended = desk().find(standing.id()).orElseThrow();
    assertThat(ended.state()).isEqualTo("log-ended");
    assertThat(ended.returnedAt()).isNull();
    assertThat(ended.logEndedAt()).isEqualTo(then.plusSeconds(60));
    assertThat(desk().changes(ended.id()).getLast().change()).isEqualTo(Change.LOG_ENDED);
  }

  @Test
  void d04_theNextLogOfTheSamePointRaisesAnew() {
    desks.publish(new PointsOfLogs(List.of(TestCounty.ofLog("RP.X.CH4"))));
    Instant then = Instant.parse("2017-07-16T10:00:00Z");
    storeOfLog(then, 0.7);
    await().until(() -> onlyOf("RP.X.CH4"), Objects::nonNull);
    desks.publish(new LogPlayed(Set.of("RP.X.CH4")));
    await().until(() -> desk().open().isEmpty());

    storeOfLog(then.plusSeconds(86_400), 0.9);

    AlarmOccurrence next = await().until(() -> onlyOf("RP.X.CH4"), Objects::nonNull);
    assertThat(next.raisedAt()).isEqualTo(then.plusSeconds(86_400));
  }

  @Test
  void d05_whatALogLeftStandingBeforeARestartIsEndedAfterIt() {
    desks.publish(new PointsOfLogs(List.of(TestCounty.ofLog("RP.X.CH4"))));
    storeOfLog(Instant.parse("2017-07-16T10:00:00Z"), 0.7);
    await().until(() -> onlyOf("RP.X.CH4"), Objects::nonNull);
    desks.close();

    desks = TestDesks.open(database, room);
    desks.publish(new PointsOfLogs(List.of(TestCounty.ofLog("RP.X.CH4"))));
    desks.replace(TestCounty.county());

    await().until(() -> desk().open().isEmpty());
    assertThat(countOccurrences()).isEqualTo(1);
  }

  @Test
  void e01_moreThanMemoryHoldsIsJudgedFromTheStoreAndInOrder() {
    store(0.1);
    await().until(() -> room.catchUps() > 0);
    int before = room.catchUps();
    long from_us = now_us + 1_000_000;
    List<Reading> flood = new ArrayList<>();
    for (int i = 0; i < AlarmWatch.MOST_WAITING; i++) {
      flood.add(at(from_us + i, 0.1));
    }
    flood.add(at(from_us + AlarmWatch.MOST_WAITING, 0.6));

    room.storeAll(flood);

    AlarmOccurrence alarm = theOnlyOpen();
    assertThat(room.catchUps()).as("read from the store").isGreaterThan(before);
    assertThat(alarm.raisedAt()).isEqualTo(Micros.instant(from_us + AlarmWatch.MOST_WAITING));

    room.store(at(from_us + 2L * AlarmWatch.MOST_WAITING, 0.1));
    await().until(() -> theOnlyOpen().returnedAt() != null);
  }

  @Test
  void e02_whatComesWhileTheDeskIsBehindWaitsForWhatCameBefore() {
    long from_us = now_us + 1_000_000;
    List<Reading> flood = new ArrayList<>();
    for (int i = 0; i <= AlarmWatch.MOST_WAITING; i++) {
      flood.add(at(from_us + i, 0.6));
    }

    room.storeAll(flood);
    room.store(at(from_us + 2L * AlarmWatch.MOST_WAITING, 0.1));

    await().until(() -> !desk().open().isEmpty() && theOnlyOpen().returnedAt() != null);
    assertThat(theOnlyOpen().raisedAt())
        .as("the flood came first")
        .isEqualTo(Micros.instant(from_us));
    assertThat(countOccurrences()).isEqualTo(1);
  }

  private static Reading at(long time_us, double value) {
    return new Reading(TestCounty.METHANE, time_us, time_us, value, Quality.GOOD);
  }

  private void storeOfLog(Instant at, double value) {
    room.store(
        new Reading("RP.X.CH4", Micros.of(at), Micros.of(Instant.now()), value, Quality.GOOD));
  }

  /// The only alarm of the point, once it has returned.
  private @Nullable AlarmOccurrence returned(String point) {
    AlarmOccurrence alarm = onlyOf(point);
    return alarm == null || alarm.returnedAt() == null ? null : alarm;
  }

  private @Nullable AlarmOccurrence onlyOf(String point) {
    List<AlarmOccurrence> open = desk().openOf(point);
    return open.isEmpty() ? null : open.getFirst();
  }

  private AlarmDesk desk() {
    return desks.get(AlarmDesk.class);
  }

  private AlarmOccurrence theOnlyOpen() {
    awaitOpen(1);
    return desk().open().getFirst();
  }

  private void awaitOpen(int count) {
    await().until(() -> desk().open().size() == count);
  }

  private long countOccurrences() {
    return desks
        .get(JdbcClient.class)
        .sql("select count(*) from operate.alarm")
        .query(Long.class)
        .single();
  }

  private void store(double methane) {
    room.store(reading(methane));
  }

  /// One reading a second, from now on.
  private Reading reading(double methane) {
    List<Reading> before = List.copyOf(room.latest(List.of(TestCounty.METHANE)).values());
    long at_us = before.isEmpty() ? now_us : before.getFirst().sourceTime_us() + 1_000_000;
    return new Reading(TestCounty.METHANE, at_us, at_us, methane, Quality.GOOD);
  }
}
