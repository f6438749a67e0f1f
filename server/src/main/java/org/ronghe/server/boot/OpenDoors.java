package org.ronghe.server.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.county.County;
import org.ronghe.model.device.DeviceGate;
import org.ronghe.office.device.DeviceRegister;
import org.ronghe.office.register.CountyRegister;
import org.ronghe.office.register.CountyReplaced;
import org.ronghe.series.ReadingRoom;
import org.ronghe.sources.demo.DemoFeed;
import org.ronghe.sources.demo.DemoScript;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Opens the MQTT door last and closes it first. Behind it the demo feed plays, on a synthetic
/// county only: made-up readings never mix with real ones.
@Component
class OpenDoors implements SmartLifecycle {
  private static final String DEMO = "demo-feed";

  private final Settings settings;
  private final MqttDoor mqtt;
  private final DeviceRegister devices;
  private final ReadingRoom room;
  private final CountyRegister register;
  private final Clock clock;
  private @Nullable DemoFeed feed;
  private volatile boolean running;

  OpenDoors(
      Settings settings,
      EarlyParts early,
      DeviceRegister devices,
      ReadingRoom room,
      CountyRegister register,
      Clock clock) {
    this.settings = settings;
    this.mqtt = early.mqtt();
    this.devices = devices;
    this.room = room;
    this.register = register;
    this.clock = clock;
    devices.whenRemoved(mqtt::disconnect);
  }

  @Override
  public synchronized void start() {
    DeviceGate gate = devices;
    mqtt.open(gate, room.intake());
    running = true;
    register.county().ifPresent(this::play);
  }

  @Override
  public synchronized void stop() {
    running = false;
    quiet();
    mqtt.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  @EventListener
  @Order(100)
  synchronized void on(CountyReplaced event) {
    if (running) {
      play(event.county());
    }
  }

  private void play(County county) {
    quiet();
    if (!settings.demoFeed() || !county.head().synthetic()) {
      return;
    }
    if (devices.byName(DEMO).isPresent()) {
      devices.remove(DEMO, "system");
    }
    String password = devices.add(DEMO, List.of("*"), null, "system").password();
    try {
      DemoScript script = DemoScript.read(settings.home().resolve("packs/demo/script.yaml"));
      String host = settings.bind().equals("0.0.0.0") ? "127.0.0.1" : settings.bind();
      feed =
          DemoFeed.start(
              new DemoFeed.Address(host, mqtt.port(), DEMO, password),
              county.points(),
              script,
              clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void quiet() {
    DemoFeed playing = feed;
    if (playing != null) {
      playing.close();
      feed = null;
    }
  }
}
