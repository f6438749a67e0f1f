package org.ronghe.model.device;

import java.util.Optional;

/// Who is knocking. Sources ask before they take anything in.
public interface DeviceGate {
  /// The enabled device with this name and password; empty when either is wrong.
  Optional<Device> byPassword(String name, String password);

  /// The enabled device whose client certificate has this SHA-256 fingerprint (lower-case hex).
  Optional<Device> byCertificate(String sha256Fingerprint);
}
