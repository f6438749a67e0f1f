package org.ronghe.model.service;

import org.ronghe.model.measure.Require;

/// Where something is said.
///
/// @param address of the page or document
public record Source(String id, String title, String address) {
  public Source {
    Require.filled(id, "source");
  }
}
