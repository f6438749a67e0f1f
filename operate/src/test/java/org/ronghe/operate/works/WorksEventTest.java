package org.ronghe.operate.works;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.event.AlarmChanged.Change;
import org.ronghe.model.event.Works;
import org.ronghe.model.event.WorksAlarmed;
import org.ronghe.model.event.WorksClosed;
import org.ronghe.model.event.WorksOpened;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.Reading;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.register.CountyReplaced;
import org.ronghe.operate.FakeRoom;
import org.ronghe.operate.TestCounty;
import org.ronghe.operate.TestDesks;
import org.ronghe.operate.alarm.AlarmDesk;
import org.ronghe.operate.alarm.AlarmView;
import org.ronghe.operate.alarm.AlarmViews;
import org.ronghe.operate.alarm.Packs;
import org.ronghe.series.ReadingRoom;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.TransactionTemplate;

/// A digger opens the road beside the gas compartment; serve is played by the test. Events travel
/// through the registry in PostgreSQL, and closing the application at the wrong moment loses none.
class WorksEventTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir static Path folder;
  private static EmbeddedPostgres database;

  private FakeRoom room;
  private ConfigurableApplicationContext county;
  private final Instant start = Instant.now();

  @BeforeAll
  static void startDatabase() {
    database = TestDesks.database(folder);
  }

  @AfterAll
  static void stopDatabase() {
    database.close();
  }

  @BeforeEach
  void open() {
    Case.answers();
    room = new FakeRoom();
    county = started();
  }

  @AfterEach
  void close() {
    part(JdbcClient.class)
        .sql(
            "truncate operate.works, operate.alarm, operate.alarm_change, operate.alarm_checkpoint,"
                + " office.event_publication, office.event_publication_archive")
        .update();
    county.close();
  }

  @Test
  void a01_openedWorksAreKnownToTheMonitoringCentre() {
    publish(new WorksOpened(beside("D1", 0)));

    await().until(() -> desk().find("D1").isPresent());
    assertThat(desk().open()).extracting(Works::who).containsExactly("第一市政公司");
  }

  @Test
  void a02_anAlarmBesideThemMentionsThemAndTheyAreToldOnce() {
    publish(new WorksOpened(beside("D1", 0)));
    await().until(() -> desk().find("D1").isPresent());

    store(0.6);

    AlarmView alarm = theOnlyAlarm();
    assertThat(alarm.works()).extracting(WorksNearby::title).containsExactly("建设路开挖");
    assertThat(alarm.works().getFirst().distance_m()).isBetween(44.0, 46.0);
    await().untilAsserted(() -> assertThat(Case.HEARD).hasSize(1));
    WorksAlarmed heard = Case.HEARD.getFirst();
    assertThat(heard.worksId()).isEqualTo("D1");
    assertThat(heard.alarmId()).isEqualTo(alarm.id());
    assertThat(heard.change()).isEqualTo(Change.RAISED);
    assertThat(heard.what().zh()).isEqualTo("甲烷高");
  }

  @Test
  void a03_anAlarmFarFromThemDoesNotMentionThem() {
    publish(new WorksOpened(at("D2", 0, 113.01, HOUR)));
    await().until(() -> desk().find("D2").isPresent());

    store(0.6);

    assertThat(theOnlyAlarm().works()).isEmpty();
  }

  @Test
  void a04_onceClosedNewAlarmsDoNotMentionThemButFormerOnesStillDo() {
    publish(new WorksOpened(beside("D1", 0)));
    await().until(() -> desk().find("D1").isPresent());
    store(0.6);
    assertThat(theOnlyAlarm().works()).hasSize(1);

    publish(new WorksClosed("D1", Instant.now(), "zhang"));
    await().until(() -> desk().open().isEmpty());
    store(1.2);
    await().until(() -> part(AlarmDesk.class).open().size() == 2);

    assertThat(alarms())
        .extracting(AlarmView::rule, alarm -> alarm.works().size())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("tunnel.ch4/high-high", 0),
            org.assertj.core.groups.Tuple.tuple("tunnel.ch4/high", 1));
  }

  @Test
  void a05_worksThatOpenWhereAnAlarmStandsAreToldOfIt() {
    store(0.6);
    long id = theOnlyAlarm().id();

    publish(new WorksOpened(beside("D3", 0)));

    await().untilAsserted(() -> assertThat(Case.HEARD).hasSize(1));
    assertThat(Case.HEARD.getFirst().worksId()).isEqualTo("D3");
    assertThat(Case.HEARD.getFirst().alarmId()).isEqualTo(id);
  }

  @Test
  void b01_anOlderRevisionOrALateOpeningChangesNothing() {
    publish(new WorksOpened(beside("D1", 2)));
    await().until(() -> desk().find("D1").isPresent());
    publish(new WorksOpened(at("D1", 1, 113.01, HOUR)));
    publish(new WorksClosed("D4", Instant.now(), "zhang"));
    await().until(() -> underWay() == 0);
    publish(new WorksOpened(beside("D4", 0)));
    await().until(() -> underWay() == 0 && desk().find("D4").isPresent());

    assertThat(desk().find("D1").orElseThrow().revision()).isEqualTo(2);
    assertThat(desk().open()).extracting(Works::id).containsExactly("D1");
  }

  @Test
  void b02_overrunWorksStayOpenUntilClosed() {
    publish(new WorksOpened(at("D5", 0, 113.001, Duration.ofMinutes(-30))));

    await().until(() -> desk().find("D5").isPresent());
    assertThat(desk().open()).hasSize(1);
  }

  @Test
  void c01_whatAListenerFailedOnIsHeardAfterTheRestart() {
    Case.fails();
    publish(new WorksOpened(beside("D1", 0)));
    await().until(() -> desk().find("D1").isPresent());
    store(0.6);
    await().until(() -> Case.TRIED.get() > 0);
    county.close();
    assertThat(Case.HEARD).isEmpty();

    Case.answers();
    county = started();

    await().untilAsserted(() -> assertThat(Case.HEARD).hasSize(1));
    assertThat(Case.HEARD.getFirst().worksId()).isEqualTo("D1");
    await().until(() -> underWay() == 0);
    assertThat(desk().open()).hasSize(1);
  }

  @Test
  void c02_whatWasCommittedButNeverDeliveredIsHeardAfterTheRestart() {
    // What a kill leaves behind: the row of the registry, and nobody who has heard it.
    publish(new WorksOpened(beside("D1", 0)));
    await().until(() -> underWay() == 0 && archived() == 1);
    JdbcClient jdbc = part(JdbcClient.class);
    jdbc.sql(
            "insert into office.event_publication (id, listener_id, event_type, serialized_event,"
                + " publication_date, status, completion_attempts) select id, listener_id,"
                + " event_type, serialized_event, publication_date, 'RESUBMITTED', 1"
                + " from office.event_publication_archive")
        .update();
    jdbc.sql("truncate office.event_publication_archive, operate.works").update();
    county.close();

    county = started();

    await().until(() -> desk().find("D1").isPresent());
    await().until(() -> underWay() == 0 && archived() == 1);
  }

  @Test
  void c03_anEventOfARolledBackTransactionIsNotHeard() {
    part(TransactionTemplate.class)
        .executeWithoutResult(status -> {
          county.publishEvent(new WorksOpened(beside("D9", 0)));
          status.setRollbackOnly();
        });
    publish(new WorksOpened(beside("D1", 0)));

    await().until(() -> desk().find("D1").isPresent());
    await().until(() -> underWay() == 0 && archived() >= 1);
    assertThat(desk().find("D9")).isEmpty();
    assertThat(
            part(JdbcClient.class)
                .sql(
                    "select count(*) from (select serialized_event from office.event_publication"
                        + " union all select serialized_event from office.event_publication_archive)"
                        + " events where serialized_event like '%\"D9\"%'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void c04_alarmsWithoutAListenerElsewhereLeaveNothingInTheRegistry() {
    store(0.6);
    theOnlyAlarm();

    assertThat(underWay() + archived()).isZero();
  }

  private Works beside(String id, int revision) {
    return at(id, revision, 113.001, HOUR);
  }

  /// A trench 10 m wide, its edge 45 m west of that longitude.
  private Works at(String id, int revision, double lon, Duration until) {
    double east = lon - 0.0005;
    double west = east - 0.0001;
    String wkt =
        "POLYGON ((%s 35.9999, %s 35.9999, %s 36.0001, %s 36.0001, %s 35.9999))"
            .formatted(west, east, east, west, west);
    return new Works(
        id,
        revision,
        "建设路开挖",
        wkt,
        50,
        start.minus(HOUR),
        start.plus(until),
        "第一市政公司",
        "0355-1234567");
  }

  private void publish(Object event) {
    part(TransactionTemplate.class).executeWithoutResult(_ -> county.publishEvent(event));
  }

  private void store(double value) {
    long now_us = Instant.now().toEpochMilli() * 1000;
    room.store(new Reading(TestCounty.METHANE, now_us, now_us, value, Quality.GOOD));
  }

  private AlarmView theOnlyAlarm() {
    await().until(() -> part(AlarmDesk.class).open().size() == 1);
    return alarms().getFirst();
  }

  private List<AlarmView> alarms() {
    AlarmViews views = part(AlarmViews.class);
    return part(AlarmDesk.class).open().stream().map(views::view).toList();
  }

  private WorksDesk desk() {
    return part(WorksDesk.class);
  }

  private long underWay() {
    return count("office.event_publication");
  }

  private long archived() {
    return count("office.event_publication_archive");
  }

  private long count(String table) {
    return part(JdbcClient.class).sql("select count(*) from " + table).query(Long.class).single();
  }

  private <T> T part(Class<T> type) {
    return county.getBean(type);
  }

  private ConfigurableApplicationContext started() {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Room.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .properties(
                "spring.datasource.url=" + database.jdbcUrl(),
                "spring.datasource.username=" + database.user(),
                "spring.datasource.password=" + database.password(),
                "spring.flyway.out-of-order=true",
                "spring.threads.virtual.enabled=true",
                "spring.modulith.events.jdbc.schema=office",
                "spring.modulith.events.completion-mode=archive",
                "spring.modulith.events.registry-trigger-annotation="
                    + ApplicationModuleListener.class.getName())
            .initializers((GenericApplicationContext fresh) -> {
              fresh.registerBean(ReadingRoom.class, () -> room);
              fresh.registerBean(Clock.class, Clock::systemUTC);
              fresh.registerBean(Packs.class, TestDesks::packs);
              fresh.registerBean(Case.class);
            })
            .run();
    context.publishEvent(new CountyReplaced(TestCounty.county()));
    return context;
  }

  @EnableAutoConfiguration
  @ComponentScan({
    "org.ronghe.operate.alarm",
    "org.ronghe.operate.atlas",
    "org.ronghe.operate.works",
    "org.ronghe.office.audit",
    "org.ronghe.office.event"
  })
  static class Room {}

  /// The case at serve's desk that the permit belongs to.
  static class Case {
    private static final List<WorksAlarmed> HEARD = new CopyOnWriteArrayList<>();
    private static final AtomicInteger TRIED = new AtomicInteger();
    private static volatile boolean failing;

    static void answers() {
      HEARD.clear();
      TRIED.set(0);
      failing = false;
    }

    static void fails() {
      failing = true;
    }

    @ApplicationModuleListener(id = "test.works.alarmed")
    void on(WorksAlarmed event) {
      TRIED.incrementAndGet();
      if (failing) {
        throw new IllegalStateException("the case desk is out of order");
      }
      HEARD.add(event);
    }
  }
}
