package org.ronghe.sources.mqtt;

import static com.hivemq.bootstrap.netty.ChannelHandlerNames.MQTT_PUBLISH_FLOW_HANDLER;

import com.codahale.metrics.MetricRegistry;
import com.google.inject.Injector;
import com.hivemq.HiveMQServer;
import com.hivemq.bootstrap.ClientConnection;
import com.hivemq.configuration.info.SystemInformationImpl;
import com.hivemq.configuration.service.FullConfigurationService;
import com.hivemq.configuration.service.entity.Listener;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.mqtt.handler.disconnect.MqttServerDisconnector;
import com.hivemq.mqtt.message.reason.Mqtt5DisconnectReasonCode;
import com.hivemq.persistence.connection.ConnectionPersistence;
import com.hivemq.persistence.qos.IncomingMessageFlowPersistence;
import io.netty.channel.Channel;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.ronghe.model.device.DeviceGate;
import org.ronghe.model.reading.Intake;
import org.ronghe.sources.payload.ReadingDoor;

/// The embedded MQTT broker: MQTT 5, 3.1.1 and 3.1 over TCP, and over TLS when set. It opens no
/// outside connection and keeps its own state in memory: what is acknowledged is in the reading
/// store, not here.
public final class MqttBroker implements AutoCloseable {
  private final HiveMQServer server;
  private final List<Listener> listeners;
  private final Injector injector;
  private final MicrosecondClock clock;
  private final ReadingDoor door;
  private final DeviceExtension extension;
  private final AtomicLong bytesUnderWay = new AtomicLong();
  private final Map<String, ConnectionCounts> connections = new ConcurrentHashMap<>();

  private MqttBroker(MqttSettings settings, DeviceGate gate, Intake intake, InstantSource clock)
      throws IOException {
    Files.createDirectories(settings.dataFolder());
    var folder = settings.dataFolder().toFile();
    var system = new SystemInformationImpl(true, true, folder, folder, folder);
    system.init();
    FullConfigurationService configuration = BrokerConfiguration.of(settings);
    this.clock = new MicrosecondClock(clock);
    this.door = new ReadingDoor(intake);
    this.extension = new DeviceExtension(gate, this::meet);
    this.server = new HiveMQServer(system, new MetricRegistry(), configuration, false, false);
    this.listeners = configuration.listenerConfiguration().getListeners();
    try {
      server.bootstrap();
      Injector made = server.getInjector();
      if (made == null) {
        throw new IllegalStateException("the broker made no injector");
      }
      this.injector = made;
      server.startInstance(
          EmbeddedExtension.builder()
              .withId("ronghe")
              .withName("Ronghe readings")
              .withVersion("1")
              .withPriority(0)
              .withStartPriority(1000)
              .withExtensionMain(extension)
              .build());
    } catch (IOException | RuntimeException e) {
      server.stop();
      throw e;
    } catch (Exception e) { // the broker's start declares nothing narrower
      server.stop();
      throw new IOException("the MQTT broker did not start: " + e.getMessage(), e);
    }
  }

  /// Starts listening.
  ///
  /// @param gate asked once per connection, off the network threads
  /// @throws BindException when a port is taken
  /// @throws IOException when the folder cannot be written or the broker does not start
  public static MqttBroker start(
      MqttSettings settings, DeviceGate gate, Intake intake, InstantSource clock)
      throws IOException {
    probe(settings.bind(), settings.port());
    if (settings.tls() != null) {
      probe(settings.bind(), settings.tls().port());
    }
    return new MqttBroker(settings, gate, intake, clock);
  }

  /// The TCP port it listens on.
  public int port() {
    return listeners.getFirst().getPort();
  }

  /// The port of the encrypted listener, if there is one.
  public OptionalInt tlsPort() {
    return listeners.size() < 2 ? OptionalInt.empty() : OptionalInt.of(listeners.get(1).getPort());
  }

  /// Who is connected now.
  public List<Connection> connections() {
    return connections.values().stream().map(ConnectionCounts::now).toList();
  }

  /// Ends the connections of a device: it was removed, disabled, or its points changed.
  public void disconnect(String device) {
    var persistence = injector.getInstance(ConnectionPersistence.class);
    var disconnector = injector.getInstance(MqttServerDisconnector.class);
    connections.forEach((clientId, counts) -> {
      ClientConnection connection = persistence.get(clientId);
      if (counts.now().device().equals(device) && connection != null) {
        disconnector.disconnect(
            connection.getChannel(),
            null,
            "the device was changed",
            Mqtt5DisconnectReasonCode.ADMINISTRATIVE_ACTION,
            "the device was changed: sign in again");
      }
    });
  }

  /// Ends all connections and stops; messages under way are not acknowledged any more.
  @Override
  public void close() {
    server.stop();
  }

  private void meet(String clientId, DeviceExtension.SignedIn who) {
    ClientConnection connection = injector.getInstance(ConnectionPersistence.class).get(clientId);
    if (connection == null) {
      return;
    }
    Channel channel = connection.getChannel();
    var about =
        new Connection(
            who.device().name(),
            clientId,
            connection.getChannelIP().orElse(""),
            clock.now_us(),
            0,
            0,
            0);
    var counts = new ConnectionCounts(about, me -> connections.remove(clientId, me));
    connections.put(clientId, counts);
    var messages =
        new MessageDoor(who.device(), who.will(), door, new DevicePublisher(extension.publisher()));
    channel
        .pipeline()
        .addBefore(
            MQTT_PUBLISH_FLOW_HANDLER,
            "ronghe_readings",
            new PublishHandler(
                clientId,
                messages,
                bytesUnderWay,
                counts,
                injector.getInstance(IncomingMessageFlowPersistence.class),
                injector.getInstance(MqttServerDisconnector.class),
                clock));
  }

  /// A taken port would make the broker log, not fail.
  private static void probe(String bind, int port) throws IOException {
    if (port == 0) {
      return;
    }
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(bind, port));
    }
  }
}
