package org.ronghe.sources.mqtt;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.async.Async;
import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.client.ClientContext;
import com.hivemq.extension.sdk.api.client.parameter.InitializerInput;
import com.hivemq.extension.sdk.api.interceptor.connect.parameter.ConnectInboundInput;
import com.hivemq.extension.sdk.api.interceptor.connect.parameter.ConnectInboundOutput;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.auth.ModifiableDefaultPermissions;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.packets.connect.ConnectPacket;
import com.hivemq.extension.sdk.api.packets.general.Qos;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import com.hivemq.extension.sdk.api.services.publish.PublishService;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.device.Device;
import org.ronghe.model.device.DeviceGate;
import org.ronghe.sources.mqtt.MessageDoor.Will;

/// Our part inside the broker: who may connect, and what each may publish and subscribe to.
final class DeviceExtension implements ExtensionMain {
  private static final Duration LONGEST_SIGN_IN = Duration.ofSeconds(20);

  private final DeviceGate gate;
  private final BiConsumer<String, SignedIn> whenSignedIn;
  private final Map<String, SignedIn> signedIn = new ConcurrentHashMap<>();
  private volatile @Nullable PublishService publisher;

  /// @param whenSignedIn hears the client id and who it is, before the device hears CONNACK
  DeviceExtension(DeviceGate gate, BiConsumer<String, SignedIn> whenSignedIn) {
    this.gate = gate;
    this.whenSignedIn = whenSignedIn;
  }

  /// A device at the door and what it wants said when it is lost.
  record SignedIn(Device device, @Nullable Will will) {}

  PublishService publisher() {
    PublishService started = publisher;
    if (started == null) {
      throw new IllegalStateException("the broker has not started");
    }
    return started;
  }

  @Override
  public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
    publisher = Services.publishService();
    SimpleAuthenticator authenticator = this::signIn;
    Services.securityRegistry().setAuthenticatorProvider(_ -> authenticator);
    Services.interceptorRegistry().setConnectInboundInterceptorProvider(_ -> this::ownClientId);
    Services.initializerRegistry().setClientInitializer(this::initialize);
    announce();
  }

  @Override
  public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
    publisher = null;
  }

  /// Edge nodes that wait for their host application look for this (Sparkplug 3.0, section 6.4.4).
  private static void announce() {
    String state = "{\"online\":true,\"timestamp\":" + System.currentTimeMillis() + "}";
    var _ =
        Services.retainedMessageStore()
            .addOrReplace(
                Builders.retainedPublish()
                    .topic("spBv1.0/STATE/ronghe")
                    .qos(Qos.AT_LEAST_ONCE)
                    .payload(ByteBuffer.wrap(state.getBytes(StandardCharsets.UTF_8)))
                    .build());
  }

  /// Client ids are kept apart by user, so that no device can take over another's session.
  private void ownClientId(ConnectInboundInput input, ConnectInboundOutput output) {
    ConnectPacket packet = input.getConnectPacket();
    String owner =
        packet
            .getUserName()
            .orElseGet(() ->
                certificate(input.getConnectionInformation().getClientTlsInformation())
                    .map(DeviceExtension::fingerprint)
                    .orElse("nobody"));
    String prefix = owner + "/";
    if (!packet.getClientId().startsWith(prefix)) {
      output.getConnectPacket().setClientId(prefix + packet.getClientId());
    }
  }

  private void signIn(SimpleAuthInput input, SimpleAuthOutput output) {
    Async<SimpleAuthOutput> async =
        output.async(
            LONGEST_SIGN_IN,
            TimeoutFallback.FAILURE,
            ConnackReasonCode.SERVER_BUSY,
            "signing in took too long");
    Services.extensionExecutorService()
        .execute(() -> {
          try {
            decide(input, output);
          } finally {
            async.resume();
          }
        });
  }

  private void decide(SimpleAuthInput input, SimpleAuthOutput output) {
    ConnectPacket packet = input.getConnectPacket();
    Optional<Device> device = find(input, packet);
    if (device.isEmpty()) {
      output.failAuthentication(
          ConnackReasonCode.BAD_USER_NAME_OR_PASSWORD,
          "no enabled device has this user and password, or this certificate");
      return;
    }
    String name = device.get().name();
    if (name.chars().anyMatch(c -> c == '/' || c == '+' || c == '#' || c == '$')) {
      output.failAuthentication(
          ConnackReasonCode.NOT_AUTHORIZED, "the device name has one of / + # $ in it");
      return;
    }
    Will will =
        packet
            .getWillPublish()
            .map(w -> new Will(w.getTopic(), bytes(w.getPayload().orElse(ByteBuffer.allocate(0)))))
            .orElse(null);
    signedIn.put(input.getClientInformation().getClientId(), new SignedIn(device.get(), will));
    allow(output.getDefaultPermissions(), name);
    output.authenticateSuccessfully();
  }

  private Optional<Device> find(SimpleAuthInput input, ConnectPacket packet) {
    Optional<String> user = packet.getUserName();
    Optional<ByteBuffer> password = packet.getPassword();
    if (user.isPresent() && password.isPresent()) {
      return gate.byPassword(user.get(), new String(bytes(password.get()), StandardCharsets.UTF_8));
    }
    return certificate(input.getConnectionInformation().getClientTlsInformation())
        .flatMap(certificate -> gate.byCertificate(fingerprint(certificate)))
        .filter(device -> user.isEmpty() || user.get().equals(device.name()));
  }

  /// A device reads and writes under its own name only, plus the state of the county as a Sparkplug
  /// host.
  private static void allow(ModifiableDefaultPermissions permissions, String name) {
    permissions.clear();
    permissions.add(Builders.topicPermission().topicFilter("ronghe/v1/" + name + "/#").build());
    permissions.add(Builders.topicPermission().topicFilter("spBv1.0/+/+/" + name + "/#").build());
    permissions.add(
        Builders.topicPermission()
            .topicFilter("spBv1.0/STATE/#")
            .activity(
                com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.MqttActivity.SUBSCRIBE)
            .build());
    permissions.setDefaultBehaviour(DefaultAuthorizationBehaviour.DENY);
  }

  private void initialize(InitializerInput input, ClientContext context) {
    String clientId = input.getClientInformation().getClientId();
    SignedIn who = signedIn.remove(clientId);
    if (who != null) {
      whenSignedIn.accept(clientId, who);
    }
  }

  private static Optional<X509Certificate> certificate(
      Optional<com.hivemq.extension.sdk.api.client.parameter.ClientTlsInformation> tls) {
    return tls.flatMap(
        com.hivemq.extension.sdk.api.client.parameter.ClientTlsInformation::getClientCertificate);
  }

  /// SHA-256 of the certificate, lower-case hex.
  static String fingerprint(X509Certificate certificate) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
