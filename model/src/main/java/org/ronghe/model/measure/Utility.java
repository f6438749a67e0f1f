package org.ronghe.model.measure;

import java.util.Locale;
import java.util.Optional;

/// The lines a county runs (管线). Order and codes are stable: they are stored and shown in legends.
public enum Utility {
  WATER,
  SEWER,
  DRAINAGE,
  GAS,
  HEAT,
  POWER,
  TELECOM,
  TUNNEL;

  /// The code used in files, URLs and the database: lower case, e.g. `water`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The utility with this code, or empty when there is none.
  public static Optional<Utility> ofCode(String code) {
    for (Utility utility : values()) {
      if (utility.code().equals(code)) {
        return Optional.of(utility);
      }
    }
    return Optional.empty();
  }
}
