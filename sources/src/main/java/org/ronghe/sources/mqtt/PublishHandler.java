package org.ronghe.sources.mqtt;

import com.hivemq.mqtt.handler.disconnect.MqttServerDisconnector;
import com.hivemq.mqtt.message.QoS;
import com.hivemq.mqtt.message.disconnect.DISCONNECT;
import com.hivemq.mqtt.message.mqtt5.Mqtt5UserProperties;
import com.hivemq.mqtt.message.puback.PUBACK;
import com.hivemq.mqtt.message.publish.PUBLISH;
import com.hivemq.mqtt.message.pubrec.PUBREC;
import com.hivemq.mqtt.message.reason.Mqtt5DisconnectReasonCode;
import com.hivemq.mqtt.message.reason.Mqtt5PubAckReasonCode;
import com.hivemq.mqtt.message.reason.Mqtt5PubRecReasonCode;
import com.hivemq.persistence.qos.IncomingMessageFlowPersistence;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayDeque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Stands in a connection's pipeline before the broker's own publish handling and takes every
/// PUBLISH: nothing is relayed, all goes to the county. Acknowledges in the order received
/// (MQTT-4.6.0-2), each once its readings are durable, however many are under way; reads no more
/// from a connection that has too much under way. All fields belong to the connection's event loop.
final class PublishHandler extends ChannelInboundHandlerAdapter {
  /// Messages under way on one connection at which we stop reading from it.
  private static final int MOST_PENDING = 5_000;

  private static final long MOST_PENDING_BYTES = 16L << 20;

  /// Payload bytes under way on all connections at which those that have a share read no more.
  private static final long MOST_PENDING_BYTES_OF_ALL = 32L << 20;

  private final String clientId;
  private final MessageDoor door;
  private final AtomicLong bytesOfAll;
  private final ConnectionCounts counts;
  private final IncomingMessageFlowPersistence exactlyOnce;
  private final MqttServerDisconnector disconnector;
  private final MicrosecondClock clock;

  private final ArrayDeque<Pending> pending = new ArrayDeque<>();
  private final AtomicBoolean drainWanted = new AtomicBoolean();
  private long pendingBytes;
  private boolean paused;
  private boolean farewell;
  private boolean lost;

  PublishHandler(
      String clientId,
      MessageDoor door,
      AtomicLong bytesOfAll,
      ConnectionCounts counts,
      IncomingMessageFlowPersistence exactlyOnce,
      MqttServerDisconnector disconnector,
      MicrosecondClock clock) {
    this.clientId = clientId;
    this.door = door;
    this.bytesOfAll = bytesOfAll;
    this.counts = counts;
    this.exactlyOnce = exactlyOnce;
    this.disconnector = disconnector;
    this.clock = clock;
  }

  /// A message whose readings are not yet durable.
  private static final class Pending {
    final PUBLISH publish;
    final int bytes;
    volatile @Nullable Answer answer;
    volatile @Nullable Throwable failure;

    Pending(PUBLISH publish, int bytes) {
      this.publish = publish;
      this.bytes = bytes;
    }

    boolean isDone() {
      return answer != null || failure != null;
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    switch (message) {
      case PUBLISH publish -> take(context, publish);
      case DISCONNECT disconnect -> {
        farewell =
            disconnect.getReasonCode() != Mqtt5DisconnectReasonCode.DISCONNECT_WITH_WILL_MESSAGE;
        context.fireChannelRead(message);
      }
      default -> context.fireChannelRead(message);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    door.gone(farewell, clock.now_us());
    counts.gone();
    context.fireChannelInactive();
  }

  private void take(ChannelHandlerContext context, PUBLISH publish) {
    if (lost) {
      return;
    }
    boolean second = publish.getQoS() == QoS.EXACTLY_ONCE;
    if (second && exactlyOnce.get(clientId, publish.getPacketIdentifier()) instanceof PUBLISH) {
      context.writeAndFlush(new PUBREC(publish.getPacketIdentifier()));
      return;
    }
    byte[] payload = publish.getPayload() == null ? new byte[0] : publish.getPayload();
    counts.received(payload.length);
    var mine = new Pending(publish, payload.length);
    pending.add(mine);
    pendingBytes += mine.bytes;
    long ofAll = bytesOfAll.addAndGet(mine.bytes);
    CompletionStage<Answer> answer = door.take(publish.getTopic(), payload, clock.now_us());
    answer.whenComplete((said, failure) -> {
      mine.answer = said;
      mine.failure = failure;
      if (drainWanted.compareAndSet(false, true)) {
        context.executor().execute(() -> drain(context));
      }
    });
    boolean much = pending.size() >= MOST_PENDING || pendingBytes >= MOST_PENDING_BYTES;
    if (!paused && (much || ofAll >= MOST_PENDING_BYTES_OF_ALL)) {
      paused = true;
      context.channel().config().setAutoRead(false);
    }
  }

  private void drain(ChannelHandlerContext context) {
    drainWanted.set(false);
    boolean written = false;
    for (Pending next = pending.peek(); next != null && next.isDone(); next = pending.peek()) {
      pending.remove();
      pendingBytes -= next.bytes;
      Answer answer = next.answer;
      if (answer == null) {
        lose(context);
        break;
      }
      counts.answered(answer);
      written |= acknowledge(context, next.publish, answer);
    }
    if (written) {
      context.flush();
    }
    if (paused && pending.size() < MOST_PENDING / 2 && pendingBytes < MOST_PENDING_BYTES / 2) {
      paused = false;
      context.channel().config().setAutoRead(true);
    }
  }

  /// The store is lost: a PUBACK of any code would make the device forget the message, so we part
  /// without one and the device sends it again.
  private void lose(ChannelHandlerContext context) {
    lost = true;
    pending.clear();
    disconnector.disconnect(
        context.channel(),
        null,
        "readings could not be stored",
        Mqtt5DisconnectReasonCode.UNSPECIFIED_ERROR,
        "readings could not be stored and were not acknowledged: send them again");
  }

  private boolean acknowledge(ChannelHandlerContext context, PUBLISH publish, Answer answer) {
    int id = publish.getPacketIdentifier();
    return switch (publish.getQoS()) {
      case AT_MOST_ONCE -> false;
      case AT_LEAST_ONCE -> {
        context.write(
            new PUBACK(
                id,
                switch (answer.verdict()) {
                  case TAKEN -> Mqtt5PubAckReasonCode.SUCCESS;
                  case REFUSED -> Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID;
                  case NOT_ALLOWED -> Mqtt5PubAckReasonCode.NOT_AUTHORIZED;
                  case NO_SUCH_TOPIC -> Mqtt5PubAckReasonCode.TOPIC_NAME_INVALID;
                },
                answer.reason(),
                Mqtt5UserProperties.NO_USER_PROPERTIES));
        yield true;
      }
      case EXACTLY_ONCE -> {
        if (answer.verdict() == Answer.Verdict.TAKEN) {
          exactlyOnce.addOrReplace(clientId, id, publish);
        }
        context.write(
            new PUBREC(
                id,
                switch (answer.verdict()) {
                  case TAKEN -> Mqtt5PubRecReasonCode.SUCCESS;
                  case REFUSED -> Mqtt5PubRecReasonCode.PAYLOAD_FORMAT_INVALID;
                  case NOT_ALLOWED -> Mqtt5PubRecReasonCode.NOT_AUTHORIZED;
                  case NO_SUCH_TOPIC -> Mqtt5PubRecReasonCode.TOPIC_NAME_INVALID;
                },
                answer.reason(),
                Mqtt5UserProperties.NO_USER_PROPERTIES));
        yield true;
      }
    };
  }
}
