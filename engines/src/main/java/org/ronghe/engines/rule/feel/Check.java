package org.ronghe.engines.rule.feel;

import org.jspecify.annotations.Nullable;

/// Compiled unary tests. `?` is passed as the value; where an expression names it, it is also in
/// the slot `?` of its scope, which the caller sets before.
@FunctionalInterface
public interface Check {
  /// Passes everything.
  Check ANY = (_, _) -> true;

  boolean passes(@Nullable Object value, Frame frame);
}
