package org.ronghe.sources.sparkplug;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.SentReading;
import org.ronghe.sources.payload.PayloadError;
import org.ronghe.sources.payload.PayloadFault;
import org.ronghe.sources.payload.ReadingPayload;

/// What one connection's edge nodes have told us so far: who is born, under which aliases, at which
/// sequence number. Pure but for this memory; used by one thread at a time.
public final class SparkplugSession {
  private static final long REBIRTH_EVERY_us = 10_000_000;
  private static final int SEQUENCE = 256;

  private final Map<String, Node> nodes = new HashMap<>();

  /// What a message comes to.
  ///
  /// @param live readings of now
  /// @param historical readings a node kept while it was away
  /// @param rebirth a command for the node's command topic; null when none is due
  public record Taken(ReadingPayload live, ReadingPayload historical, byte @Nullable [] rebirth) {}

  private static final class Node {
    boolean born;
    long seq;
    long bdSeq = -1;
    long asked_us = Long.MIN_VALUE / 2;
    final Map<Long, Known> byAlias = new HashMap<>();
    final Map<String, Integer> datatypes = new HashMap<>();
    final Map<String, Set<String>> pointsByDevice = new HashMap<>();
  }

  private record Known(String name, int datatype) {}

  /// Takes one message.
  public Taken take(SparkplugTopic topic, byte[] bytes, long now_us) {
    SparkplugMessage message;
    try {
      if (bytes.length > ReadingPayload.MAX_BYTES) {
        return refused(bytes.length + " bytes", PayloadFault.TOO_LARGE);
      }
      message = SparkplugMessage.read(bytes);
    } catch (IOException e) {
      return refused(String.valueOf(e.getMessage()), PayloadFault.NOT_SPARKPLUG);
    }
    String key = topic.group() + "/" + topic.node();
    Node node = nodes.computeIfAbsent(key, _ -> new Node());
    return switch (topic.kind()) {
      case NBIRTH -> birth(node, message, now_us);
      case DBIRTH -> {
        boolean gap = outOfStep(node, message);
        learn(node, topic.device(), message);
        yield readings(node, message, now_us, gap);
      }
      case NDATA, DDATA -> readings(node, message, now_us, outOfStep(node, message));
      case NDEATH -> {
        Metric bdSeq = message.find("bdSeq");
        boolean stale = bdSeq != null && node.bdSeq >= 0 && bdSeq.bits() != node.bdSeq;
        yield new Taken(stale ? empty() : dead(node, now_us), empty(), null);
      }
      case DDEATH -> {
        boolean gap = outOfStep(node, message);
        Set<String> points = node.pointsByDevice.getOrDefault(topic.device(), Set.of());
        yield new Taken(notConnected(points, now_us), empty(), rebirth(node, gap, now_us));
      }
    };
  }

  /// The connection is gone: every node that was born on it is dead.
  public ReadingPayload lost(long now_us) {
    List<SentReading> all = new ArrayList<>();
    nodes.values().forEach(node -> all.addAll(dead(node, now_us).readings()));
    return payload(all, List.of());
  }

  private Taken birth(Node node, SparkplugMessage message, long now_us) {
    node.born = true;
    node.seq = message.seq() < 0 ? 0 : message.seq();
    node.asked_us = Long.MIN_VALUE / 2;
    Metric bdSeq = message.find("bdSeq");
    node.bdSeq = bdSeq == null ? -1 : bdSeq.bits();
    node.byAlias.clear();
    node.datatypes.clear();
    node.pointsByDevice.clear();
    learn(node, "", message);
    return readings(node, message, now_us, false);
  }

  private static void learn(Node node, String device, SparkplugMessage message) {
    Set<String> points = new LinkedHashSet<>();
    for (Metric metric : message.metrics()) {
      String name = metric.name();
      if (name != null) {
        node.datatypes.put(name, metric.datatype());
        if (metric.alias() >= 0) {
          node.byAlias.put(metric.alias(), new Known(name, metric.datatype()));
        }
        if (!MetricReading.isAside(name)) {
          points.add(MetricReading.point(name));
        }
      }
    }
    node.pointsByDevice.put(device, points);
  }

