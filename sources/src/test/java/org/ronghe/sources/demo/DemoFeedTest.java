package org.ronghe.sources.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.device.Device;
import org.ronghe.model.device.DeviceGate;
import org.ronghe.model.reading.SentReading;
import org.ronghe.sources.mqtt.MqttBroker;
import org.ronghe.sources.mqtt.MqttSettings;
import org.ronghe.sources.payload.LedgerIntake;

/// The feed goes through the front door: a socket, a password, QoS 1.
class DemoFeedTest {
  @Test
  void A01_every_point_reports_over_mqtt(@TempDir Path folder) throws Exception {
    var intake = new LedgerIntake();
    var device = new Device("demo-feed", List.of("*"), true);
    var gate =
        new DeviceGate() {
          @Override
          public Optional<Device> byPassword(String name, String password) {
            return name.equals("demo-feed") && password.equals("pw")
                ? Optional.of(device)
                : Optional.empty();
          }

          @Override
          public Optional<Device> byCertificate(String sha256Fingerprint) {
            return Optional.empty();
          }
        };
    var settings = new MqttSettings("127.0.0.1", 0, folder, null);
    try (var broker = MqttBroker.start(settings, gate, intake, InstantSource.system());
        var feed =
            DemoFeed.start(
                new DemoFeed.Address("127.0.0.1", broker.port(), "demo-feed", "pw"),
                DemoCounty.points(),
                DemoSignalsTest.shipped(),
                InstantSource.system())) {
      long deadline_ns = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
      while (points(intake) < DemoCounty.points().size() && System.nanoTime() < deadline_ns) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      assertThat(points(intake)).isEqualTo(DemoCounty.points().size());
      assertThat(feed.acknowledged()).isPositive();
      assertThat(intake.kept()).allMatch(reading -> Double.isFinite(reading.value()));
    }
  }

  private static long points(LedgerIntake intake) {
    return intake.kept().stream().map(SentReading::point).distinct().count();
  }
}
