package org.ronghe.model.pack;

import java.util.List;
import org.ronghe.model.measure.Require;

/// A little timeline: what happens, and what exactly the alarm must answer.
public record AlarmExample(List<Step> steps) {
  public AlarmExample {
    steps = List.copyOf(steps);
    Require.that(!steps.isEmpty(), "an example needs at least one step");
  }

  /// One thing that happens, and the answer.
  ///
  /// @param text the step as it stands in the pack, for messages
  public record Step(double at_s, Happening happening, List<Answer> answers, String text) {
    public Step {
      answers = List.copyOf(answers);
    }
  }

  /// What happens.
  public sealed interface Happening {
    /// A good reading of this value.
    record Value(double value) implements Happening {}

    /// A reading of bad quality.
    record Bad() implements Happening {}

    /// Time passes and no reading comes.
    record Nothing() implements Happening {}
  }

  /// The alarm is raised or returns.
  ///
  /// @param at_s when, seconds on the example's own scale
  public record Answer(boolean raised, double at_s) {}
}
