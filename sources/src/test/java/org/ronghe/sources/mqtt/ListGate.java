package org.ronghe.sources.mqtt;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ronghe.model.device.Device;
import org.ronghe.model.device.DeviceGate;

/// A list of devices with passwords and certificates.
final class ListGate implements DeviceGate {
  private final Map<String, Device> byPassword = new ConcurrentHashMap<>();
  private final Map<String, Device> byCertificate = new ConcurrentHashMap<>();

  ListGate add(Device device, String password) {
    byPassword.put(device.name() + "\n" + password, device);
    return this;
  }

  ListGate addCertificate(Device device, String fingerprint) {
    byCertificate.put(fingerprint, device);
    return this;
  }

  @Override
  public Optional<Device> byPassword(String name, String password) {
    return Optional.ofNullable(byPassword.get(name + "\n" + password));
  }

  @Override
  public Optional<Device> byCertificate(String sha256Fingerprint) {
    return Optional.ofNullable(byCertificate.get(sha256Fingerprint));
  }
}
