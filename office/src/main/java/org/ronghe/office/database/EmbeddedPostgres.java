package org.ronghe.office.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of our own: durable (fsync on, data checksums), on a loopback port that
/// changes at every start, with a password only we know, and gone when we are gone.
///
/// The kernel interrupts it when the thread that started it ends; that thread therefore lives as
/// long as the server.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String USER = "ronghe";
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private final Path cluster;
  private final Path logFile;
  private final Path binaries;
  private final RunAs runAs;
  private final String password;
  private final int port;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<@Nullable Process> process = new AtomicReference<>();
  private volatile boolean stopping;

  private EmbeddedPostgres(Path folder, Path logFile, Path cache) throws IOException {
    this.cluster = folder.resolve("cluster").toAbsolutePath();
    this.logFile = logFile.toAbsolutePath();
    this.binaries = PostgresBinaries.unpacked(cache);
    this.runAs = RunAs.ofThisMachine();
    Files.createDirectories(folder);
    this.password = ownPassword(folder.resolve("password"));
    this.port = freePort();
  }

  /// Starts the server on `folder`, creating the cluster when it is not there yet; returns when it
  /// takes connections.
  public static EmbeddedPostgres start(Path folder, Path logFile) {
    return start(folder, logFile, cacheFolder());
  }

  static EmbeddedPostgres start(Path folder, Path logFile, Path cache) {
    try {
      EmbeddedPostgres postgres = new EmbeddedPostgres(folder, logFile, cache);
      postgres.createCluster();
      postgres.forgetDeadPostmaster();
      postgres.launch();
      return postgres;
    } catch (IOException e) {
      throw failed(logFile, e.toString());
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  public long pid() {
    Process running = process.get();
    return running == null ? -1 : running.pid();
  }

  /// Stops the server in order (a fast shutdown: open transactions are rolled back).
  @Override
  public void close() {
    stopping = true;
    Process running = process.get();
    if (running == null || !running.isAlive()) {
      return;
    }
    interrupt(running.pid());
    try {
      if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
      if (!ended.await(5, TimeUnit.SECONDS)) {
        log.warn("PostgreSQL's keeper did not end in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void createCluster() throws IOException {
    if (Files.exists(cluster.resolve("PG_VERSION"))) {
      runAs.own(cluster);
      return;
    }
    Path fresh = cluster.resolveSibling("cluster.new");
    deleteTree(fresh);
    Files.createDirectory(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path passwordFile = cluster.resolveSibling("initial-password");
    Files.deleteIfExists(passwordFile);
    writePrivate(passwordFile, password + "\n");
    runAs.own(fresh);
    runAs.ownOne(passwordFile);
    run(
        List.of(
            program("initdb"),
            "--pgdata=" + fresh,
            "--username=" + USER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=icu",
            "--icu-locale=zh-CN",
            "--data-checksums"));
    Files.delete(passwordFile);
    Files.move(fresh, cluster);
  }

  /// After a kill -9 or a container restart `postmaster.pid` may name a process that is long gone
  /// or is now another program. The data folder's lock is ours, so a server that still runs on it
  /// is on its way out (the kernel interrupted it) or an orphan: wait for it, then stop it.
  private void forgetDeadPostmaster() throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
    long pid = lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().trim());
    ProcessHandle old = ProcessHandle.of(pid).filter(this::isPostgresHere).orElse(null);
    if (old != null) {
      log.info("waiting for the PostgreSQL of the last run (process {}) to end", pid);
      interrupt(pid);
      try {
        old.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException _) {
        throw failed(logFile, "process " + pid + " still runs on " + cluster);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
    Files.deleteIfExists(pidFile);
  }

  private boolean isPostgresHere(ProcessHandle handle) {
    Path commandLine = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
    try {
      return Files.readString(commandLine, StandardCharsets.UTF_8).contains(cluster.toString());
    } catch (IOException _) {
      return handle.info().command().orElse("").endsWith("/postgres");
    }
  }

  private void launch() throws IOException {
    CountDownLatch first = new CountDownLatch(1);
    AtomicReference<@Nullable IOException> trouble = new AtomicReference<>();
    Thread keeper =
        Thread.ofPlatform()
            .name("postgres-keeper")
            .daemon(true)
            .unstarted(() -> keep(first, trouble));
    keeper.start();
    try {
      first.await();
      IOException cause = trouble.get();
      if (cause != null) {
        throw cause;
      }
      awaitReady();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /// Runs the server, and again should it die on its own, until we stop it.
  private void keep(CountDownLatch first, AtomicReference<@Nullable IOException> trouble) {
    try {
      do {
        Process started =
            new ProcessBuilder(runAs.wrap(serverCommand(), cluster))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .directory(cluster.toFile())
                .start();
        process.set(started);
        first.countDown();
        int code = started.waitFor();
        if (!stopping) {
          log.error("PostgreSQL ended by itself with code {}; see {}", code, logFile);
        }
      } while (!stopping && wasReady());
    } catch (IOException e) {
      trouble.set(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      first.countDown();
      ended.countDown();
    }
  }

  private volatile boolean ready;

  private boolean wasReady() {
    return ready;
  }

  private List<String> serverCommand() {
    Map<String, String> settings =
        Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("port", Integer.toString(port)),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "40"),
            Map.entry("shared_buffers", "48MB"),
            Map.entry("work_mem", "8MB"),
            Map.entry("maintenance_work_mem", "48MB"),
            Map.entry("effective_cache_size", "512MB"),
            Map.entry("max_wal_size", "512MB"),
            // for backups while running: what they need of the log must still be there
            Map.entry("wal_level", "replica"),
            Map.entry("wal_keep_size", "256MB"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("wal_compression", "pglz"),
            Map.entry("io_method", "sync"),
            Map.entry("jit", "off"),
            Map.entry("max_parallel_workers", "2"),
            Map.entry("max_logical_replication_workers", "0"),
            Map.entry("autovacuum_max_workers", "2"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_line_prefix", "%m [%p] "),
            Map.entry("log_min_messages", "warning"));
    List<String> line = new ArrayList<>(List.of(program("postgres"), "-D", cluster.toString()));
    settings.forEach((name, value) -> line.addAll(List.of("-c", name + "=" + value)));
    return line;
  }

  /// The server writes `ready` on the eighth line of its pid file once it takes connections.
  private void awaitReady() throws IOException, InterruptedException {
    Path pidFile = cluster.resolve("postmaster.pid");
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      if (Files.exists(pidFile)) {
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
        if (lines.size() >= 8 && lines.get(7).trim().equals("ready")) {
          ready = true;
          return;
        }
      }
      if (ended.await(15, TimeUnit.MILLISECONDS)) {
        throw failed(logFile, lastLogLine());
      }
    }
    throw failed(logFile, "not ready after " + START_LIMIT.toSeconds() + " s");
  }

  private String lastLogLine() throws IOException {
    List<String> lines = Files.readAllLines(logFile, StandardCharsets.UTF_8);
    return lines.isEmpty() ? "no log" : lines.getLast();
  }

  private void run(List<String> command) throws IOException {
    Process child =
        new ProcessBuilder(runAs.wrap(command, cluster))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
            .start();
    try {
      int code = child.waitFor();
      if (code != 0) {
        throw failed(logFile, command.getFirst() + " ended with code " + code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private String program(String name) {
    return binaries.resolve("bin").resolve(name).toString();
  }

  private static void interrupt(long pid) {
    try {
      int code = new ProcessBuilder("sh", "-c", "kill -INT " + pid).start().waitFor();
      if (code != 0) {
        log.warn("process {} could not be interrupted (code {})", pid, code);
      }
    } catch (IOException e) {
      log.warn("process {} could not be interrupted", pid, e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String ownPassword(Path file) throws IOException {
    if (Files.exists(file)) {
      return Files.readString(file, StandardCharsets.UTF_8).trim();
    }
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String fresh = HexFormat.of().formatHex(random);
    writePrivate(file, fresh);
    return fresh;
  }

  private static void writePrivate(Path file, String text) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text, StandardOpenOption.WRITE);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// `RONGHE_CACHE`, else `/var/cache/ronghe` for root, else `~/.cache/ronghe`.
  private static Path cacheFolder() {
    String named = System.getenv("RONGHE_CACHE");
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    return RunAs.effectiveUid() == 0
        ? Path.of("/var/cache/ronghe")
        : Path.of(System.getProperty("user.home"), ".cache", "ronghe");
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Refusal failed(Path logFile, String why) {
    return new Refusal(
        "postgres-start",
        "内置 PostgreSQL 没有启动：" + why,
        "The embedded PostgreSQL did not start: " + why,
        "查看 " + logFile + "；磁盘满或权限不足是最常见的原因。",
        "Look at " + logFile + "; a full disk or missing permissions are the usual causes.");
  }
}
