package org.ronghe.engines.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Compiler;
import org.ronghe.engines.rule.feel.FeelFault;
import org.ronghe.engines.rule.feel.FeelType;
import org.ronghe.engines.rule.feel.Names;
import org.ronghe.engines.rule.feel.Node;
import org.ronghe.engines.rule.feel.Scope;
import org.ronghe.model.decision.Boxed;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.decision.DecisionModel.DecisionService;
import org.ronghe.model.decision.DecisionModel.Declared;
import org.ronghe.model.decision.DecisionModel.Knowledge;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.model.decision.DeclaredDecision;
import org.ronghe.model.pack.Words;

/// A compiled decision model. Immutable; may be asked by many threads at once.
public final class Decisions {
  private final DecisionModel model;
  private final List<DecisionNotice> notices = new ArrayList<>();
  private final Map<String, Decision> decisions = new LinkedHashMap<>();
  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final Scope root = Scope.root();

  private Decisions(DecisionModel model) {
    this.model = model;
  }

  /// Compiles a model. A decision with a notice of its own, or that requires one, is left out.
  public static Decisions compile(DecisionModel model) {
    Decisions made = new Decisions(model);
    made.compile();
    return made;
  }

  /// What is wrong or not understood in the model.
  public List<DecisionNotice> notices() {
    return List.copyOf(notices);
  }

  public DecisionModel model() {
    return model;
  }

  /// The decision of this name; empty when there is none or it was not understood.
  public Optional<Decision> decision(String name) {
    return Optional.ofNullable(decisions.get(name));
  }

  /// All decisions that were understood, in the order of the file.
  public List<Decision> decisions() {
    return List.copyOf(decisions.values());
  }

  private void compile() {
    Set<String> known = new HashSet<>();
    Types.names(model.types(), known);
    model.inputs().forEach(input -> known.add(input.name()));
    model.decisions().forEach(decision -> names(decision.name(), decision.logic(), known));
    model.services().forEach(service -> known.add(service.name()));
    for (Knowledge one : model.knowledge()) {
      names(one.name(), one.logic(), known);
    }
    Types types = new Types(model.types());
    Compiler feel = new Compiler(new Names(known), types::of);
    types.use(feel);
    for (String name : allNames()) {
      slots.computeIfAbsent(name, _ -> root.hidden());
    }
    for (Declared input : model.inputs()) {
      FeelType type = FeelType.ANY;
      try {
        FeelType declared = types.of(input.typeRef());
        type = declared == null ? FeelType.ANY : declared;
      } catch (FeelFault fault) {
        notice(input.name(), input.typeRef(), fault.code(), fault.why());
      }
      steps.put(input.name(), new Step.Given(input.name(), slot(input.name()), type));
    }
    for (Knowledge one : model.knowledge()) {
      step(one.name(), one.typeRef(), one.requires(), one.logic(), true, feel, types);
    }
    for (DecisionService service : model.services()) {
      steps.put(service.name(), Step.Service.of(service, slot(service.name())));
    }
    for (DeclaredDecision one : model.decisions()) {
      step(one.name(), one.typeRef(), one.requires(), one.logic(), false, feel, types);
    }
    plan();
  }

  private List<String> allNames() {
    List<String> names = new ArrayList<>();
    model.inputs().forEach(one -> names.add(one.name()));
    model.knowledge().forEach(one -> names.add(one.name()));
    model.services().forEach(one -> names.add(one.name()));
    model.decisions().forEach(one -> names.add(one.name()));
    return names;
  }

  private int slot(String name) {
    Integer slot = slots.get(name);
    if (slot == null) {
      throw new IllegalStateException("no slot for " + name);
    }
    return slot;
  }

  private void step(
      String name,
      String typeRef,
      List<String> requires,
      @Nullable Boxed logic,
      boolean knowledge,
      Compiler feel,
      Types types) {
    Noted faults = new Noted(name);
    Scope scope = root.nested();
    for (String one : requires) {
      Integer slot = slots.get(one);
      if (slot != null) {
        scope.see(one, slot);
      }
    }
    if (knowledge) {
      scope.see(name, slot(name));
    }
    BoxedCompiler boxed = new BoxedCompiler(feel, types, faults);
    Node node = new Node.Fixed(null);
    FeelType type = new FeelType.Simple(FeelType.Kind.FUNCTION);
    if (knowledge && logic instanceof Boxed.Function function) {
      node = boxed.function(name, function, typeRef, scope);
    } else {
      type = boxed.type(name, typeRef);
      node =
          logic == null ? node : BoxedCompiler.conforming(type, boxed.compile(name, logic, scope));
    }
    boolean sound = faults.count() == 0;
    steps.put(name, new Step.Computed(name, slot(name), type, node, requires, sound, knowledge));
  }

  private void plan() {
    for (Step step : steps.values()) {
      if (step instanceof Step.Service service) {
        service.plan(steps, root.size());
      }
    }
    for (DeclaredDecision one : model.decisions()) {
      List<Step> order = new ArrayList<>();
      Planner planner = new Planner(steps);
      if (planner.order(one.name(), order)) {
        decisions.put(one.name(), new Decision(one, model, root.size(), order, steps));
      } else if (planner.circle()) {
        notice(
            one.name(),
            "",
            "dmn-circle",
            new Words("决策之间循环依赖。", "the decisions require each other in a circle."));
      }
    }
  }

  private static void names(String name, @Nullable Boxed logic, Set<String> into) {
    into.add(name);
    if (logic != null) {
      BoxedNames.collect(logic, into);
    }
  }

  private void notice(String element, String text, String code, Words why) {
    notices.add(new DecisionNotice(code, model.file(), element, text, why));
  }

  private final class Noted implements BoxedCompiler.Faults {
    private final String name;
    private int count;

    Noted(String name) {
      this.name = name;
    }

    @Override
    public void strange(String place, String element) {
      count++;
      notice(
          place,
          element,
          "dmn-unsupported",
          new Words("不支持这种元素。", "this element is not supported."));
    }

    @Override
    public void feel(String place, String text, FeelFault fault) {
      count++;
      notice(place, text, fault.code(), fault.why());
    }

    @Override
    public void type(String place, String ref) {
      count++;
      notice(
          place.isEmpty() ? name : place,
          ref,
          "dmn-type",
          new Words("没有这个类型。", "there is no such type."));
    }

    @Override
    public int count() {
      return count;
    }
  }
}
