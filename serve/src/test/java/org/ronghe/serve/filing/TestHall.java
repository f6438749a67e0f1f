package org.ronghe.serve.filing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.ronghe.engines.dig.DigRules;
import org.ronghe.engines.rule.benefit.BenefitRules;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.county.County;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Catalogue;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.audit.AuditQueue;
import org.ronghe.office.cipher.KeyRing;
import org.ronghe.office.cipher.Suite;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.register.CountyRegister;
import org.ronghe.office.register.ImportSummary;
import org.ronghe.office.resident.Residents;
import org.ronghe.office.staff.Role;
import org.ronghe.office.staff.Staff;
import org.ronghe.serve.benefit.BenefitShelf;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.design.Workbench;
import org.ronghe.serve.hook.Hooks;
import org.ronghe.sources.benefit.BenefitReader;
import org.ronghe.sources.benefit.FieldsReader;
import org.ronghe.sources.calendar.CalendarReader;
import org.ronghe.sources.service.CatalogueReader;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A service hall on a real PostgreSQL, with the shipped catalogue and calendar and a clock that
/// goes when it is told.
final class TestHall implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final Caller MEI = resident("mei");
  static final Caller OTHER = resident("other");
  static final Caller POLICE_CLERK = desk(Role.CLERK, "public-security");
  static final Caller POLICE_REVIEWER = desk(Role.REVIEWER, "public-security");
  static final Caller POLICE_APPROVER = desk(Role.APPROVER, "public-security");
  static final Caller INSURANCE_CLERK = desk(Role.CLERK, "medical-insurance");
  static final Caller INSURANCE_REVIEWER = desk(Role.REVIEWER, "medical-insurance");
  static final Caller ROADS_CLERK = desk(Role.CLERK, "urban-management");
  static final Caller ROADS_REVIEWER = desk(Role.REVIEWER, "urban-management");
  static final Caller ROADS_APPROVER = desk(Role.APPROVER, "urban-management");
  static final Caller TRAFFIC_REVIEWER = desk(Role.REVIEWER, "traffic-police");
  static final Caller COUNTER = desk(Role.CLERK, Caller.ALL_DEPARTMENTS);

  /// Answers of someone very old to `elder-allowance`.
  static final String ELDER =
      """
      {"elder": {"name": "李桂兰", "birthDate": "1940-06-06", "idNumber": "14041119400606046X",
        "householdDivision": "140404100200", "bankAccount": "6217000012345678",
        "bankName": "上党农商银行", "phone": "13800000001"}}
      """;

  final FaultyDataSource source;
  final JdbcClient jdbc;
  final Movable clock = new Movable();
  final List<Object> heard = new CopyOnWriteArrayList<>();
  final CountyInMemory register = new CountyInMemory();
  private final AnnotationConfigApplicationContext context;

  /// @param packages more parts of serve
  TestHall(EmbeddedPostgres postgres, Path data, String... packages) throws java.io.IOException {
    this(postgres, data, Hooks.NONE, packages);
  }

  /// @param hooks systems that hear of cases
  TestHall(EmbeddedPostgres postgres, Path data, Hooks hooks, String... packages)
      throws java.io.IOException {
    source =
        new FaultyDataSource(
            new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password()));
    Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    jdbc = JdbcClient.create(source);
    var manager = new DataSourceTransactionManager(source);
    Catalogue catalogue = catalogue();
    WorkCalendar calendar = CalendarReader.read(Path.of("../packs/calendar")).calendar();
    context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("ronghe.data", data.toString())));
    bean(Clock.class, () -> clock);
    bean(JdbcClient.class, () -> jdbc);
    bean(JsonMapper.class, () -> JSON);
    bean(DataSourceTransactionManager.class, () -> manager);
    bean(TransactionTemplate.class, () -> new TransactionTemplate(manager));
    bean(KeyRing.class, () -> KeyRing.open(data, Suite.AES));
    bean(WorkCalendar.class, () -> calendar);
    bean(CatalogueRoom.class, () -> new CatalogueRoom(catalogue, clock));
    bean(DigRules.class, TestHall::digRules);
    bean(CountyRegister.class, () -> register);
    bean(Hooks.class, () -> hooks);
    bean(BenefitShelf.class, TestHall::benefits);
    context.addApplicationListener(event -> {
      if (event instanceof PayloadApplicationEvent<?> told) {
        heard.add(told.getPayload());
      }
    });
    context.register(
        Audit.class, AuditQueue.class, Staff.class, Residents.class, Transactions.class);
    bean(Workbench.class, () -> new TestWorkbench(Path.of("../packs/services")));
    context.scan(
        "org.ronghe.serve.catalogue",
        "org.ronghe.serve.filing",
        "org.ronghe.serve.design",
        "org.ronghe.serve.consult",
        "org.ronghe.serve.works",
        "org.ronghe.serve.hall",
        "org.ronghe.serve.hook");
    if (packages.length > 0) {
      context.scan(packages);
    }
    context.refresh();
  }

  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {}

  /// What is shipped, and a bundle of two services that do not need each other.
  private static Catalogue catalogue() throws java.io.IOException {
    Catalogue shipped = CatalogueReader.read(Path.of("../packs/services")).catalogue();
    List<Bundle> bundles = new ArrayList<>(shipped.bundles());
    Words words = new Words("并行", "Side by side");
    bundles.add(
        new Bundle(
            "pair",
            words,
            words,
            "health",
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new Bundle.Part("birth-registration", false, null),
                new Bundle.Part("dig-permit", false, null)),
            List.of(),
            List.of()));
    bundles.add(
        new Bundle(
            "two-step",
            words,
            words,
            "health",
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new Bundle.Part("resident-insurance-newborn", false, null),
                new Bundle.Part("birth-registration", false, null)),
            List.of(),
            List.of()));
    return new Catalogue(
        shipped.departments(),
        shipped.roles(),
        shipped.elements(),
        shipped.licences(),
        shipped.services(),
        bundles);
  }

  private static BenefitShelf benefits() {
    Path folder = Path.of("../packs/benefits");
    try {
      List<DecisionNotice> notices = new ArrayList<>();
      List<BenefitRules> rules =
          BenefitReader.read(folder).benefits().stream()
              .flatMap(one -> BenefitRules.compile(one, notices).stream())
              .toList();
      return new BenefitShelf(rules, FieldsReader.read(folder.resolve("fields.yaml")));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static DigRules digRules() {
    return new DigRules(List.of(), 1, 3, 5, 3, 3, 90, 30, 50, "art. 33", "示例");
  }

  /// A county that is simply there.
  static final class CountyInMemory implements CountyRegister {
    volatile Optional<County> county = Optional.empty();

    @Override
    public Optional<County> county() {
      return county;
    }

    @Override
    public ImportSummary replace(County next, String by) {
      throw new AssertionError("no story here replaces the county");
    }
  }

  private <T> void bean(Class<T> type, Supplier<T> maker) {
    context.registerBean(type, maker);
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /// A resident with an account.
  void register(Caller who, String idNumber) {
    get(Residents.class)
        .register(
            who.account(),
            "four small blue kites",
            new Residents.Person("李梅", idNumber, "13800000001"));
  }

  /// Noon in the county on that day.
  void today(String day) {
    clock.now = LocalDate.parse(day).atTime(LocalTime.NOON).atZone(CatalogueRoom.ZONE).toInstant();
  }

  long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  private static Caller resident(String name) {
    return new Caller(name, Role.RESIDENT, "", "");
  }

  private static Caller desk(Role role, String department) {
    return new Caller(
        role.name().toLowerCase(java.util.Locale.ROOT) + "." + department,
        role,
        department,
        "hall");
  }

  @Override
  public void close() {
    context.close();
  }

  static final class Movable extends Clock {
    volatile Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return CatalogueRoom.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
