package org.ronghe.operate;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.ronghe.model.county.County;
import org.ronghe.model.pack.AlarmDeclaration;
import org.ronghe.model.pack.Condition;
import org.ronghe.model.pack.Pack;
import org.ronghe.model.pack.Profile;
import org.ronghe.model.pack.Words;
import org.ronghe.model.point.ValueKind;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.register.CountyReplaced;
import org.ronghe.operate.alarm.Packs;
import org.ronghe.series.ReadingRoom;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// The desks of this room on a real PostgreSQL, a room on a list and the smallest county. Closing
/// it leaves the database; opening it again is a restart.
public final class TestDesks implements AutoCloseable {
  public final FakeRoom room;
  private final AnnotationConfigApplicationContext context;

  private TestDesks(EmbeddedPostgres database, FakeRoom room) {
    this.room = room;
    DataSource source =
        new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
    Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    JdbcClient jdbc = JdbcClient.create(source);
    context = new AnnotationConfigApplicationContext();
    bean(ReadingRoom.class, () -> room);
    bean(Clock.class, Clock::systemUTC);
    bean(JdbcClient.class, () -> jdbc);
    bean(Audit.class, () -> new Audit(jdbc));
    bean(
        TransactionTemplate.class,
        () -> new TransactionTemplate(new DataSourceTransactionManager(source)));
    bean(Packs.class, TestDesks::packs);
    context.scan("org.ronghe.operate");
    context.refresh();
    context.publishEvent(new CountyReplaced(TestCounty.county()));
  }

  private <T> void bean(Class<T> type, Supplier<T> maker) {
    context.registerBean(type, maker);
  }

  public static EmbeddedPostgres database(Path folder) {
    return EmbeddedPostgres.start(folder.resolve("postgres"), folder.resolve("postgres.log"));
  }

  public static TestDesks open(EmbeddedPostgres database, FakeRoom room) {
    return new TestDesks(database, room);
  }

  /// A county is imported while the desks are at work.
  public void replace(County county) {
    context.publishEvent(new CountyReplaced(county));
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public void publish(Object event) {
    context.publishEvent(event);
  }

  @Override
  public void close() {
    context.close();
  }

  /// The packs of these tests: methane with two limits.
  public static Packs packs() {
    Words words = new Words("甲烷高", "Methane high");
    return new Packs(
        List.of(
            new Pack(
                "tunnel",
                "1",
                words,
                List.of(
                    new Profile(
                        "tunnel.ch4",
                        words,
                        "methane",
                        "%",
                        ValueKind.NUMBER,
                        List.of(),
                        words,
                        List.of(
                            high("high-high", Condition.Level.HIGH_HIGH, 1.0, 1, words),
                            high("high", Condition.Level.HIGH, 0.5, 2, words)))))));
  }

  private static AlarmDeclaration high(
      String id, Condition.Level level, double limit, int priority, Words words) {
    return new AlarmDeclaration(
        id,
        new Condition.Limit(level, limit, 0.05),
        0,
        0,
        priority,
        words,
        words,
        words,
        words,
        "test",
        List.of());
  }
}
