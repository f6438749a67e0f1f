package org.ronghe.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ronghe.sources.payload.CsvPayload;
import org.ronghe.sources.payload.JsonPayload;
import org.ronghe.sources.payload.ReadingPayload;

/// Readings parsed per second on one core, in messages of 100: JSON with ISO-8601 times, JSON with
/// epoch milliseconds, CSV.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class PayloadBenchmark {
  private static final int READINGS = 100;
  private static final long NOW_US = 1_795_413_600_000_000L;

  private byte[] isoJson = {};
  private byte[] epochJson = {};
  private byte[] csv = {};

  @Setup
  public void prepare() {
    var iso = new StringBuilder("{\"readings\":[");
    var epoch = new StringBuilder("[");
    var table = new StringBuilder("point,time,value,quality\n");
    for (int i = 0; i < READINGS; i++) {
      String comma = i == 0 ? "" : ",";
      String point = "T1.G.%03d.CH4".formatted(i);
      String time = "2026-11-23T06:00:%02d.123Z".formatted(i % 60);
      String value = "0." + (1000 + i * 7);
      iso.append(comma).append("{\"point\":\"").append(point).append("\",\"time\":\"").append(time);
      iso.append("\",\"value\":").append(value).append(",\"quality\":\"good\"}");
      epoch.append(comma).append("{\"point\":\"").append(point).append("\",\"time\":");
      epoch.append(NOW_US / 1000 + i).append(",\"value\":").append(value).append('}');
      table.append(point).append(',').append(time).append(',').append(value).append(",good\n");
    }
    isoJson = iso.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    epochJson = epoch.append(']').toString().getBytes(StandardCharsets.UTF_8);
    csv = table.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  @OperationsPerInvocation(READINGS)
  public ReadingPayload jsonIso() {
    return JsonPayload.read(isoJson, NOW_US);
  }

  @Benchmark
  @OperationsPerInvocation(READINGS)
  public ReadingPayload jsonEpoch() {
    return JsonPayload.read(epochJson, NOW_US);
  }

  @Benchmark
  @OperationsPerInvocation(READINGS)
  public ReadingPayload csv() {
    return CsvPayload.read(csv, NOW_US);
  }
}
