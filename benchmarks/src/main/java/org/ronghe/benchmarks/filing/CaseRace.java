package org.ronghe.benchmarks.filing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.ronghe.server.boot.RunningCounty;
import org.ronghe.server.boot.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A case with three approvals: ours, Flowable and plain JDBC, turn by turn in one process on one
/// embedded PostgreSQL (fsync on), each with the same number of threads and a pool of its own of
/// the same size.
@Command(name = "case-race", mixinStandardHelpOptions = true)
public final class CaseRace implements Runnable {
  private static final int CONNECTIONS = 12;

  @Option(names = "--data", required = true, description = "an empty folder")
  private Path data = Path.of("");

  @Option(names = "--home", defaultValue = ".", description = "where Ronghe is")
  private Path home = Path.of("");

  @Option(names = "--threads", defaultValue = "8")
  private int threads;

  @Option(names = "--rounds", defaultValue = "6", description = "the first does not count")
  private int rounds;

  @Option(names = "--seconds", defaultValue = "10", description = "of each turn")
  private int seconds;

  public static void main(String[] args) {
    System.exit(new CommandLine(new CaseRace()).execute(args));
  }

  @Override
  public void run() {
    Settings settings =
        new Settings(home.toAbsolutePath(), data, null, 0, 0, "127.0.0.1", null, false, false);
    try (RunningCounty county = RunningCounty.start(settings);
        HikariDataSource flowables = pool(county);
        HikariDataSource plain = pool(county);
        Contender ours = new OurCases(county, threads);
        Contender flowable = new FlowableCases(flowables);
        Contender least = new PlainCases(plain)) {
      race(List.of(ours, flowable, least));
    }
  }

  /// The same server and settings as ours, connections of its own.
  private static HikariDataSource pool(RunningCounty county) {
    HikariDataSource own = (HikariDataSource) county.part(DataSource.class);
    HikariConfig config = new HikariConfig();
    own.copyStateTo(config);
    config.setPoolName(null);
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }

  private void race(List<Contender> contenders) {
    List<List<Double>> speeds = new ArrayList<>();
    contenders.forEach(_ -> speeds.add(new ArrayList<>()));
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < contenders.size(); i++) {
        double cases_perSecond = turn(contenders.get(i));
        System.out.printf(
            Locale.ROOT,
            "round %d: %-16s %7.1f cases/s%n",
            round,
            contenders.get(i).name(),
            cases_perSecond);
        if (round > 0) {
          speeds.get(i).add(cases_perSecond);
        }
      }
      if (round > 0) {
        ratios.add(speeds.get(0).getLast() / speeds.get(1).getLast());
      }
    }
    for (int i = 0; i < contenders.size(); i++) {
      System.out.println(contenders.get(i).name() + ": " + spread(speeds.get(i)) + " cases/s");
    }
    System.out.println("ours to Flowable, round by round: " + spread(ratios));
    System.out.printf(
        Locale.ROOT,
        "%d threads, load average %.1f%n",
        threads,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private double turn(Contender contender) {
    AtomicInteger done = new AtomicInteger();
    long begun_ns = System.nanoTime();
    long end_ns = begun_ns + seconds * 1_000_000_000L;
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int sender = i;
      senders.add(
          Thread.ofPlatform()
              .start(() -> {
                while (System.nanoTime() < end_ns) {
                  contender.run(sender);
                  done.incrementAndGet();
                }
              }));
    }
    for (Thread sender : senders) {
      try {
        sender.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return done.get() / ((System.nanoTime() - begun_ns) / 1e9);
  }

  private static String spread(List<Double> values) {
    List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
    return String.format(
        Locale.ROOT,
        "median %.1f (%.1f to %.1f)",
        sorted.get(sorted.size() / 2),
        sorted.getFirst(),
        sorted.getLast());
  }
}
