package org.ronghe.sources.mqtt;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.device.Device;
import org.ronghe.model.reading.Batch;
import org.ronghe.model.reading.Receipt;
import org.ronghe.sources.payload.JsonPayload;
import org.ronghe.sources.payload.ReadingDoor;
import org.ronghe.sources.payload.ReadingPayload;
import org.ronghe.sources.sparkplug.SparkplugSession;
import org.ronghe.sources.sparkplug.SparkplugTopic;

/// Takes one connection's messages by topic.
final class MessageDoor {
  private final Device device;
  private final String prefix;
  private final ReadingDoor door;
  private final DevicePublisher toDevice;
  private final @Nullable Will will;
  private final SparkplugSession sparkplug = new SparkplugSession();

  /// What the device wants said when it is lost.
  record Will(String topic, byte[] message) {}

  MessageDoor(Device device, @Nullable Will will, ReadingDoor door, DevicePublisher toDevice) {
    this.device = device;
    this.prefix = "ronghe/v1/" + device.name() + "/";
    this.will = will;
    this.door = door;
    this.toDevice = toDevice;
  }

  Device device() {
    return device;
  }

  /// Completes when what the message says is durable; exceptionally when the store is lost.
  CompletionStage<Answer> take(String topic, byte[] message, long receiveTime_us) {
    if (topic.startsWith(SparkplugTopic.PREFIX)) {
      return SparkplugTopic.of(topic)
          .map(parts -> takeSparkplug(topic, parts, message, receiveTime_us))
          .orElseGet(
              () -> no(Answer.Verdict.NO_SUCH_TOPIC, "edge nodes send NBIRTH, NDATA, NDEATH, D…"));
    }
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
    if (!farewell && will != null && !will.topic().startsWith(SparkplugTopic.PREFIX)) {
      var _ = take(will.topic(), will.message(), now_us);
    }
    ReadingPayload dead = sparkplug.lost(now_us);
    if (!dead.readings().isEmpty()) {
      var _ = door.accept(device, Batch.Door.SPARKPLUG, dead, now_us);
    }
  }

  private CompletionStage<Answer> takeSparkplug(
      String topic, SparkplugTopic parts, byte[] message, long now_us) {
    if (!parts.node().equals(device.name())) {
      return no(Answer.Verdict.NOT_ALLOWED, "the edge node must be named " + device.name());
    }
    SparkplugSession.Taken taken = sparkplug.take(parts, message, now_us);
    if (taken.rebirth() != null) {
      toDevice.command(parts.commandTopic(), taken.rebirth());
    }
    CompletionStage<Receipt> live = door.accept(device, Batch.Door.SPARKPLUG, taken.live(), now_us);
    if (taken.historical().readings().isEmpty() && taken.historical().errors().isEmpty()) {
      return live.thenApply(receipt -> answer(topic, receipt));
    }
    return door.acceptRecorded(device, Batch.Door.SPARKPLUG, taken.historical(), now_us)
        .thenCombine(live, MessageDoor::sum)
        .thenApply(receipt -> answer(topic, receipt));
  }

  private static Receipt sum(Receipt a, Receipt b) {
    return new Receipt(
        a.stored() + b.stored(),
        a.duplicate() + b.duplicate(),
        a.flagged() + b.flagged(),
        a.quarantined() + b.quarantined(),
        a.rejected() + b.rejected(),
        Stream.concat(a.rejections().stream(), b.rejections().stream()).toList());
  }

  private CompletionStage<Answer> store(String topic, ReadingPayload payload, long receiveTime_us) {
    return door.accept(device, Batch.Door.MQTT, payload, receiveTime_us)
        .thenApply(receipt -> answer(topic, receipt));
  }

  private Answer answer(String topic, Receipt receipt) {
    if (receipt.rejected() > 0) {
      toDevice.publish(device.name(), topic, receipt);
    }
    return Answer.of(receipt);
  }

  private static CompletionStage<Answer> no(Answer.Verdict verdict, String reason) {
    return CompletableFuture.completedStage(new Answer(verdict, reason));
  }
}
