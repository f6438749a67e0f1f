package org.ronghe.model.benefit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;

/// A question about a person that benefits ask, in words people understand.
///
/// @param name of the person's field in the decision models
/// @param unit null where a number has none, or it is no number
/// @param choices of a text that is one of a few; empty otherwise
public record BenefitField(
    String name, Type type, Words question, @Nullable Words unit, List<Choice> choices) {
  public BenefitField {
    choices = List.copyOf(choices);
  }

  /// What an answer is, as a FEEL value.
  public enum Type {
    BOOLEAN,
    NUMBER,
    STRING
  }

  /// One of the answers.
  public record Choice(String value, Words words) {}
}
