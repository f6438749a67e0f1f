package org.ronghe.sources.mqtt;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the broker listens.
///
/// @param bind address, e.g. `127.0.0.1`
/// @param port TCP port; 0 for any free one
/// @param dataFolder the broker's own folder; it keeps nothing of worth there
/// @param tls the second, encrypted listener; null for none
public record MqttSettings(String bind, int port, Path dataFolder, @Nullable Tls tls) {

  /// An encrypted listener.
  ///
  /// @param port TCP port; 0 for any free one
  /// @param keystore PKCS#12 or JKS file with the server's key
  /// @param truststore authorities whose client certificates are looked at; null to take none
  public record Tls(
      int port,
      Path keystore,
      String keystorePassword,
      @Nullable Path truststore,
      @Nullable String truststorePassword) {}
}
