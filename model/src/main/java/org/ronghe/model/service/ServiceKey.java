package org.ronghe.model.service;

import org.ronghe.model.measure.Require;

/// Which service, in which version; a case pins it for its life.
public record ServiceKey(String id, String version) {
  public ServiceKey {
    Require.filled(id, "service");
    Require.filled(version, "version");
  }

  @Override
  public String toString() {
    return id + "@" + version;
  }
}
