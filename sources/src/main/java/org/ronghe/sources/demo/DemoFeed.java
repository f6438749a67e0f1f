package org.ronghe.sources.demo;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientState;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.datatypes.MqttTopic;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.ValueKind;

/// Publishes the demo signals over MQTT as one device: each point at its own interval, QoS 1, a
/// batch every quarter of a second. Reconnects by itself; while the county does not acknowledge it
/// sends nothing more, for no one needs yesterday's play.
public final class DemoFeed implements AutoCloseable {
  private static final long TICK_ms = 250;
  private static final int MOST_PER_MESSAGE = 200;
  private static final int MOST_UNDER_WAY = 50;
  private static final double FIRST_ROUND_s = 15;

  private final List<MeasuringPoint> points;
  private final DemoSignals signals;
  private final InstantSource clock;
  private final Mqtt5AsyncClient client;
  private final MqttTopic topic;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("demo-feed").unstarted(task));
  private final AtomicInteger underWay = new AtomicInteger();
  private final LongAdder acknowledged = new LongAdder();
  private final double[] due_s;

  private DemoFeed(
      Address address, List<MeasuringPoint> points, DemoScript script, InstantSource clock) {
    this.points = List.copyOf(points);
    this.clock = clock;
    this.topic = MqttTopic.of("ronghe/v1/" + address.user() + "/readings");
    long start_us = us(clock.instant());
    this.signals = new DemoSignals(this.points, script, start_us);
    this.due_s = new double[points.size()];
    for (int i = 0; i < due_s.length; i++) {
      double share = Noise.unit(points.get(i).id().hashCode(), 9);
      double first = Math.min(FIRST_ROUND_s, points.get(i).expectedInterval_s());
      due_s[i] = start_us / 1e6 + share * first;
    }
    this.client =
        MqttClient.builder()
            .serverHost(address.host())
            .serverPort(address.port())
            .identifier("demo-feed")
            .useMqttVersion5()
            .automaticReconnect()
            .initialDelay(1, TimeUnit.SECONDS)
            .maxDelay(10, TimeUnit.SECONDS)
            .applyAutomaticReconnect()
            .simpleAuth()
            .username(address.user())
            .password(address.password().getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildAsync();
  }

  /// Where the feed publishes, and as which device.
  public record Address(String host, int port, String user, String password) {}

  /// Starts publishing; keeps trying when the county is not there yet.
  ///
  /// @param points all points of the county; the device must own them
  public static DemoFeed start(
      Address address, List<MeasuringPoint> points, DemoScript script, InstantSource clock) {
    var feed = new DemoFeed(address, points, script, clock);
    var _ = feed.client.connect();
    var _ = feed.ticks.scheduleWithFixedDelay(feed::tick, TICK_ms, TICK_ms, TimeUnit.MILLISECONDS);
    return feed;
  }

  /// Readings acknowledged so far.
  public long acknowledged() {
    return acknowledged.sum();
  }

  @Override
  public void close() {
    ticks.shutdownNow();
    var _ = client.disconnect();
  }

  private void tick() {
    if (client.getState() != MqttClientState.CONNECTED || underWay.get() > MOST_UNDER_WAY) {
      return;
    }
    long now_us = us(clock.instant());
    double now_s = now_us / 1e6;
    DemoSignals.Moment moment = signals.at(now_us);
    var message = new StringBuilder(4096);
    int count = 0;
    for (int i = 0; i < due_s.length; i++) {
      if (due_s[i] > now_s) {
        continue;
      }
      double share = Noise.unit(points.get(i).id().hashCode(), 8);
      double interval = interval(points.get(i));
      double next = (Math.floor(now_s / interval - share) + 1 + share) * interval;
      due_s[i] = Math.max(next, now_s + interval / 2);
      append(message.append(count == 0 ? "[" : ","), points.get(i), now_us / 1000, moment.value(i));
      if (++count == MOST_PER_MESSAGE) {
        publish(message.append(']'), count);
        message.setLength(0);
        count = 0;
      }
    }
    if (count > 0) {
      publish(message.append(']'), count);
    }
  }

  /// A little more often than expected, so that no point is late.
  private static double interval(MeasuringPoint point) {
    return Math.max(1, point.expectedInterval_s() * 0.66);
  }

  private void publish(StringBuilder message, int count) {
    underWay.incrementAndGet();
    var _ =
        client
            .publishWith()
            .topic(topic)
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(message.toString().getBytes(StandardCharsets.UTF_8))
            .send()
            .whenComplete((result, failure) -> {
              underWay.decrementAndGet();
              if (failure == null && result.getError().isEmpty()) {
                acknowledged.add(count);
              }
            });
  }

  private static void append(StringBuilder json, MeasuringPoint point, long time_ms, double value) {
    json.append("{\"point\":\"").append(point.id()).append("\",\"time\":").append(time_ms);
    json.append(",\"value\":");
    if (point.valueKind() == ValueKind.BOOLEAN) {
      json.append(value != 0);
    } else if (value == Math.rint(value)) {
      json.append((long) value);
    } else {
      json.append(value);
    }
    json.append('}');
  }

  private static long us(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }
}
