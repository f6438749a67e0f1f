package org.ronghe.benchmarks;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.datatypes.MqttTopic;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Publishes readings to a running county over MQTT 5, QoS 1, and counts those acknowledged, which
/// means durable. Prints a line every ten seconds and the sum with latencies at the end.
@Command(name = "mqtt-load", mixinStandardHelpOptions = true)
public final class MqttLoad implements Runnable {
  private static final int LATENCY_STEPS = 100_000;
  private static final int STEP_us = 100;

  @Option(names = "--host", defaultValue = "127.0.0.1")
  private String host = "";

  @Option(names = "--port", defaultValue = "1883")
  private int port;

  @Option(names = "--user", required = true)
  private String user = "";

  @Option(names = "--password", required = true)
  private String password = "";

  @Option(names = "--prefix", defaultValue = "B.", description = "point ids are PREFIX + number")
  private String prefix = "";

  @Option(names = "--points", defaultValue = "20000")
  private int points;

  @Option(
      names = "--ids",
      description =
          "a file of ids of number points of the county, one a line, instead; a message with one"
              + " value that does not fit its point counts as refused")
  private @Nullable Path idFile;

  @Option(names = "--batch", defaultValue = "10", description = "readings in one message")
  private int batch;

  @Option(names = "--clients", defaultValue = "4")
  private int clients;

  @Option(names = "--in-flight", defaultValue = "500", description = "messages under way a client")
  private int inFlight;

  @Option(names = "--seconds", defaultValue = "300")
  private int seconds;

  @Option(names = "--warm-up", defaultValue = "10", description = "seconds not counted")
  private int warmUp_s;

  @Option(names = "--rate", defaultValue = "0", description = "readings/s at most; 0 for no limit")
  private int rate;

  private List<String> ids = List.of();
  private final LongAdder acknowledged = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final AtomicBoolean told = new AtomicBoolean();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicIntegerArray latencies = new AtomicIntegerArray(LATENCY_STEPS);
  private volatile boolean counting;
  private volatile boolean stopped;

  public static void main(String[] args) {
    System.exit(new CommandLine(new MqttLoad()).execute(args));
  }

  @Override
  public void run() {
    ids = ids();
    points = ids.size();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      int number = i;
      threads.add(Thread.ofPlatform().name("load-" + i).start(() -> publish(number)));
    }
    watch(warmUp_s, false);
    long before = acknowledged.sum();
    counting = true;
    long start_ns = System.nanoTime();
    watch(seconds, true);
    double took_s = (System.nanoTime() - start_ns) / 1e9;
    long counted = acknowledged.sum() - before;
    counting = false;
    stopped = true;
    threads.forEach(LockSupport::unpark);
    say(
        "%,d readings acknowledged in %.1f s: %,.0f readings/s, %,.0f messages/s; refused %,d; "
            + "latency p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms",
        counted,
        took_s,
        counted / took_s,
        counted / took_s / batch,
        refused.sum(),
        quantile_ms(0.5),
        quantile_ms(0.99),
        quantile_ms(0.999));
    System.exit(refused.sum() == 0 ? 0 : 1);
  }

  private List<String> ids() {
    if (idFile == null) {
      return IntStream.range(0, points).mapToObj(n -> prefix + n).toList();
    }
    try {
      return Files.readAllLines(idFile);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the ids in " + idFile, e);
    }
  }

  private void publish(int number) {
    Mqtt5AsyncClient client =
        MqttClient.builder()
            .serverHost(host)
            .serverPort(port)
            .identifier("load-" + number)
            .useMqttVersion5()
            .simpleAuth()
            .username(user)
            .password(password.getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildAsync();
    client.connect().join();
    MqttTopic topic = MqttTopic.of("ronghe/v1/" + user + "/readings");
    var free = new Semaphore(inFlight);
    double perClient = rate == 0 ? 0 : (double) rate / batch / clients;
    long start_ns = System.nanoTime();
    for (long n = 0; !stopped; n++) {
      if (perClient > 0) {
        long due_ns = start_ns + (long) (n * 1e9 / perClient);
        long wait_ns = due_ns - System.nanoTime();
        if (wait_ns > 0) {
          LockSupport.parkNanos(wait_ns);
        }
      }
      free.acquireUninterruptibly();
      long sent_ns = System.nanoTime();
      var _ =
          client
              .publishWith()
              .topic(topic)
              .qos(MqttQos.AT_LEAST_ONCE)
              .payload(message())
              .send()
              .whenComplete((result, failure) -> {
                free.release();
                if (failure != null || result.getError().isPresent()) {
                  refused.add(batch);
                  Throwable why = failure != null ? failure : result.getError().orElseThrow();
                  if (told.compareAndSet(false, true)) {
                    say("the first refusal: %s", why);
                  }
                  return;
                }
                acknowledged.add(batch);
                if (counting) {
                  long took_us = (System.nanoTime() - sent_ns) / 1_000;
                  int step = (int) Math.min(took_us / STEP_us, LATENCY_STEPS - 1);
                  latencies.incrementAndGet(step);
                }
              });
    }
  }

  private byte[] message() {
    var json = new StringBuilder(batch * 64);
    long now_ms = System.currentTimeMillis();
    int first = next.getAndAdd(batch);
    for (int i = 0; i < batch; i++) {
      int n = Math.floorMod(first + i, points);
      json.append(i == 0 ? '[' : ',');
      json.append("{\"point\":\"").append(ids.get(n));
      // the turn in the fraction keeps two readings of a point in one millisecond apart
      long turn = Math.floorMod((long) (first + i) / points, 1000L);
      json.append("\",\"time\":").append(now_ms).append('.');
      json.append(turn < 10 ? "00" : turn < 100 ? "0" : "").append(turn);
      json.append(",\"value\":0.").append(100 + n % 97).append(turn % 10).append('}');
    }
    return json.append(']').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void watch(int duration_s, boolean shown) {
    long end_ns = System.nanoTime() + TimeUnit.SECONDS.toNanos(duration_s);
    long before = acknowledged.sum();
    while (System.nanoTime() < end_ns) {
      long wait_ns = Math.min(TimeUnit.SECONDS.toNanos(10), end_ns - System.nanoTime());
      long start_ns = System.nanoTime();
      while (System.nanoTime() - start_ns < wait_ns) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
      long now = acknowledged.sum();
      if (shown) {
        say("%,.0f readings/s", (now - before) / ((System.nanoTime() - start_ns) / 1e9));
      }
      before = now;
    }
  }

  private double quantile_ms(double share) {
    int[] counts = new int[LATENCY_STEPS];
    Arrays.setAll(counts, latencies::get);
    long all = Arrays.stream(counts).asLongStream().sum();
    long seen = 0;
    for (int step = 0; step < LATENCY_STEPS; step++) {
      seen += counts[step];
      if (seen >= all * share) {
        return (step + 1) * STEP_us / 1_000.0;
      }
    }
    return Double.NaN;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
