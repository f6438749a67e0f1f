package org.ronghe.engines.rule.feel;

import org.jspecify.annotations.Nullable;

/// Logic with a third value, unknown, which is null.
final class Truth {
  private Truth() {}

  static @Nullable Object and(@Nullable Object left, Node right, Frame frame) {
    if (Boolean.FALSE.equals(left)) {
      return false;
    }
    Object other = right.value(frame);
    if (Boolean.FALSE.equals(other)) {
      return false;
    }
    return left instanceof Boolean && other instanceof Boolean ? true : null;
  }

  static @Nullable Object or(@Nullable Object left, Node right, Frame frame) {
    if (Boolean.TRUE.equals(left)) {
      return true;
    }
    Object other = right.value(frame);
    if (Boolean.TRUE.equals(other)) {
      return true;
    }
    return left instanceof Boolean && other instanceof Boolean ? false : null;
  }

  static @Nullable Boolean not(@Nullable Boolean value) {
    return value == null ? null : !value;
  }
}
