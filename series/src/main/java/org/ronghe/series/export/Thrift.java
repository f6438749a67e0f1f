package org.ronghe.series.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// As much of Thrift's compact protocol as the headers of a Parquet file need.
final class Thrift {
  static final int I32 = 5;
  static final int I64 = 6;
  static final int BINARY = 8;
  static final int STRUCT = 12;
  private static final int LIST = 9;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int[] lastField = new int[8];
  private int depth;

  Thrift i32(int field, int value) {
    head(field, I32);
    return zigzag(value);
  }

  Thrift i64(int field, long value) {
    head(field, I64);
    return zigzag(value);
  }

  Thrift text(int field, String value) {
    head(field, BINARY);
    return element(value);
  }

  /// Starts a list; its elements follow by [#element(int)], [#element(String)] or structs.
  Thrift list(int field, int elementType, int size) {
    head(field, LIST);
    if (size < 15) {
      out.write(size << 4 | elementType);
    } else {
      out.write(0xF0 | elementType);
      varint(size);
    }
    return this;
  }

  Thrift element(int value) {
    return zigzag(value);
  }

  Thrift element(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    varint(utf8.length);
    out.writeBytes(utf8);
    return this;
  }

  /// Starts a struct that is a field.
  Thrift struct(int field) {
    head(field, STRUCT);
    return struct();
  }

  /// Starts a struct that is an element of a list.
  Thrift struct() {
    depth++;
    lastField[depth] = 0;
    return this;
  }

  /// Ends a struct; also the outermost one.
  Thrift end() {
    out.write(0);
    depth--;
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private void head(int field, int type) {
    int step = field - lastField[depth];
    out.write(step << 4 | type);
    lastField[depth] = field;
  }

  private Thrift zigzag(long value) {
    varint(value << 1 ^ value >> 63);
    return this;
  }

  private void varint(long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.write((int) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }
}
