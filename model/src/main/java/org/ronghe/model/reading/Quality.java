package org.ronghe.model.reading;

import java.util.Locale;
import java.util.Optional;

/// How far a value can be trusted, with the reason, after OPC UA Part 8 (DataAccess) status codes.
///
/// The order of constants is stored: append only.
public enum Quality {
  GOOD,
  GOOD_LOCAL_OVERRIDE,
  UNCERTAIN,
  UNCERTAIN_LAST_USABLE_VALUE,
  UNCERTAIN_SENSOR_NOT_ACCURATE,
  UNCERTAIN_OUT_OF_RANGE,
  UNCERTAIN_SUB_NORMAL,
  /// The source clock disagrees with ours by more than the setting; not an OPC UA reason.
  UNCERTAIN_CLOCK,
  BAD,
  BAD_CONFIGURATION,
  BAD_NOT_CONNECTED,
  BAD_DEVICE_FAILURE,
  BAD_SENSOR_FAILURE,
  BAD_NO_COMMUNICATION,
  BAD_OUT_OF_SERVICE,
  BAD_NO_VALUE;

  private static final Quality[] ALL = values();

  /// The quality stored as `code` (its ordinal).
  public static Quality ofOrdinal(int code) {
    return ALL[code];
  }

  /// Text in files and messages: lower case with `-`, e.g. `bad-sensor-failure`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The quality with this text code (case does not matter), or empty.
  public static Optional<Quality> ofCode(String text) {
    String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
    for (Quality quality : ALL) {
      if (quality.name().equals(wanted)) {
        return Optional.of(quality);
      }
    }
    return Optional.empty();
  }

  public boolean isGood() {
    return this == GOOD || this == GOOD_LOCAL_OVERRIDE;
  }

  public boolean isBad() {
    return ordinal() >= BAD.ordinal();
  }

  public boolean isUncertain() {
    return !isGood() && !isBad();
  }
}
