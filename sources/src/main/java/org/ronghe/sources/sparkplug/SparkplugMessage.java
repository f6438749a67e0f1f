package org.ronghe.sources.sparkplug;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.sources.payload.ReadingPayload;

/// A Sparkplug B message, read field by field from the protocol buffers wire format by the field
/// numbers that the specification fixes (section 6.4). What we do not need is skipped.
///
/// @param timestamp_ms -1 for none
/// @param seq -1 for none
record SparkplugMessage(long timestamp_ms, long seq, List<Metric> metrics) {
  private static final int PAYLOAD_TIMESTAMP = 1;
  private static final int PAYLOAD_METRIC = 2;
  private static final int PAYLOAD_SEQ = 3;
  private static final int NAME = 1;
  private static final int ALIAS = 2;
  private static final int TIMESTAMP = 3;
  private static final int DATATYPE = 4;
  private static final int HISTORICAL = 5;
  private static final int NULL = 7;
  private static final int PROPERTIES = 9;
  static final int INT_VALUE = 10;
  static final int LONG_VALUE = 11;
  static final int FLOAT_VALUE = 12;
  static final int DOUBLE_VALUE = 13;
  static final int BOOLEAN_VALUE = 14;
  static final int STRING_VALUE = 15;
  private static final int LAST_VALUE = 19;
  private static final int KEYS = 1;
  private static final int VALUES = 2;
  private static final int PROPERTY_INT = 3;
  private static final int PROPERTY_LONG = 4;

  SparkplugMessage {
    metrics = List.copyOf(metrics);
  }

  /// @throws IOException when the bytes are no such message
  static SparkplugMessage read(byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    long timestamp_ms = -1;
    long seq = -1;
    List<Metric> metrics = new ArrayList<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case PAYLOAD_TIMESTAMP -> timestamp_ms = in.readUInt64();
        case PAYLOAD_SEQ -> seq = in.readUInt64();
        case PAYLOAD_METRIC -> {
          if (metrics.size() >= ReadingPayload.MAX_READINGS) {
            throw new IOException("more than " + ReadingPayload.MAX_READINGS + " metrics");
          }
          int outer = in.pushLimit(in.readRawVarint32());
          metrics.add(metric(in));
          in.popLimit(outer);
        }
        default -> in.skipField(tag);
      }
    }
    return new SparkplugMessage(timestamp_ms, seq, metrics);
  }

  private static Metric metric(CodedInputStream in) throws IOException {
    String name = null;
    long alias = -1;
    long timestamp_ms = -1;
    int datatype = 0;
    boolean historical = false;
    boolean isNull = false;
    long bits = 0;
    double number = Double.NaN;
    String text = null;
    int field = 0;
    int quality = -1;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int fieldNumber = WireFormat.getTagFieldNumber(tag);
      if (fieldNumber >= INT_VALUE && fieldNumber <= LAST_VALUE) {
        field = fieldNumber;
      }
      switch (fieldNumber) {
        case NAME -> name = in.readString();
        case ALIAS -> alias = in.readUInt64();
        case TIMESTAMP -> timestamp_ms = in.readUInt64();
        case DATATYPE -> datatype = in.readUInt32();
        case HISTORICAL -> historical = in.readBool();
        case NULL -> isNull = in.readBool();
        case PROPERTIES -> {
          int outer = in.pushLimit(in.readRawVarint32());
          quality = quality(in);
          in.popLimit(outer);
        }
        case INT_VALUE -> bits = Integer.toUnsignedLong(in.readUInt32());
        case LONG_VALUE -> bits = in.readUInt64();
        case FLOAT_VALUE -> number = in.readFloat();
        case DOUBLE_VALUE -> number = in.readDouble();
        case BOOLEAN_VALUE -> bits = in.readBool() ? 1 : 0;
        case STRING_VALUE -> text = in.readString();
        default -> in.skipField(tag);
      }
    }
    return new Metric(
        name,
        alias,
        timestamp_ms,
        datatype,
        historical,
        isNull,
        bits,
        number,
        text,
        field,
        quality);
  }

  /// The value of the property named `Quality` in a property set; -1 for none.
  private static int quality(CodedInputStream in) throws IOException {
    List<String> keys = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case KEYS -> keys.add(in.readString());
        case VALUES -> {
          int outer = in.pushLimit(in.readRawVarint32());
          values.add(integer(in));
          in.popLimit(outer);
        }
        default -> in.skipField(tag);
      }
    }
    int place = keys.indexOf("Quality");
    return place < 0 || place >= values.size() ? -1 : values.get(place);
  }

  private static int integer(CodedInputStream in) throws IOException {
    long value = -1;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case PROPERTY_INT -> value = in.readUInt32();
        case PROPERTY_LONG -> value = in.readUInt64();
        default -> in.skipField(tag);
      }
    }
    return (int) value;
  }

  /// The command that asks a node to be born again.
  static byte[] rebirth(long now_ms) {
    var bytes = new ByteArrayOutputStream();
    var metric = new ByteArrayOutputStream();
    try {
      CodedOutputStream inner = CodedOutputStream.newInstance(metric);
      inner.writeString(NAME, "Node Control/Rebirth");
      inner.writeUInt64(TIMESTAMP, now_ms);
      inner.writeUInt32(DATATYPE, Datatype.BOOLEAN);
      inner.writeBool(BOOLEAN_VALUE, true);
      inner.flush();
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      out.writeUInt64(PAYLOAD_TIMESTAMP, now_ms);
      out.writeByteArray(PAYLOAD_METRIC, metric.toByteArray());
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory cannot fail to be written
    }
    return bytes.toByteArray();
  }

  /// The metric of this name, or null.
  @Nullable Metric find(String name) {
    for (Metric metric : metrics) {
      if (name.equals(metric.name())) {
        return metric;
      }
    }
    return null;
  }
}
