package org.ronghe.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.ronghe.engines.alarm.AlarmEngine;
import org.ronghe.engines.alarm.AlarmRule;
import org.ronghe.engines.alarm.AlarmRule.Side;
import org.ronghe.engines.alarm.Delays;
import org.ronghe.engines.alarm.Settings;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.Reading;

/// Readings judged per second on one core: 20,000 points, each with high-high, high, low and
/// silence; one round is one reading of every point, 10 s apart, and one advance.
///
/// quiet: values never near a limit. busy: every reading is on the other side of the high limit
/// with a chance of 1 in 10 (a storm no county has). slope: quiet, with a rate of change more.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class AlarmEngineBenchmark {
  private static final int POINTS = 20_000;
  private static final long ROUND_US = 10_000_000;

  /// Rounds prepared: long enough for varied values.
  private static final int ROUNDS = 8;

  @Param({"quiet", "busy", "slope"})
  public String mix = "quiet";

  private AlarmEngine engine = new AlarmEngine(Map.of(), Settings.STANDARD);
  private final String[] ids = new String[POINTS];
  private final double[][] values = new double[ROUNDS][POINTS];
  private long now_us;
  private int round;

  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(140404);
    Map<String, List<AlarmRule>> rules = new HashMap<>();
    for (int i = 0; i < POINTS; i++) {
      ids[i] = "T1.G.%05d.TEMP".formatted(i);
      rules.put(ids[i], rules());
      for (int r = 0; r < ROUNDS; r++) {
        boolean storm = mix.equals("busy") && random.nextInt(10) == 0;
        values[r][i] = storm ? 45 : 15 + 10 * random.nextDouble();
      }
    }
    engine = new AlarmEngine(rules, Settings.STANDARD);
    now_us = 1_764_000_000_000_000L;
  }

  private List<AlarmRule> rules() {
    List<AlarmRule> rules = new ArrayList<>();
    rules.add(new AlarmRule.Limit("high-high", Side.HIGH, 60, 2, Delays.NONE));
    rules.add(new AlarmRule.Limit("high", Side.HIGH, 40, 2, Delays.NONE));
    rules.add(new AlarmRule.Limit("low", Side.LOW, 0, 1, Delays.ofSeconds(30, 0)));
    rules.add(new AlarmRule.Stale("stale", ROUND_US, 3, Delays.NONE));
    if (mix.equals("slope")) {
      rules.add(
          new AlarmRule.Rate(
              "rate", AlarmRule.Direction.RISING, 100, 1, 60_000_000, 60_000_000, Delays.NONE));
    }
    return rules;
  }

  /// What the core did, not the clock on the wall: on a busy machine only readings / cpu_us is
  /// comparable. Both are sums over the iterations.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Core {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    public long readings;
    public long cpu_us;
  }

  /// One round, readings made on the way as the store hands them over.
  @Benchmark
  @OperationsPerInvocation(POINTS)
  public void judge(Core core, Blackhole sink) {
    long begun_ns = Core.THREADS.getCurrentThreadCpuTime();
    round(sink);
    core.cpu_us += (Core.THREADS.getCurrentThreadCpuTime() - begun_ns) / 1_000;
    core.readings += POINTS;
  }

  private void round(Blackhole sink) {
    now_us += ROUND_US;
    round = (round + 1) % ROUNDS;
    double[] now = values[round];
    for (int i = 0; i < POINTS; i++) {
      sink.consume(engine.accept(new Reading(ids[i], now_us, now_us, now[i], Quality.GOOD)));
    }
    sink.consume(engine.advance(now_us));
  }
}
