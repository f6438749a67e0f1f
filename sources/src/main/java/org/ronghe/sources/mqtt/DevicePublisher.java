package org.ronghe.sources.mqtt;

import com.hivemq.extension.sdk.api.packets.general.Qos;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import com.hivemq.extension.sdk.api.services.publish.Publish;
import com.hivemq.extension.sdk.api.services.publish.PublishService;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.ronghe.model.reading.Receipt;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What we say to devices: what was refused, on `ronghe/v1/{device}/receipts`, and commands to edge
/// nodes.
final class DevicePublisher {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MOST_REJECTIONS = 100;
  private static final long KEPT_S = 3600;

  private final PublishService publisher;

  DevicePublisher(PublishService publisher) {
    this.publisher = publisher;
  }

  void publish(String device, String topic, Receipt receipt) {
    Publish message =
        Builders.publish()
            .topic("ronghe/v1/" + device + "/receipts")
            .qos(Qos.AT_LEAST_ONCE)
            .messageExpiryInterval(KEPT_S)
            .contentType("application/json")
            .payload(ByteBuffer.wrap(json(topic, receipt)))
            .build();
    publisher.publish(message);
  }

  /// Sends a Sparkplug command to an edge node.
  void command(String topic, byte[] message) {
    publisher.publish(
        Builders.publish()
            .topic(topic)
            .qos(Qos.AT_MOST_ONCE)
            .payload(ByteBuffer.wrap(message))
            .build());
  }

  static byte[] json(String topic, Receipt receipt) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("topic", topic);
      json.writeNumberProperty("sent", Answer.sent(receipt));
      json.writeNumberProperty("stored", receipt.stored());
      json.writeNumberProperty("duplicate", receipt.duplicate());
      json.writeNumberProperty("flagged", receipt.flagged());
      json.writeNumberProperty("quarantined", receipt.quarantined());
      json.writeNumberProperty("rejected", receipt.rejected());
      json.writeArrayPropertyStart("rejections");
      List<Receipt.Rejection> shown = receipt.rejections();
      for (Receipt.Rejection r : shown.subList(0, Math.min(shown.size(), MOST_REJECTIONS))) {
        json.writeStartObject();
        json.writeNumberProperty("index", r.index());
        json.writeStringProperty("point", r.point());
        json.writeStringProperty("code", r.code());
        json.writeStringProperty("value", r.value());
        json.writeStringProperty("message", r.message());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
