package org.ronghe.office.postgres;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// One PostgreSQL per test JVM, on a free loopback port, gone with the JVM. Each caller gets a
/// database of its own with all migrations run.
public final class TestPostgres {
  private static final String NOBODY = "65534";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path home;
  private final int port;

  private TestPostgres(Path home, int port) {
    this.home = home;
    this.port = port;
  }

  private static final class Running {
    static final TestPostgres ONE = begin();
  }

  /// A fresh, migrated database.
  public static DataSource freshDatabase() {
    String name = "t" + DATABASES.incrementAndGet();
    TestPostgres server = Running.ONE;
    try (Connection connection = DriverManager.getConnection(server.url("postgres"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    var database = new DriverManagerDataSource(server.url(name));
    Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
    return database;
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=ronghe";
  }

  private static TestPostgres begin() {
    try {
      Path home =
          Files.createTempDirectory(
              "ronghe-pg",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      var server = new TestPostgres(home, freePort());
      server.unpack();
      server.initialise();
      Process process = server.launch();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> server.end(process)));
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void unpack() throws IOException {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    Path archive = home.resolve("postgres.txz");
    try (InputStream in =
        TestPostgres.class.getResourceAsStream("/postgres-linux-" + machine + ".txz")) {
      Files.copy(Objects.requireNonNull(in), archive, StandardCopyOption.REPLACE_EXISTING);
    }
    run(List.of("tar", "-xJf", archive.toString(), "-C", home.toString()));
    Path data = Files.createDirectory(home.resolve("data"));
    if (isRoot()) {
      run(List.of("chown", NOBODY + ":" + NOBODY, data.toString()));
    }
  }

  private void initialise() throws IOException {
    run(
        asUser(
            "bin/initdb", "-D", "data", "-U", "ronghe", "-A", "trust", "-E", "UTF8", "--no-sync"));
  }

  private Process launch() throws IOException {
    return start(
        asUser(
            "bin/postgres",
            "-D",
            "data",
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=off",
            "-c",
            "full_page_writes=off"));
  }

  /// PostgreSQL refuses to run as root; it ends with the thread that started it.
  private List<String> asUser(String... command) {
    List<String> words = new ArrayList<>();
    words.add("setpriv");
    words.add("--pdeathsig=INT");
    if (isRoot()) {
      words.addAll(List.of("--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }
    words.addAll(List.of(command));
    return words;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private void run(List<String> command) throws IOException {
    Process process = start(command);
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(command + " failed: " + Files.readString(log().toPath()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
        .start();
  }

  private File log() {
    return home.resolve("log").toFile();
  }

  private void awaitReady() throws IOException {
    long deadline_ns = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    SQLException last = null;
    while (System.nanoTime() < deadline_ns) {
      try (Connection _ = DriverManager.getConnection(url("postgres"))) {
        return;
      } catch (SQLException e) {
        last = e;
        Thread.onSpinWait();
      }
    }
    throw new IOException("PostgreSQL did not come up: " + Files.readString(log().toPath()), last);
  }

  private void end(Process process) {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
      process.destroyForcibly();
      try (var files = Files.walk(home)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
