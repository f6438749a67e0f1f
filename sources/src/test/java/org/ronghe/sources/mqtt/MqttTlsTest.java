package org.ronghe.sources.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.device.Device;
import org.ronghe.model.reading.SentReading;
import org.ronghe.sources.payload.LedgerIntake;

/// Devices that sign in by certificate over an encrypted connection.
class MqttTlsTest {
  private static final Device PUMP = new Device("pump-7", List.of("W.*"), true);
  private final LedgerIntake intake = new LedgerIntake();

  @Test
  void A01_a_client_certificate_stands_for_user_and_password(@TempDir Path folder)
      throws Exception {
    Path server = Certificates.keys(folder, "county");
    Path pump = Certificates.keys(folder, "pump");
    Path stranger = Certificates.keys(folder, "stranger");
    Path trusted = Certificates.trusting(folder, pump, "pump");
    String fingerprint = DeviceExtension.fingerprint(Certificates.certificate(pump, "pump"));
    assertThat(fingerprint).matches("[0-9a-f]{64}");
    var tls =
        new MqttSettings.Tls(0, server, Certificates.PASSWORD, trusted, Certificates.PASSWORD);
    var gate = new ListGate().add(PUMP, "secret").addCertificate(PUMP, fingerprint);
    try (var broker =
        MqttBroker.start(
            new MqttSettings("127.0.0.1", 0, folder.resolve("mqtt"), tls),
            gate,
            intake,
            InstantSource.system())) {
      int port = broker.tlsPort().orElseThrow();
      Path trustsCounty = Certificates.trusting(folder, server, "county");

      Mqtt5BlockingClient byCertificate =
          client(
              port,
              MqttClientSslConfig.builder()
                  .keyManagerFactory(Certificates.keyManagers(pump))
                  .trustManagerFactory(Certificates.trustManagers(trustsCounty))
                  .build());
      byCertificate.connect();
      byCertificate
          .publishWith()
          .topic("ronghe/v1/pump-7/points/W.P1")
          .qos(MqttQos.AT_LEAST_ONCE)
          .payload("1.5".getBytes(StandardCharsets.UTF_8))
          .send();
      byCertificate.disconnect();
      assertThat(intake.kept()).extracting(SentReading::value).containsExactly(1.5);

      var nameless =
          MqttClientSslConfig.builder()
              .trustManagerFactory(Certificates.trustManagers(trustsCounty))
              .build();
      Mqtt5BlockingClient withoutAny = client(port, nameless);
      assertThatThrownBy(withoutAny::connect).isInstanceOf(Mqtt5ConnAckException.class);

      var foreign =
          MqttClientSslConfig.builder()
              .keyManagerFactory(Certificates.keyManagers(stranger))
              .trustManagerFactory(Certificates.trustManagers(trustsCounty))
              .build();
      Mqtt5BlockingClient unknown = client(port, foreign);
      assertThatThrownBy(unknown::connect).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void B01_a_taken_port_is_said_at_once(@TempDir Path folder) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var settings = new MqttSettings("127.0.0.1", taken.getLocalPort(), folder, null);
      assertThatThrownBy(
              () -> MqttBroker.start(settings, new ListGate(), intake, InstantSource.system()))
          .isInstanceOf(BindException.class);
    }
  }

  private static Mqtt5BlockingClient client(int port, MqttClientSslConfig tls) {
    return MqttClient.builder()
        .serverHost("127.0.0.1")
        .serverPort(port)
        .identifier("tls")
        .useMqttVersion5()
        .sslConfig(tls)
        .buildBlocking();
  }
}
