package org.ronghe.series.questdb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.SentReading;

/// The bytes of one group of readings in the journal.
final class Frame {
  private static final int ROW_BYTES = 25;
  private static final int HELD_BYTES = 8 + 1 + 8 + 8 + 8 + 1 + 3 * 4;

  private ByteBuffer bytes = ByteBuffer.allocateDirect(64 * 1024);

  /// The rows from number `from` on and the readings held back; valid until the next call.
  ByteBuffer write(Rows rows, int from, List<Held> held) {
    int rowCount = rows.size() - from;
    List<HeldText> texts = held.stream().map(HeldText::of).toList();
    int size = 8 + rowCount * ROW_BYTES;
    for (HeldText text : texts) {
      size += HELD_BYTES + text.length();
    }
    if (bytes.capacity() < size) {
      bytes = ByteBuffer.allocateDirect(Math.max(size, bytes.capacity() * 2));
    }
    bytes.clear().putInt(rowCount);
    for (int row = from; row < rows.size(); row++) {
      bytes.putInt(rows.point[row]).putLong(rows.time_us[row]).putInt(rows.delay[row]);
      bytes.putDouble(rows.value[row]).put(rows.quality[row]);
    }
    bytes.putInt(held.size());
    for (int at = 0; at < held.size(); at++) {
      Held one = held.get(at);
      SentReading sent = one.sent();
      bytes.putLong(one.number()).put((byte) (one.replay() ? 1 : 0));
      bytes.putLong(one.receiveTime_us()).putLong(sent.sourceTime_us()).putDouble(sent.value());
      bytes.put((byte) sent.quality().ordinal());
      texts.get(at).write(bytes);
    }
    return bytes.flip();
  }

  /// Reads a frame back.
  static void read(ByteBuffer in, Rows into, Consumer<Held> held) {
    int rowCount = in.getInt();
    for (int row = 0; row < rowCount; row++) {
      int code = in.getInt();
      long time_us = in.getLong();
      int delay = in.getInt();
      into.add(code, time_us, delay, in.getDouble(), in.get());
    }
    int heldCount = in.getInt();
    for (int at = 0; at < heldCount; at++) {
      held.accept(readHeld(in));
    }
  }

  private static Held readHeld(ByteBuffer in) {
    long number = in.getLong();
    boolean replay = in.get() == 1;
    long receive_us = in.getLong();
    long time_us = in.getLong();
    double value = in.getDouble();
    Quality quality = Quality.ofOrdinal(in.get());
    String device = text(in);
    String point = text(in);
    String text = in.getInt(in.position()) < 0 ? noText(in) : text(in);
    return new Held(
        number, device, replay, receive_us, new SentReading(point, time_us, value, text, quality));
  }

  private static @Nullable String noText(ByteBuffer in) {
    in.getInt();
    return null;
  }

  private static String text(ByteBuffer in) {
    byte[] utf8 = new byte[in.getInt()];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private record HeldText(byte[] device, byte[] point, byte @Nullable [] text) {
    static HeldText of(Held held) {
      String text = held.sent().text();
      return new HeldText(
          held.device().getBytes(StandardCharsets.UTF_8),
          held.sent().point().getBytes(StandardCharsets.UTF_8),
          text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    int length() {
      return device.length + point.length + (text == null ? 0 : text.length);
    }

    void write(ByteBuffer out) {
      out.putInt(device.length).put(device).putInt(point.length).put(point);
      if (text == null) {
        out.putInt(-1);
      } else {
        out.putInt(text.length).put(text);
      }
    }
  }
}
