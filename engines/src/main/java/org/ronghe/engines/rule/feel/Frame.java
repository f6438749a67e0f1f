package org.ronghe.engines.rule.feel;

import org.jspecify.annotations.Nullable;

/// The variables of one evaluation, or of one call of a function in it. Not safe for threads.
public final class Frame {
  private final @Nullable Object[] slots;
  private final @Nullable Frame outer;
  private final Trace trace;

  /// The frame of a whole evaluation.
  public Frame(int size, Trace trace) {
    this(size, null, trace);
  }

  private Frame(int size, @Nullable Frame outer, Trace trace) {
    this.slots = new Object[size];
    this.outer = outer;
    this.trace = trace;
  }

  /// The frame of a call of a function that was made here.
  Frame inner(int size) {
    return new Frame(size, this, trace);
  }

  /// The same variables, apart from now on.
  Frame copy() {
    Frame copy = new Frame(slots.length, outer, trace);
    System.arraycopy(slots, 0, copy.slots, 0, slots.length);
    return copy;
  }

  public @Nullable Object get(int slot) {
    return slots[slot];
  }

  public void set(int slot, @Nullable Object value) {
    slots[slot] = value;
  }

  public Trace trace() {
    return trace;
  }

  Frame outer() {
    if (outer == null) {
      throw new IllegalStateException("no outer frame");
    }
    return outer;
  }
}
