package org.ronghe.engines.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;

/// Why not, and what would change it.
///
/// @param positive whether the answer is positive already; then nothing else is said
/// @param missing inputs that are not known, as paths such as `person.birth`
/// @param changes single changes that would make the answer positive, the smallest of each input
public record Advice(boolean positive, List<String> missing, List<Change> changes) {
  public Advice {
    missing = List.copyOf(missing);
    changes = List.copyOf(changes);
  }

  /// One change of one input.
  ///
  /// @param from null when it is not known
  public record Change(String path, @Nullable Object from, Object to, Words words) {}
}
