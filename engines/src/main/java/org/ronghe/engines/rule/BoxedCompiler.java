package org.ronghe.engines.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Coercion;
import org.ronghe.engines.rule.feel.Compiler;
import org.ronghe.engines.rule.feel.FeelFault;
import org.ronghe.engines.rule.feel.FeelType;
import org.ronghe.engines.rule.feel.Node;
import org.ronghe.engines.rule.feel.Scope;
import org.ronghe.model.decision.Boxed;
import org.ronghe.model.decision.DecisionModel.Declared;

/// Compiles boxed expressions; what is wrong goes to `faults` as the place and the text.
final class BoxedCompiler {
  private final Compiler feel;
  private final Types types;
  private final Faults faults;

  BoxedCompiler(Compiler feel, Types types, Faults faults) {
    this.feel = feel;
    this.types = types;
    this.faults = faults;
  }

  /// Hears of what is not understood.
  interface Faults {
    void strange(String place, String element);

    void feel(String place, String text, FeelFault why);

    void type(String place, String ref);

    /// How many there were.
    int count();
  }

  /// The node of an expression; after a fault it is null and not to be run.
  Node compile(String place, Boxed boxed, Scope scope) {
    return switch (boxed) {
      case Boxed.Literal(String text) -> feel(place, text, scope);
      case Boxed.Typed(Boxed value, String typeRef) ->
          typed(place, typeRef, compile(place, value, scope));
      case Boxed.Table table -> new TableCompiler(this, place, table).compile(scope);
      case Boxed.Context(List<Boxed.Entry> entries) -> context(place, entries, scope);
      case Boxed.Invocation(Boxed function, List<Boxed.Entry> arguments) ->
          invocation(place, function, arguments, scope);
      case Boxed.Function function -> function(place, function, "", scope);
      case Boxed.Listed(List<Boxed> items) -> list(place, items, scope);
      case Boxed.Relation(List<String> columns, List<List<Boxed>> rows) ->
          relation(place, columns, rows, scope);
      case Boxed.Conditional(Boxed condition, Boxed then, Boxed otherwise) -> {
        Node ask = compile(place + "/if", condition, scope);
        Node yes = compile(place + "/then", then, scope);
        Node no = compile(place + "/else", otherwise, scope);
        yield frame -> {
          Object answer = ask.value(frame);
          if (answer != null && !(answer instanceof Boolean)) {
            return null;
          }
          return Boolean.TRUE.equals(answer) ? yes.value(frame) : no.value(frame);
        };
      }
      case Boxed.Filter(Boxed list, Boxed match) ->
          feel.filter(
              compile(place + "/in", list, scope),
              scope,
              inner -> compile(place + "/match", match, inner));
      case Boxed.Iteration(String variable, Boxed in, Boxed result) ->
          feel.iteration(
              variable,
              compile(place + "/in", in, scope),
              scope,
              inner -> compile(place + "/return", result, inner));
      case Boxed.Quantified(boolean every, String variable, Boxed in, Boxed satisfies) ->
          feel.quantified(
              every,
              variable,
              compile(place + "/in", in, scope),
              scope,
              inner -> compile(place + "/satisfies", satisfies, inner));
      case Boxed.Strange(String element) -> {
        faults.strange(place, element);
        yield new Node.Fixed(null);
      }
    };
  }

  Node feel(String place, String text, Scope scope) {
    if (text.isBlank()) {
      return new Node.Fixed(null);
    }
    return tried(place, text, () -> feel.expression(text, scope), new Node.Fixed(null));
  }

  <T> T tried(String place, String text, java.util.function.Supplier<T> read, T instead) {
    try {
      return read.get();
    } catch (FeelFault fault) {
      faults.feel(place, text, fault);
      return instead;
    }
  }

  Compiler feel() {
    return feel;
  }

  FeelType type(String place, String ref) {
    return tried(place, ref, () -> orAny(types.of(ref), place, ref), FeelType.ANY);
  }

