package org.ronghe.engines.rule.feel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function as a value.
public interface FeelFunction {
  /// The names of its parameters, in order.
  List<String> parameters();

  /// Its answer; null when the arguments do not suit it.
  @Nullable Object invoke(@Nullable Object[] arguments);
}
