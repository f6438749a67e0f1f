package org.ronghe.server.boot;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.ronghe.model.device.Device;
import org.ronghe.model.device.DeviceGate;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Intake;
import org.ronghe.model.reading.Receipt;
import org.ronghe.office.problem.Refusal;
import org.ronghe.server.folder.DataFolder;
import org.ronghe.sources.mqtt.Connection;
import org.ronghe.sources.mqtt.MqttBroker;
import org.ronghe.sources.mqtt.MqttSettings;

/// The MQTT broker, begun early because it takes long: it listens at once, but whoever knocks waits
/// until the county is known and the door is opened.
public final class MqttDoor {
  private final CompletableFuture<DeviceGate> gate = new CompletableFuture<>();
  private final CompletableFuture<Intake> intake = new CompletableFuture<>();
  private final EarlyStart<MqttBroker> broker;

  MqttDoor(Settings settings, DataFolder folder) {
    MqttSettings mqtt = new MqttSettings(settings.bind(), settings.mqttPort(), folder.mqtt(), null);
    broker =
        EarlyStart.of(
            "mqtt-start",
            () -> {
              try {
                return MqttBroker.start(mqtt, new LateGate(), new LateIntake(), Clock.systemUTC());
              } catch (IOException e) {
                throw new Refusal(
                    "mqtt-start",
                    "MQTT 服务没有启动：" + e.getMessage(),
                    "The MQTT broker did not start: " + e.getMessage(),
                    "检查 --mqtt-port 与 --bind。",
                    "Check --mqtt-port and --bind.");
              }
            });
  }

  /// The port it listens on.
  public int port() {
    return broker.get().port();
  }

  /// Who is connected now.
  public List<Connection> connections() {
    return broker.get().connections();
  }

  /// Lets those who knock in.
  void open(DeviceGate realGate, Intake realIntake) {
    broker.get();
    intake.complete(realIntake);
    gate.complete(realGate);
  }

  void disconnect(String device) {
    broker.ifDone(running -> running.disconnect(device));
  }

  void close() {
    gate.cancel(false);
    intake.cancel(false);
    broker.ifDone(MqttBroker::close);
  }

  private final class LateGate implements DeviceGate {
    @Override
    public Optional<Device> byPassword(String name, String password) {
      return gate.join().byPassword(name, password);
    }

    @Override
    public Optional<Device> byCertificate(String sha256Fingerprint) {
      return gate.join().byCertificate(sha256Fingerprint);
    }
  }

  private final class LateIntake implements Intake {
    @Override
    public CompletionStage<Receipt> accept(Batch batch) {
      return intake.thenCompose(open -> open.accept(batch));
    }
  }
}
