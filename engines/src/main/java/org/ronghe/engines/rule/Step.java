package org.ronghe.engines.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Coercion;
import org.ronghe.engines.rule.feel.FeelFunction;
import org.ronghe.engines.rule.feel.FeelType;
import org.ronghe.engines.rule.feel.Frame;
import org.ronghe.engines.rule.feel.Node;
import org.ronghe.model.decision.DecisionModel.DecisionService;
import org.ronghe.model.decision.DecisionModel.Declared;

/// One thing that is in place before a decision is made.
sealed interface Step {
  int slot();

  /// What its value conforms to.
  FeelType type();

  List<String> requires();

  /// Whether it was understood.
  default boolean sound() {
    return true;
  }

  /// An input; what does not conform to its type is null.
  record Given(String name, int slot, FeelType type) implements Step {
    @Override
    public List<String> requires() {
      return List.of();
    }
  }

  /// A decision, or the function of a knowledge model.
  record Computed(
      String name,
      int slot,
      FeelType type,
      Node node,
      List<String> requires,
      boolean sound,
      boolean knowledge)
      implements Step {}

  /// A decision service as a function.
  final class Service implements Step {
    private final DecisionService service;
    private final int slot;
    private final List<Step> order = new ArrayList<>();
    private Map<String, Step> steps = Map.of();
    private int size;
    private boolean sound = true;

    private Service(DecisionService service, int slot) {
      this.service = service;
      this.slot = slot;
    }

    static Service of(DecisionService service, int slot) {
      return new Service(service, slot);
    }

    void plan(Map<String, Step> all, int frameSize) {
      steps = all;
      size = frameSize;
      Planner planner =
          new Planner(all).given(service.inputs().stream().map(Declared::name).toList());
      for (String output : service.outputs()) {
        if (!planner.order(output, order)) {
          order.clear();
          sound = false;
          return;
        }
      }
    }

    @Override
    public int slot() {
      return slot;
    }

    @Override
    public List<String> requires() {
      return List.of();
    }

    @Override
    public boolean sound() {
      return sound;
    }

    @Override
    public FeelType type() {
      return new FeelType.Simple(FeelType.Kind.FUNCTION);
    }

    FeelFunction function(Frame caller) {
      List<String> parameters = service.inputs().stream().map(Declared::name).toList();
      return new FeelFunction() {
        @Override
        public List<String> parameters() {
          return parameters;
        }

        @Override
        public @Nullable Object invoke(@Nullable Object[] arguments) {
          return arguments.length == parameters.size() ? run(arguments, caller) : null;
        }
      };
    }

    private @Nullable Object run(@Nullable Object[] arguments, Frame caller) {
      Frame frame = new Frame(size, caller.trace());
      for (int i = 0; i < arguments.length; i++) {
        Step input = steps.get(service.inputs().get(i).name());
        if (input == null) {
          return null;
        }
        Object value = Coercion.to(input.type(), arguments[i]);
        if (value == null && arguments[i] != null) {
          return null;
        }
        frame.set(input.slot(), value);
      }
      order.forEach(step -> Decision.run(step, frame, Map.of()));
      Map<String, @Nullable Object> result = new LinkedHashMap<>();
      for (String output : service.outputs()) {
        Step step = steps.get(output);
        result.put(output, step == null ? null : frame.get(step.slot()));
      }
      return result.size() == 1 ? result.values().iterator().next() : result;
    }
  }
}
