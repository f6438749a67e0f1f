package org.ronghe.office.device;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.staff.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The register of devices.
@RestController
@RequestMapping("/api/v1/devices")
class DeviceEndpoints {
  private final DeviceRegister devices;

  DeviceEndpoints(DeviceRegister devices) {
    this.devices = devices;
  }

  @GetMapping
  @PreAuthorize("hasRole('OFFICER')")
  List<DeviceRegister.Entry> list() {
    return devices.list();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasRole('ENGINEER')")
  DeviceRegister.Credentials add(@RequestBody NewDevice device) {
    return devices.add(
        device.name() == null ? "" : device.name(),
        device.points() == null ? List.of() : device.points(),
        device.certificateSha256(),
        CurrentUser.name());
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasRole('ENGINEER')")
  void remove(@PathVariable String name) {
    devices.remove(name, CurrentUser.name());
  }

  record NewDevice(
      @Nullable String name, @Nullable List<String> points, @Nullable String certificateSha256) {}
}
