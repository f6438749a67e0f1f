package org.ronghe.sources.mqtt;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.device.Device;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Receipt;
import org.ronghe.sources.payload.JsonPayload;
import org.ronghe.sources.payload.ReadingDoor;
import org.ronghe.sources.payload.ReadingPayload;

/// Takes one connection's messages by topic.
final class MessageDoor {
  private final Device device;
  private final String prefix;
  private final ReadingDoor door;
  private final ReceiptPublisher receipts;
  private final @Nullable Will will;

  /// What the device wants said when it is lost.
  record Will(String topic, byte[] message) {}

  MessageDoor(Device device, @Nullable Will will, ReadingDoor door, ReceiptPublisher receipts) {
    this.device = device;
    this.prefix = "ronghe/v1/" + device.name() + "/";
    this.will = will;
    this.door = door;
    this.receipts = receipts;
  }

  Device device() {
    return device;
  }

  /// Completes when what the message says is durable; exceptionally when the store is lost.
  CompletionStage<Answer> take(String topic, byte[] message, long receiveTime_us) {
    if (!topic.startsWith(prefix)) {
      return no(Answer.Verdict.NOT_ALLOWED, "publish under " + prefix);
    }
    String rest = topic.substring(prefix.length());
    if (rest.equals("readings")) {
      return store(topic, JsonPayload.read(message, receiveTime_us), receiveTime_us);
    }
    if (rest.startsWith("points/")) {
      String point = rest.substring("points/".length());
      return store(topic, JsonPayload.readPoint(message, point, receiveTime_us), receiveTime_us);
    }
    return no(
        Answer.Verdict.NO_SUCH_TOPIC,
        "publish to " + prefix + "readings or " + prefix + "points/{id}");
  }

  /// The connection has ended.
  ///
  /// @param farewell true when the device said goodbye
  void gone(boolean farewell, long now_us) {
    if (!farewell && will != null) {
      take(will.topic(), will.message(), now_us);
    }
  }

  private CompletionStage<Answer> store(String topic, ReadingPayload payload, long receiveTime_us) {
    return door.accept(device, Batch.Door.MQTT, payload, receiveTime_us)
        .thenApply(receipt -> answer(topic, receipt));
  }

  private Answer answer(String topic, Receipt receipt) {
    if (receipt.rejected() > 0) {
      receipts.publish(device.name(), topic, receipt);
    }
    return Answer.of(receipt);
  }

  private static CompletionStage<Answer> no(Answer.Verdict verdict, String reason) {
    return CompletableFuture.completedStage(new Answer(verdict, reason));
  }
}
