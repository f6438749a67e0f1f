package org.ronghe.engines.rule.feel;

import org.jspecify.annotations.Nullable;

/// A compiled expression: gives its value in a frame and never throws for what FEEL calls null.
@FunctionalInterface
public interface Node {
  @Nullable Object value(Frame frame);

  /// A node that is always the same.
  record Fixed(@Nullable Object constant) implements Node {
    @Override
    public @Nullable Object value(Frame frame) {
      return constant;
    }
  }

  /// A variable of the frame that holds it.
  record Slot(int up, int slot) implements Node {
    @Override
    public @Nullable Object value(Frame frame) {
      Frame at = frame;
      for (int i = 0; i < up; i++) {
        at = at.outer();
      }
      return at.get(slot);
    }
  }
}
