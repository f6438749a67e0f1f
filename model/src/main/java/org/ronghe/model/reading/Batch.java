package org.ronghe.model.reading;

import java.util.List;

/// What came in together: accepted, stored and acknowledged together.
///
/// @param device name of the sending device (for a replay: `replay:<mapping>`)
/// @param receiveTime_us when it reached us, microseconds since 1970-01-01T00:00Z
/// @param replay true for recorded logs: their old source times are no sign of a wrong clock
public record Batch(
    String device, Door door, long receiveTime_us, boolean replay, List<SentReading> readings) {
  public Batch {
    readings = List.copyOf(readings);
  }

  /// The ways in.
  public enum Door {
    MQTT,
    SPARKPLUG,
    HTTP,
    REPLAY
  }
}
