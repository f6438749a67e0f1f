package org.ronghe.sources.sparkplug;

import java.util.Optional;

/// `spBv1.0/{group}/{kind}/{node}[/{device}]`.
///
/// @param device empty for messages of the node itself
public record SparkplugTopic(String group, Kind kind, String node, String device) {
  /// First level of every Sparkplug B topic, with the slash.
  public static final String PREFIX = "spBv1.0/";

  /// Messages that edge nodes send.
  public enum Kind {
    NBIRTH,
    NDATA,
    NDEATH,
    DBIRTH,
    DDATA,
    DDEATH;

    boolean ofDevice() {
      return this == DBIRTH || this == DDATA || this == DDEATH;
    }
  }

  /// The topic's parts, or empty when it is none that an edge node sends to.
  public static Optional<SparkplugTopic> of(String topic) {
    String[] parts = topic.split("/", -1);
    if (parts.length < 4 || parts.length > 5 || !topic.startsWith(PREFIX)) {
      return Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (kind.name().equals(parts[2]) && kind.ofDevice() == (parts.length == 5)) {
        String device = parts.length == 5 ? parts[4] : "";
        return Optional.of(new SparkplugTopic(parts[1], kind, parts[3], device));
      }
    }
    return Optional.empty();
  }

  /// Where the node listens for commands.
  public String commandTopic() {
    return PREFIX + group + "/NCMD/" + node;
  }
}
