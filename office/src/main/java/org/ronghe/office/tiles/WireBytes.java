package org.ronghe.office.tiles;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing run of bytes in the protocol-buffer wire format: the few field kinds a tile needs.
final class WireBytes {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int DELIMITED = 2;

  private byte[] bytes;
  private int length;

  WireBytes(int capacity) {
    bytes = new byte[capacity];
  }

  WireBytes varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      put((byte) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
    return this;
  }

  /// Small for small numbers of either sign.
  WireBytes zigzag(int value) {
    return varint((value << 1 ^ value >> 31) & 0xFFFFFFFFL);
  }

  WireBytes varintField(int number, long value) {
    return varint((long) number << 3 | VARINT).varint(value);
  }

  WireBytes doubleField(int number, double value) {
    varint((long) number << 3 | FIXED64);
    long bits = Double.doubleToRawLongBits(value);
    for (int i = 0; i < 8; i++) {
      put((byte) (bits >>> 8 * i));
    }
    return this;
  }

  WireBytes textField(int number, String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return bytesField(number, encoded, encoded.length);
  }

  WireBytes field(int number, WireBytes content) {
    return bytesField(number, content.bytes, content.length);
  }

  private WireBytes bytesField(int number, byte[] content, int count) {
    varint((long) number << 3 | DELIMITED).varint(count);
    ensure(count);
    System.arraycopy(content, 0, bytes, length, count);
    length += count;
    return this;
  }

  void append(WireBytes other) {
    ensure(other.length);
    System.arraycopy(other.bytes, 0, bytes, length, other.length);
    length += other.length;
  }

  void clear() {
    length = 0;
  }

  boolean isEmpty() {
    return length == 0;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }

  private void put(byte value) {
    ensure(1);
    bytes[length++] = value;
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
