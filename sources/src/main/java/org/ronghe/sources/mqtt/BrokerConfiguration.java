package org.ronghe.sources.mqtt;

import com.hivemq.configuration.service.FullConfigurationService;
import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.configuration.service.PersistenceConfigurationService.PersistenceMode;
import com.hivemq.configuration.service.entity.TcpListener;
import com.hivemq.configuration.service.entity.Tls;
import com.hivemq.configuration.service.entity.TlsTcpListener;
import com.hivemq.configuration.service.impl.ConfigurationServiceImpl;
import com.hivemq.configuration.service.impl.MqttConfigurationServiceImpl;
import com.hivemq.configuration.service.impl.PersistenceConfigurationServiceImpl;
import com.hivemq.configuration.service.impl.RestrictionsConfigurationServiceImpl;
import com.hivemq.configuration.service.impl.SecurityConfigurationServiceImpl;
import com.hivemq.configuration.service.impl.listener.ListenerConfigurationServiceImpl;
import com.hivemq.statistics.UsageStatisticsConfigImpl;
import java.util.List;
import org.ronghe.sources.payload.ReadingPayload;

/// How we set the broker up: in code, so that no file of its own can change it.
final class BrokerConfiguration {
  /// Messages a device may have under way: at 20 ms a commit this allows 250,000 messages/s.
  static final int RECEIVE_MAXIMUM = 5_000;

  private static final int LARGEST_PACKET = ReadingPayload.MAX_BYTES + 64 * 1024;
  private static final long LONGEST_SESSION_S = 86_400;
  private static final long LONGEST_MESSAGE_S = 3_600;
  private static final int QUEUED_PER_DEVICE = 100;

  private BrokerConfiguration() {}

  static FullConfigurationService of(MqttSettings settings) {
    boundMachinery();
    var configuration =
        new ConfigurationServiceImpl(
            new ListenerConfigurationServiceImpl(),
            new MqttConfigurationServiceImpl(),
            new RestrictionsConfigurationServiceImpl(),
            new SecurityConfigurationServiceImpl(),
            new UsageStatisticsConfigImpl(),
            new PersistenceConfigurationServiceImpl());
    configuration.usageStatisticsConfiguration().setEnabled(false);
    configuration.persistenceConfigurationService().setMode(PersistenceMode.IN_MEMORY);
    configuration.securityConfiguration().setAllowServerAssignedClientId(true);
    configuration.securityConfiguration().setAllowRequestProblemInformation(true);
    var mqtt = configuration.mqttConfiguration();
    mqtt.setServerReceiveMaximum(RECEIVE_MAXIMUM);
    mqtt.setMaxPacketSize(LARGEST_PACKET);
    mqtt.setMaxSessionExpiryInterval(LONGEST_SESSION_S);
    mqtt.setMaxMessageExpiryInterval(LONGEST_MESSAGE_S);
    mqtt.setMaxQueuedMessages(QUEUED_PER_DEVICE);
    mqtt.setSharedSubscriptionsEnabled(false);
    var restrictions = configuration.restrictionsConfiguration();
    restrictions.setIncomingLimit(0);
    restrictions.setMaxTopicLength(1_000);
    restrictions.setMaxClientIdLength(400);
    var listeners = configuration.listenerConfiguration();
    listeners.addListener(new TcpListener(settings.port(), settings.bind(), "mqtt"));
    if (settings.tls() != null) {
      listeners.addListener(
          new TlsTcpListener(
              settings.tls().port(), settings.bind(), tls(settings.tls()), "mqtt-tls"));
    }
    return configuration;
  }

  private static Tls tls(MqttSettings.Tls tls) {
    var builder =
        new Tls.Builder()
            .withKeystorePath(tls.keystore().toAbsolutePath().toString())
            .withKeystorePassword(tls.keystorePassword())
            .withPrivateKeyPassword(tls.keystorePassword())
            .withKeystoreType("PKCS12")
            .withHandshakeTimeout(10_000)
            .withProtocols(List.of("TLSv1.3", "TLSv1.2"))
            .withCipherSuites(List.of())
            .withClientAuthMode(Tls.ClientAuthMode.NONE);
    if (tls.truststore() != null) {
      builder
          .withTruststorePath(tls.truststore().toAbsolutePath().toString())
          .withTruststorePassword(tls.truststorePassword())
          .withTruststoreType("PKCS12")
          .withClientAuthMode(Tls.ClientAuthMode.OPTIONAL);
    }
    return builder.build();
  }

  /// The broker sizes itself for a data centre; a county has two cores and a few devices.
  private static void boundMachinery() {
    InternalConfigurations.PERSISTENCE_BUCKET_COUNT.set(4);
    InternalConfigurations.PAYLOAD_PERSISTENCE_BUCKET_COUNT.set(4);
    InternalConfigurations.PERSISTENCE_STARTUP_THREAD_POOL_SIZE.set(2);
    InternalConfigurations.SINGLE_WRITER_THREAD_POOL_SIZE.set(1);
    InternalConfigurations.PAYLOAD_PERSISTENCE_CLEANUP_THREADS.set(1);
    InternalConfigurations.PAYLOAD_PERSISTENCE_CLEANUP_SCHEDULE_MSEC.set(5_000);
    InternalConfigurations.EXTENSION_TASK_QUEUE_EXECUTOR_THREADS_COUNT.set(1);
    InternalConfigurations.MANAGED_EXTENSION_THREAD_POOL_THREADS_COUNT.set(2);
    InternalConfigurations.JMX_REPORTER_ENABLED.set(false);
    InternalConfigurations.AUTH_DENY_UNAUTHENTICATED_CONNECTIONS.set(true);
  }
}