  private Taken readings(Node node, SparkplugMessage message, long now_us, boolean gap) {
    var live = new Sorted();
    var historical = new Sorted();
    boolean unknown = false;
    int index = 0;
    for (Metric metric : message.metrics()) {
      Known known = known(node, metric);
      if (known == null) {
        unknown = true;
        live.errors.add(
            new PayloadError(
                index,
                "",
                "alias",
                Long.toString(metric.alias()),
                PayloadFault.UNKNOWN_ALIAS,
                "the birth certificate is missing: send it again"));
      } else if (!MetricReading.isAside(known.name())) {
        Sorted here = metric.historical() ? historical : live;
        MetricReading.of(
            metric, known.name(), known.datatype(), message.timestamp_ms(), index, now_us, here);
      }
      index++;
    }
    byte[] rebirth = rebirth(node, gap || unknown || !node.born, now_us);
    return new Taken(live.payload(), historical.payload(), rebirth);
  }

  private static @Nullable Known known(Node node, Metric metric) {
    String name = metric.name();
    if (name != null && !name.isEmpty()) {
      int datatype =
          metric.datatype() != 0 ? metric.datatype() : node.datatypes.getOrDefault(name, 0);
      return new Known(name, datatype);
    }
    Known known = node.byAlias.get(metric.alias());
    return known == null || metric.datatype() == 0
        ? known
        : new Known(known.name(), metric.datatype());
  }

  /// True when a message of a born node does not follow the one before (0 follows 255).
  private static boolean outOfStep(Node node, SparkplugMessage message) {
    if (message.seq() < 0) {
      return false;
    }
    boolean gap = node.born && message.seq() != (node.seq + 1) % SEQUENCE;
    node.seq = message.seq();
    return gap;
  }

  private static byte @Nullable [] rebirth(Node node, boolean wanted, long now_us) {
    if (!wanted || now_us - node.asked_us < REBIRTH_EVERY_us) {
      return null;
    }
    node.asked_us = now_us;
    return SparkplugMessage.rebirth(now_us / 1_000);
  }

  private static ReadingPayload dead(Node node, long now_us) {
    if (!node.born) {
      return empty();
    }
    node.born = false;
    Set<String> points = new LinkedHashSet<>();
    node.pointsByDevice.values().forEach(points::addAll);
    return notConnected(points, now_us);
  }

  private static ReadingPayload notConnected(Set<String> points, long now_us) {
    List<SentReading> readings = new ArrayList<>();
    for (String point : points) {
      readings.add(new SentReading(point, now_us, Double.NaN, null, Quality.BAD_NOT_CONNECTED));
    }
    return payload(readings, List.of());
  }

  private static Taken refused(String value, PayloadFault fault) {
    List<PayloadError> one = List.of(new PayloadError(0, "", "", value, fault, null));
    return new Taken(payload(List.of(), one), empty(), null);
  }

  private static ReadingPayload empty() {
    return payload(List.of(), List.of());
  }

  private static ReadingPayload payload(List<SentReading> readings, List<PayloadError> errors) {
    List<Integer> indexes = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      indexes.add(i);
    }
    return new ReadingPayload(readings, indexes, errors);
  }

  /// Readings and faults of one message, with their places in it.
  static final class Sorted {
    final List<SentReading> readings = new ArrayList<>();
    final List<Integer> indexes = new ArrayList<>();
    final List<PayloadError> errors = new ArrayList<>();

    void add(int index, SentReading reading) {
      readings.add(reading);
      indexes.add(index);
    }

    ReadingPayload payload() {
      return new ReadingPayload(readings, indexes, errors);
    }
  }
}
