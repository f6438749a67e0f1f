package org.ronghe.server.boot;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Refusal;
import org.ronghe.office.staff.Role;
import org.ronghe.office.staff.Staff;
import org.ronghe.server.folder.DataFolder;
import org.slf4j.LoggerFactory;
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
  private final EarlyParts early;
  private volatile @Nullable ConfigurableApplicationContext context;
  private Optional<String> initialPassword = Optional.empty();
  private boolean closed;

  private RunningCounty(Settings settings, DataFolder folder) {
    this.settings = settings;
    this.folder = folder;
    this.early = new EarlyParts(settings, folder);
  }

  /// Starts; throws a [Refusal] when it cannot, leaving nothing behind.
  public static RunningCounty start(Settings settings) {
    LoggerFactory.getLogger(RunningCounty.class); // before many threads ask for one at once
    MemoryCheck.ofThisMachine().refuseTooLittle();
    PortCheck.refuseTaken(settings.bind(), settings.port(), "--port");
    PortCheck.refuseTaken(settings.bind(), settings.mqttPort(), "--mqtt-port");
    RunningCounty county = taken(settings);
    try {
      county.run();
      return county;
    } catch (RuntimeException e) {
      county.close();
      throw refusalIn(e).orElseThrow(() -> e);
    }
  }

  private static RunningCounty taken(Settings settings) {
    DataFolder folder = DataFolder.take(settings.data());
    try {
      return new RunningCounty(settings, folder);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /// Where MQTT clients connect.
  public int mqttPort() {
    return early.mqtt().port();
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
    early.close();
    folder.close();
  }

  private void run() {
    String token = folder.renewLocalToken();
    SpringApplication application = new SpringApplication(Application.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(
        Map.of(
            "server.port", settings.port(),
            "server.address", settings.bind(),
            "ronghe.local-token", token,
            "ronghe.totp.required-roles", rolesWithTwoSteps(),
            "ronghe.data", folder.path().toString()));
    application.addInitializers((GenericApplicationContext fresh) -> {
      context = fresh;
      fresh.registerBean(Settings.class, () -> settings);
      fresh.registerBean(DataFolder.class, () -> folder, d -> d.setDestroyMethodName(""));
      fresh.registerBean(EarlyParts.class, () -> early, d -> d.setDestroyMethodName(""));
      fresh.registerBean(MqttDoor.class, early::mqtt, d -> d.setDestroyMethodName(""));
    });
    context = application.run();
    initialPassword = part(Staff.class).addFirstAdministrator();
    DataFolder.writePrivate(
        folder.run().resolve("ports.json"),
        "{\"http\":%d,\"mqtt\":%d,\"bind\":\"%s\",\"pid\":%d}\n"
            .formatted(httpPort(), mqttPort(), settings.bind(), ProcessHandle.current().pid()));
  }

  /// Nobody as long as only this machine is listened to; else every role that changes something or
  /// sees personal data (OWASP ASVS 5.0, V6.3.3). A viewer stays without: QGIS signs in as one.
  private String rolesWithTwoSteps() {
    return isLoopback(settings.bind())
        ? "none"
        : EnumSet.complementOf(EnumSet.of(Role.VIEWER, Role.METRICS, Role.RESIDENT)).stream()
            .map(Role::name)
            .collect(Collectors.joining(","));
  }

  private static boolean isLoopback(String bind) {
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
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
}
