package org.ronghe.engines.rule.feel;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which names can be seen at a place of an expression, and where their values are.
public final class Scope {
  private final @Nullable Scope outer;
  private final Layout layout;
  private final Map<String, Integer> slots = new HashMap<>();
  private int item = -1;

  private Scope(@Nullable Scope outer, Layout layout) {
    this.outer = outer;
    this.layout = layout;
  }

  /// The outermost scope.
  public static Scope root() {
    return new Scope(null, new Layout());
  }

  /// A scope inside this one and in the same frame.
  public Scope nested() {
    return new Scope(this, layout);
  }

  /// A scope inside this one, in a frame of its own.
  Scope function() {
    return new Scope(this, new Layout());
  }

  /// Makes a variable; gives its slot.
  public int declare(String name) {
    int slot = layout.size++;
    slots.put(Names.normal(name), slot);
    return slot;
  }

  /// Lets a slot of this frame be seen here by a name.
  public void see(String name, int slot) {
    slots.put(Names.normal(name), slot);
  }

  /// A slot without a name.
  public int hidden() {
    return layout.size++;
  }

  /// Lets the fields of the context in this slot be seen as names.
  void open(int slot) {
    item = slot;
  }

  /// How many slots the frame needs, once everything is compiled.
  public int size() {
    return layout.size;
  }

  /// Reads the variable; null when there is none of this name.
  public @Nullable Node find(String name) {
    int up = 0;
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Integer slot = scope.slots.get(name);
      if (slot != null) {
        return new Node.Slot(up, slot);
      }
      if (scope.item >= 0) {
        return field(new Node.Slot(up, scope.item), name, up, scope.outer, scope);
      }
      up += boundary(scope);
    }
    return null;
  }

  private static int boundary(Scope scope) {
    return scope.outer != null && scope.outer.layout != scope.layout ? 1 : 0;
  }

  /// A field of the item if it has one, else what the name means outside.
  private static Node field(Node item, String name, int up, @Nullable Scope outside, Scope scope) {
    Node found = outside == null ? null : outside.find(name);
    if (found == null) {
      Builtins.Builtin builtin = Builtins.of(name);
      found = builtin == null ? null : new Node.Fixed(builtin);
    }
    int raise = up + boundary(scope);
    Node other = found;
    return frame -> {
      if (item.value(frame) instanceof Map<?, ?> map && map.containsKey(name)) {
        return map.get(name);
      }
      if (other == null) {
        return null;
      }
      Frame at = frame;
      for (int i = 0; i < raise; i++) {
        at = at.outer();
      }
      return other.value(at);
    };
  }

  private static final class Layout {
    private int size;
  }
}
