package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.server.Typed.ronghe;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.server.CountyProcess.Ports;
import tools.jackson.databind.JsonNode;

/// The whole program as a process of its own, killed with -9 while readings pour in over MQTT as
/// fast as it takes them, three times over on one folder: every reading that was acknowledged is
/// there after each restart.
class KillTest {
  private static final String POINT = "T1.R.001.CH4";
  private static final int ROUNDS = 3;
  private static final int IN_A_MESSAGE = 10;
  private static final int UNDER_WAY = 256;
  private static final int ENOUGH = 20_000;

  @TempDir Path folder;

  /// Source times of the acknowledged readings, of all rounds.
  private final Set<Long> acknowledged_ms = ConcurrentHashMap.newKeySet();

  private long next_ms = Instant.parse("2026-09-21T00:00:00Z").toEpochMilli();
  private Optional<CountyProcess> county = Optional.empty();

  private record Sender(String user, String password) {}

  @AfterEach
  void stop() throws InterruptedException {
    if (county.isPresent()) {
      county.get().stop();
    }
  }

  @Test
  void A01_no_acknowledged_reading_is_lost_by_kill_9() throws Exception {
    ronghe("new-county", folder.resolve("county").toString());
    CountyProcess process = new CountyProcess(folder);
    county = Optional.of(process);
    Ports ports = process.start();
    Sender sender = sender(ports);
    for (int round = 1; round <= ROUNDS; round++) {
      int before = acknowledged_ms.size();
      killWhilePouring(ports, sender, before + ENOUGH);
      ports = process.start();
      Set<Long> kept = kept(ports, sender);
      assertThat(acknowledged_ms).as("round " + round).hasSizeGreaterThanOrEqualTo(before + ENOUGH);
      assertThat(acknowledged_ms.stream().filter(time -> !kept.contains(time)))
          .as("lost in round %d, of %d acknowledged", round, acknowledged_ms.size())
          .isEmpty();
      assertLatest(ports, sender, kept.stream().mapToLong(Long::longValue).max().orElseThrow());
    }
  }

  private CountyProcess process() {
    return county.orElseThrow();
  }

  private Sender sender(Ports ports) throws IOException {
    String token = Files.readString(process().data().resolve("run/local-token"));
    JsonNode made =
        new Visitor(ports.http())
            .withLocalToken(token)
            .post("/api/v1/devices", Map.of("name", "flood", "points", List.of("T1.*")))
            .json();
    return new Sender(made.path("user").asString(), made.path("password").asString());
  }

  /// Publishes with QoS 1, always `UNDER_WAY` messages unacknowledged, and kills the county in the
  /// midst of it.
  private void killWhilePouring(Ports ports, Sender sender, int enough) throws Exception {
    Mqtt5AsyncClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .serverHost("127.0.0.1")
            .serverPort(ports.mqtt())
            .simpleAuth()
            .username(sender.user())
            .password(sender.password().getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildAsync();
    client.connect().get(30, TimeUnit.SECONDS);
    Semaphore room = new Semaphore(UNDER_WAY);
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (acknowledged_ms.size() < enough) {
      assertThat(room.tryAcquire(20, TimeUnit.SECONDS))
          .as("acknowledged: " + process().said())
          .isTrue();
      assertThat(System.nanoTime()).as("too slow: " + acknowledged_ms.size()).isLessThan(deadline);
      publish(client, room);
    }
    process().kill();
    leave(client);
  }

  private void publish(Mqtt5AsyncClient client, Semaphore room) {
    long first_ms = next_ms;
    next_ms += IN_A_MESSAGE;
    StringBuilder payload = new StringBuilder("[");
    for (long time_ms = first_ms; time_ms < next_ms; time_ms++) {
      payload.append(time_ms == first_ms ? "" : ",");
      payload.append("{\"point\":\"%s\",\"time\":%d,\"value\":0.1}".formatted(POINT, time_ms));
    }
    client
        .publishWith()
        .topic("ronghe/v1/flood/readings")
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(payload.append("]").toString().getBytes(StandardCharsets.UTF_8))
        .send()
        .whenComplete((result, thrown) -> {
          if (thrown == null && result.getError().isEmpty()) {
            for (int i = 0; i < IN_A_MESSAGE; i++) {
              acknowledged_ms.add(first_ms + i);
            }
          }
          room.release();
        });
  }

  /// Lets the client notice that the other side is gone: no acknowledgement comes after this.
  private static void leave(Mqtt5AsyncClient client) throws InterruptedException {
    try {
      client.disconnect().get(10, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException _) {
      // it had noticed already
    }
  }

  private static Set<Long> kept(Ports ports, Sender sender) {
    String csv =
        new Visitor(ports.http())
            .withBasic(sender.user(), sender.password())
            .get("/api/v1/points/" + POINT + "/readings?format=csv&from=2026-09-20T00:00:00Z")
            .body();
    return csv.lines()
        .skip(1)
        .map(line -> Instant.parse(line.split(",", -1)[1]).toEpochMilli())
        .collect(Collectors.toSet());
  }

  private void assertLatest(Ports ports, Sender sender, long last_ms) {
    JsonNode page =
        new Visitor(ports.http())
            .withBasic(sender.user(), sender.password())
            .get(
                "/api/v1/points/%s/readings?from=%s"
                    .formatted(POINT, Instant.ofEpochMilli(last_ms)))
            .json();
    JsonNode last = page.path("readings").get(0);
    assertThat(Instant.parse(last.path("time").asString()).toEpochMilli()).isEqualTo(last_ms);
    assertThat(last.path("value").asDouble()).isEqualTo(0.1);
  }
}
