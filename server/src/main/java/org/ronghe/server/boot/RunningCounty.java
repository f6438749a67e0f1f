package org.ronghe.server.boot;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.problem.Refusal;
import org.ronghe.office.staff.Staff;
import org.ronghe.server.folder.DataFolder;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A county that runs in this process: started whole, stopped in order (doors first, then the
/// stores, the database last).
public final class RunningCounty implements AutoCloseable {
  private final Settings settings;
  private final DataFolder folder;
  private final CompletableFuture<DatabaseAddress> database = new CompletableFuture<>();
  private volatile @Nullable EmbeddedPostgres postgres;
  private volatile @Nullable ConfigurableApplicationContext context;
  private Optional<String> initialPassword = Optional.empty();
  private boolean closed;

  private RunningCounty(Settings settings, DataFolder folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /// Starts; throws a [Refusal] when it cannot, leaving nothing behind.
  public static RunningCounty start(Settings settings) {
    PortCheck.refuseTaken(settings.bind(), settings.port(), "--port");
    PortCheck.refuseTaken(settings.bind(), settings.mqttPort(), "--mqtt-port");
    RunningCounty county = new RunningCounty(settings, DataFolder.take(settings.data()));
    try {
      county.run();
      return county;
    } catch (RuntimeException e) {
      county.close();
      throw refusalIn(e).orElseThrow(() -> e);
    }
  }

  public URI address() {
    String host = settings.bind().equals("0.0.0.0") ? "127.0.0.1" : settings.bind();
    return URI.create("http://" + host + ":" + httpPort() + "/");
  }

  /// The administrator's first password; empty on all runs but the first.
  public Optional<String> initialPassword() {
    return initialPassword;
  }

  /// A part of the running application.
  public <T> T part(Class<T> type) {
    return running().getBean(type);
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    ConfigurableApplicationContext open = context;
    if (open != null) {
      open.close();
    }
    EmbeddedPostgres running = postgres;
    if (running != null) {
      running.close();
    }
    folder.close();
  }

  private void run() {
    String token = folder.renewLocalToken();
    Thread starter = Thread.ofPlatform().name("database-start").start(this::startDatabase);
    SpringApplication application = new SpringApplication(Application.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(
        Map.of(
            "server.port", settings.port(),
            "server.address", settings.bind(),
            "ronghe.local-token", token,
            "ronghe.data", folder.path().toString()));
    application.addInitializers((GenericApplicationContext fresh) -> {
      context = fresh;
      fresh.registerBean(Settings.class, () -> settings);
      fresh.registerBean(DataFolder.class, () -> folder, d -> d.setDestroyMethodName(""));
      fresh.registerBean("database", CompletableFuture.class, () -> database);
    });
    context = application.run();
    joined(starter);
    initialPassword = part(Staff.class).addFirstAdministrator();
    DataFolder.writePrivate(
        folder.run().resolve("ports.json"),
        "{\"http\":%d,\"mqtt\":%d,\"bind\":\"%s\",\"pid\":%d}\n"
            .formatted(
                httpPort(), settings.mqttPort(), settings.bind(), ProcessHandle.current().pid()));
  }

  private void startDatabase() {
    try {
      String outside = settings.database();
      if (outside != null) {
        database.complete(DatabaseAddress.parse(outside));
        return;
      }
      Path log = folder.logs().resolve("postgres.log");
      EmbeddedPostgres started = EmbeddedPostgres.start(folder.postgres(), log);
      postgres = started;
      database.complete(new DatabaseAddress(started.jdbcUrl(), started.user(), started.password()));
    } catch (RuntimeException e) {
      database.completeExceptionally(e);
    }
  }

  private int httpPort() {
    ApplicationContext open = running();
    return open instanceof ServletWebServerApplicationContext web && web.getWebServer() != null
        ? web.getWebServer().getPort()
        : settings.port();
  }

  private ConfigurableApplicationContext running() {
    ConfigurableApplicationContext open = context;
    if (open == null) {
      throw new IllegalStateException("not started");
    }
    return open;
  }

  private static Optional<RuntimeException> refusalIn(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .filter(Refusal.class::isInstance)
        .map(RuntimeException.class::cast)
        .findFirst();
  }

  private static void joined(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }
}
