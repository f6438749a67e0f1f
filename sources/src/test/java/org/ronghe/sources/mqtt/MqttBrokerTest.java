package org.ronghe.sources.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.device.Device;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Intake;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.SentReading;
import org.ronghe.sources.payload.LedgerIntake;

/// A pump house (`pump-7`, points `W.CD.*`) and a neighbour (`gas-1`) speak to the county.
class MqttBrokerTest {
  private static final String ONE =
      """
      {"point":"W.CD.P012.PRES","time":"2026-11-23T06:00:00Z","value":0.42}
      """;
  private static final long SIX_US = 1_795_413_600_000_000L;

  @TempDir static Path folder;
  private static final ListGate gate =
      new ListGate()
          .add(new Device("pump-7", List.of("W.CD.*"), true), "secret")
          .add(new Device("gas-1", List.of("G.*"), true), "other");
  private static volatile Intake current =
      _ -> CompletableFuture.failedStage(new TimeoutException());
  private static MqttBroker broker;

  private final LedgerIntake intake = new LedgerIntake();
  private final List<AutoCloseable> clients = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    broker =
        MqttBroker.start(
            new MqttSettings("127.0.0.1", 0, folder, null),
            gate,
            batch -> current.accept(batch),
            InstantSource.system());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void takeIn() {
    current = intake;
  }

  @AfterEach
  void leave() throws Exception {
    for (AutoCloseable client : clients) {
      client.close();
    }
  }

  @Test
  void A01_a_reading_is_acknowledged_only_after_it_is_durable() throws Exception {
    intake.hold();
    Mqtt5AsyncClient pump = connect("pump-7", "secret").toAsync();

    CompletableFuture<Mqtt5PublishResult> ack = publish(pump, "readings", ONE);
    await(() -> intake.batches().size() == 1);
    assertThatThrownBy(() -> ack.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);

    intake.release();
    assertThat(ack.get(5, TimeUnit.SECONDS).getError()).isEmpty();
    assertThat(intake.kept()).containsExactly(SentReading.of("W.CD.P012.PRES", SIX_US, 0.42));
    Batch batch = intake.batches().getFirst();
    assertThat(batch.device()).isEqualTo("pump-7");
    assertThat(batch.door()).isEqualTo(Batch.Door.MQTT);
    assertThat(batch.replay()).isFalse();
  }

  @Test
  void A02_many_messages_are_under_way_at_once() throws Exception {
    intake.hold();
    Mqtt5AsyncClient pump = connect("pump-7", "secret").toAsync();
    List<CompletableFuture<Mqtt5PublishResult>> acks = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      acks.add(publish(pump, "points/W.CD.P" + i, "1"));
    }
    await(() -> intake.batches().size() == 1_000);
    intake.release();
    CompletableFuture.allOf(acks.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
  }

  @Test
  void A03_all_three_qualities_of_service_store_a_reading_once() throws Exception {
    Mqtt5BlockingClient pump = connect("pump-7", "secret");
    for (MqttQos qos : MqttQos.values()) {
      pump.publish(message("pump-7", "readings", ONE, qos));
    }
    await(() -> intake.batches().size() == 3);
    assertThat(intake.kept()).hasSize(1);
  }

  @Test
  void A04_mqtt_3_devices_are_served_too() throws Exception {
    Mqtt3BlockingClient old =
        MqttClient.builder()
            .serverHost("127.0.0.1")
            .serverPort(broker.port())
            .identifier("old")
            .useMqttVersion3()
            .simpleAuth()
            .username("pump-7")
            .password(bytes("secret"))
            .applySimpleAuth()
            .buildBlocking();
    old.connect();
    clients.add(old::disconnect);
    old.publishWith()
        .topic("ronghe/v1/pump-7/readings")
        .qos(MqttQos.EXACTLY_ONCE)
        .payload(bytes(ONE))
        .send();
    assertThat(intake.kept()).hasSize(1);
  }

  @Test
  void B01_a_wrong_password_is_turned_away() {
    assertThatThrownBy(() -> connect("pump-7", "guess"))
        .isInstanceOf(Mqtt5ConnAckException.class)
        .hasMessageContaining("BAD_USER_NAME_OR_PASSWORD");
  }

