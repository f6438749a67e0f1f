package org.ronghe.model.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One decision of a model.
///
/// @param label words for people, `中文 / English`; empty when the file gives none
/// @param requires names of the decisions, inputs, knowledge and services it may use
/// @param logic null when the file gives none: the answer is null
public record DeclaredDecision(
    String name, String typeRef, String label, List<String> requires, @Nullable Boxed logic) {
  public DeclaredDecision {
    requires = List.copyOf(requires);
  }
}
