package org.ronghe.engines.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Coercion;
import org.ronghe.engines.rule.feel.Frame;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.decision.DeclaredDecision;

/// One decision of a compiled model. Immutable; may be asked by many threads at once.
public final class Decision {
  private final DeclaredDecision declared;
  private final DecisionModel model;
  private final int size;
  private final Step[] order;
  private final List<Step.Given> inputs;

  Decision(
      DeclaredDecision declared,
      DecisionModel model,
      int size,
      List<Step> order,
      Map<String, Step> steps) {
    this.declared = declared;
    this.model = model;
    this.size = size;
    this.order = order.toArray(Step[]::new);
    this.inputs =
        order.stream().filter(Step.Given.class::isInstance).map(Step.Given.class::cast).toList();
  }

  public String name() {
    return declared.name();
  }

  /// Words for people, `中文 / English`; the name when the file gives none.
  public String label() {
    return declared.label().isEmpty() ? declared.name() : declared.label();
  }

  public DecisionModel model() {
    return model;
  }

  /// The inputs it depends on, itself or through what it requires.
  public List<String> inputs() {
    return inputs.stream().map(Step.Given::name).toList();
  }

  /// Decides. The inputs are FEEL values (see [Inputs] for others); one that is missing is null.
  public Outcome evaluate(Map<String, ?> given) {
    Recorder recorder = new Recorder();
    Frame frame = new Frame(size, recorder);
    for (Step step : order) {
      recorder.at(step);
      run(step, frame, given);
    }
    return new Outcome(order, frame, recorder.fired());
  }

  /// Decides without an explanation.
  public @Nullable Object value(Map<String, ?> given) {
    Frame frame = new Frame(size, new Silent());
    for (Step step : order) {
      run(step, frame, given);
    }
    return frame.get(order[order.length - 1].slot());
  }

  static void run(Step step, Frame frame, Map<String, ?> given) {
    switch (step) {
      case Step.Given input ->
          frame.set(input.slot(), Coercion.to(input.type(), given.get(input.name())));
      case Step.Computed computed -> frame.set(computed.slot(), computed.node().value(frame));
      case Step.Service service -> frame.set(service.slot(), service.function(frame));
    }
  }

  /// The tables among what it is made of, outermost of each decision only.
  List<TableCode> tables() {
    List<TableCode> tables = new ArrayList<>();
    for (Step step : order) {
      if (step instanceof Step.Computed computed && computed.node() instanceof TableCode table) {
        tables.add(table);
      }
    }
    return tables;
  }
}
