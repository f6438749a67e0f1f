package org.ronghe.server.backup;

import java.util.Map;

/// What a backup says of itself; its last entry, `manifest.json`.
///
/// @param format of the data folder it was made from
/// @param postgres major version of the cluster in it
/// @param createdAt ISO-8601
/// @param files SHA-256 in hex by entry name
public record Manifest(int format, String postgres, String createdAt, Map<String, String> files) {
  static final String ENTRY = "manifest.json";

  public Manifest {
    files = Map.copyOf(files);
  }
}