  @Test
  void B02_a_device_may_not_publish_as_another() throws Exception {
    Mqtt5BlockingClient pump = connect("pump-7", "secret");
    assertThatThrownBy(() -> pump.publish(message("gas-1", "readings", ONE, MqttQos.AT_LEAST_ONCE)))
        .isInstanceOfSatisfying(
            Mqtt5PubAckException.class,
            e ->
                assertThat(e.getMqttMessage().getReasonCode())
                    .isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED));
    assertThat(intake.batches()).isEmpty();
  }

  @Test
  void B03_a_device_may_not_listen_to_another() throws Exception {
    Mqtt5BlockingClient pump = connect("pump-7", "secret");
    assertThatThrownBy(() -> pump.subscribeWith().topicFilter("ronghe/v1/gas-1/#").send())
        .isInstanceOf(Mqtt5SubAckException.class);
    assertThatThrownBy(() -> pump.subscribeWith().topicFilter("#").send())
        .isInstanceOf(Mqtt5SubAckException.class);
  }

  @Test
  void B04_two_devices_with_the_same_client_id_do_not_disturb_each_other() throws Exception {
    Mqtt5BlockingClient pump = connect("pump-7", "secret", "same");
    Mqtt5BlockingClient gas = connect("gas-1", "other", "same");
    pump.publish(message("pump-7", "readings", ONE, MqttQos.AT_LEAST_ONCE));
    gas.publish(message("gas-1", "points/G.1", "3", MqttQos.AT_LEAST_ONCE));
    assertThat(intake.kept()).hasSize(2);
    assertThat(broker.connections()).extracting(Connection::device).contains("pump-7", "gas-1");
  }

  @Test
  void B05_a_point_of_another_device_is_rejected_and_the_rest_is_kept() throws Exception {
    Mqtt5BlockingClient pump = connect("pump-7", "secret");
    try (var receipts = pump.publishes(MqttGlobalPublishFilter.ALL)) {
      pump.subscribeWith().topicFilter("ronghe/v1/pump-7/receipts").send();
      Mqtt5PublishResult result =
          pump.publish(
              message(
                  "pump-7",
                  "readings",
                  """
                  [{"point":"G.1.PRES","value":1},{"point":"W.CD.P012.PRES","value":0.4}]
                  """,
                  MqttQos.AT_LEAST_ONCE));
      assertThat(result.getError()).isEmpty();
      assertThat(intake.kept()).extracting(SentReading::point).containsExactly("W.CD.P012.PRES");
      Mqtt5Publish receipt = receipts.receive(5, TimeUnit.SECONDS).orElseThrow();
      assertThat(new String(receipt.getPayloadAsBytes(), StandardCharsets.UTF_8))
          .contains("\"stored\":1", "\"rejected\":1", "\"index\":0", "\"code\":\"not-your-point\"");
    }
  }

  @Test
  void B06_what_is_not_json_is_refused_with_the_reason() throws Exception {
    Mqtt5BlockingClient pump = connect("pump-7", "secret");
    assertThatThrownBy(
            () -> pump.publish(message("pump-7", "readings", "{oops", MqttQos.AT_LEAST_ONCE)))
        .isInstanceOfSatisfying(
            Mqtt5PubAckException.class,
            e -> {
              assertThat(e.getMqttMessage().getReasonCode())
                  .isEqualTo(Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID);
              assertThat(e.getMqttMessage().getReasonString().orElseThrow().toString())
                  .contains("not-json");
            });
  }

  @Test
  void C01_when_the_store_is_lost_nothing_is_acknowledged_and_the_device_sends_again()
      throws Exception {
    intake.lose(true);
    Mqtt5AsyncClient pump =
        MqttClient.builder()
            .serverHost("127.0.0.1")
            .serverPort(broker.port())
            .identifier("faithful")
            .useMqttVersion5()
            .automaticReconnect()
            .initialDelay(50, TimeUnit.MILLISECONDS)
            .applyAutomaticReconnect()
            .simpleAuth()
            .username("pump-7")
            .password(bytes("secret"))
            .applySimpleAuth()
            .buildAsync();
    pump.connectWith().cleanStart(false).sessionExpiryInterval(600).send().get(5, TimeUnit.SECONDS);
    clients.add(() -> pump.disconnect().get(5, TimeUnit.SECONDS));

    CompletableFuture<Mqtt5PublishResult> ack = publish(pump, "readings", ONE);
    await(() -> intake.batches().size() >= 2);
    assertThat(ack).isNotDone();

    intake.lose(false);
    assertThat(ack.get(10, TimeUnit.SECONDS).getError()).isEmpty();
    assertThat(intake.kept()).hasSize(1);
  }

  @Test
  void C02_a_will_is_taken_in_when_the_device_is_lost() throws Exception {
    Mqtt5AsyncClient pump = client("pump-7", "secret", "mortal").toAsync();
    pump.connectWith()
        .willPublish()
        .topic("ronghe/v1/pump-7/readings")
        .payload(bytes("{\"point\":\"W.CD.P1\",\"quality\":\"bad-not-connected\"}"))
        .applyWillPublish()
        .send()
        .get(5, TimeUnit.SECONDS);
    broker.disconnect("pump-7");
    await(() -> intake.kept().size() == 1);
    assertThat(intake.kept().getFirst().quality().code()).isEqualTo("bad-not-connected");
  }

  @Test
  void D01_an_edge_node_is_asked_to_be_born_and_dies_with_its_connection() throws Exception {
    Mqtt5BlockingClient node = client("pump-7", "secret", "edge");
    node.connect();
    var received = node.publishes(MqttGlobalPublishFilter.ALL);
    node.subscribeWith().topicFilter("spBv1.0/g/NCMD/pump-7").send();
    node.subscribeWith().topicFilter("spBv1.0/STATE/ronghe").send();
    Mqtt5Publish state = received.receive(5, TimeUnit.SECONDS).orElseThrow();
    assertThat(new String(state.getPayloadAsBytes(), StandardCharsets.UTF_8))
        .contains("\"online\":true");

    node.publish(sparkplug("NDATA", 4));
    Mqtt5Publish command = received.receive(5, TimeUnit.SECONDS).orElseThrow();
    assertThat(command.getTopic()).hasToString("spBv1.0/g/NCMD/pump-7");

    node.publish(sparkplug("NBIRTH", 0));
    assertThat(intake.batches().getLast().door()).isEqualTo(Batch.Door.SPARKPLUG);
    node.disconnect();
    await(() -> intake.kept().getLast().quality() == Quality.BAD_NOT_CONNECTED);
    assertThat(intake.kept().getLast().point()).isEqualTo("W.CD.P012.PRES");
    assertThat(broker.connections()).noneMatch(c -> c.clientId().endsWith("/edge"));
  }

  private static Mqtt5Publish sparkplug(String kind, long seq) throws Exception {
    var payload =
        new SparkplugBPayload.SparkplugBPayloadBuilder(seq)
            .setTimestamp(new Date())
            .addMetric(
                new Metric.MetricBuilder("W.CD.P012.PRES", MetricDataType.Double, 0.4)
                    .timestamp(new Date())
                    .createMetric())
            .createPayload();
    return Mqtt5Publish.builder()
        .topic("spBv1.0/g/" + kind + "/pump-7")
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(new SparkplugBPayloadEncoder().getBytes(payload, false))
        .build();
  }

  private static CompletableFuture<Mqtt5PublishResult> publish(
      Mqtt5AsyncClient client, String topic, String payload) {
    return client.publish(message("pump-7", topic, payload, MqttQos.AT_LEAST_ONCE));
  }

  private static Mqtt5Publish message(String device, String topic, String payload, MqttQos qos) {
    return Mqtt5Publish.builder()
        .topic("ronghe/v1/" + device + "/" + topic)
        .qos(qos)
        .payload(bytes(payload))
        .build();
  }

  private Mqtt5BlockingClient connect(String user, String password) {
    return connect(user, password, "c" + clients.size());
  }

  private Mqtt5BlockingClient connect(String user, String password, String id) {
    Mqtt5BlockingClient client = client(user, password, id);
    client.connect();
    clients.add(client::disconnect);
    return client;
  }

  private static Mqtt5BlockingClient client(String user, String password, String id) {
    return MqttClient.builder()
        .serverHost("127.0.0.1")
        .serverPort(broker.port())
        .identifier(id)
        .useMqttVersion5()
        .simpleAuth()
        .username(user)
        .password(bytes(password))
        .applySimpleAuth()
        .buildBlocking();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Waits until `condition` holds, at most ten seconds.
  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline_ns = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline_ns);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