  private FeelType orAny(@Nullable FeelType type, String place, String ref) {
    if (type == null) {
      faults.type(place, ref);
      return FeelType.ANY;
    }
    return type;
  }

  /// The node, its value made to conform to the type.
  Node typed(String place, String ref, Node node) {
    return conforming(type(place, ref), node);
  }

  static Node conforming(FeelType type, Node node) {
    return type.equals(FeelType.ANY) ? node : frame -> Coercion.to(type, node.value(frame));
  }

  private Node context(String place, List<Boxed.Entry> entries, Scope scope) {
    Scope inner = scope.nested();
    int count = entries.size();
    int[] slots = new int[count];
    Node[] values = new Node[count];
    @Nullable String[] keys = new String[count];
    for (int i = 0; i < count; i++) {
      Boxed.Entry entry = entries.get(i);
      String name = entry.name();
      keys[i] = name;
      String at = name == null ? place : place + "." + name;
      boolean early = name != null && entry.value() instanceof Boxed.Function;
      slots[i] = early ? inner.declare(java.util.Objects.requireNonNull(name)) : -1;
      values[i] = typed(at, entry.typeRef(), compile(at, entry.value(), inner));
      if (!early) {
        slots[i] = name == null ? inner.hidden() : inner.declare(name);
      }
    }
    return frame -> {
      Map<String, @Nullable Object> result = LinkedHashMap.newLinkedHashMap(count);
      for (int i = 0; i < count; i++) {
        Object value = values[i].value(frame);
        String key = keys[i];
        if (key == null) {
          return value;
        }
        frame.set(slots[i], value);
        result.put(key, value);
      }
      return Collections.unmodifiableMap(result);
    };
  }

  private Node invocation(String place, Boxed function, List<Boxed.Entry> arguments, Scope scope) {
    List<String> names = new ArrayList<>();
    List<Node> values = new ArrayList<>();
    BiConsumer<String, Boxed> add =
        (name, value) -> {
          names.add(name);
          values.add(compile(place + "(" + name + ")", value, scope));
        };
    arguments.forEach(one -> add.accept(one.name() == null ? "" : one.name(), one.value()));
    Node called = compile(place, function, scope);
    return tried(
        place,
        names.toString(),
        () -> feel.invocation(called, names, values),
        new Node.Fixed(null));
  }

  /// @param result type of what it gives, or of the function itself; empty for any
  Node function(String place, Boxed.Function function, String result, Scope scope) {
    if (!function.kind().equals("FEEL")) {
      faults.strange(place, "functionDefinition kind=" + function.kind());
      return new Node.Fixed(null);
    }
    List<String> names = function.parameters().stream().map(Declared::name).toList();
    List<FeelType> kinds =
        function.parameters().stream().map(one -> type(place, one.typeRef())).toList();
    Scope inner = Compiler.parameters(scope, names);
    boolean ofFunction =
        type(place, result) instanceof FeelType.Simple(FeelType.Kind kind)
            && kind == FeelType.Kind.FUNCTION;
    Node body = typed(place, ofFunction ? "" : result, compile(place, function.body(), inner));
    return feel.lambda(names, kinds, inner, body);
  }

  private Node list(String place, List<Boxed> items, Scope scope) {
    List<Node> nodes = new ArrayList<>();
    for (Boxed item : items) {
      nodes.add(compile(place + "[" + (nodes.size() + 1) + "]", item, scope));
    }
    return frame -> {
      List<@Nullable Object> result = new ArrayList<>(nodes.size());
      nodes.forEach(node -> result.add(node.value(frame)));
      return result;
    };
  }

  private Node relation(String place, List<String> columns, List<List<Boxed>> rows, Scope scope) {
    List<Boxed> contexts = new ArrayList<>();
    for (List<Boxed> row : rows) {
      List<Boxed.Entry> entries = new ArrayList<>();
      for (int i = 0; i < columns.size() && i < row.size(); i++) {
        entries.add(new Boxed.Entry(columns.get(i), "", row.get(i)));
      }
      contexts.add(new Boxed.Context(entries));
    }
    return list(place, contexts, scope);
  }
}
