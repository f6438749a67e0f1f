package org.ronghe.sources.sparkplug;

/// Datatype codes of Sparkplug B (section 6.4.16), as far as a reading can have them.
final class Datatype {
  static final int INT8 = 1;
  static final int INT16 = 2;
  static final int INT32 = 3;
  static final int INT64 = 4;
  static final int UINT8 = 5;
  static final int UINT16 = 6;
  static final int UINT32 = 7;
  static final int UINT64 = 8;
  static final int FLOAT = 9;
  static final int DOUBLE = 10;
  static final int BOOLEAN = 11;
  static final int STRING = 12;
  static final int DATE_TIME = 13;
  static final int TEXT = 14;
  static final int UUID = 15;

  private Datatype() {}

  static boolean isText(int datatype) {
    return datatype == STRING || datatype == TEXT || datatype == UUID;
  }

  static boolean isNumber(int datatype) {
    return datatype >= INT8 && datatype <= BOOLEAN || datatype == DATE_TIME;
  }

  /// The number that the bits on the wire stand for: signed types come as two's complement.
  static double number(int datatype, Metric metric) {
    long bits = metric.bits();
    return switch (datatype) {
      case INT8 -> (byte) bits;
      case INT16 -> (short) bits;
      case INT32 -> (int) bits;
      case INT64, DATE_TIME, BOOLEAN, UINT8, UINT16, UINT32 -> bits;
      case UINT64 -> unsigned(bits);
      default -> metric.number();
    };
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : (bits >>> 1 | bits & 1) * 2.0;
  }
}
