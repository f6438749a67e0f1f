package org.ronghe.engines.rule.feel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Builtins.Builtin;

/// Compiles calls and functions.
final class Calls {
  private final Compiler compiler;

  Calls(Compiler compiler) {
    this.compiler = compiler;
  }

  Node positional(Expr.Call call, Scope scope) {
    Node function = compiler.compile(call.function(), scope);
    Node[] arguments =
        call.arguments().stream().map(one -> compiler.compile(one, scope)).toArray(Node[]::new);
    if (function instanceof Node.Fixed(Builtin builtin)) {
      if (!builtin.takes(arguments.length)) {
        throw new FeelFault(
            "feel-arguments",
            "函数“" + builtin.name() + "”的参数个数不对：" + arguments.length + "。",
            "the function “"
                + builtin.name()
                + "” does not take "
                + arguments.length
                + " arguments.");
      }
      return direct(builtin, arguments);
    }
    return frame -> {
      if (!(function.value(frame) instanceof FeelFunction known)) {
        return null;
      }
      return known.invoke(values(arguments, frame));
    };
  }

  private static Node direct(Builtin builtin, Node[] arguments) {
    boolean fixed = true;
    for (Node argument : arguments) {
      fixed &= argument instanceof Node.Fixed;
    }
    Node call = frame -> builtin.body().apply(values(arguments, frame));
    if (!fixed) {
      return call;
    }
    @Nullable Object[] constants = new Object[arguments.length];
    for (int i = 0; i < constants.length; i++) {
      constants[i] = arguments[i] instanceof Node.Fixed(Object constant) ? constant : null;
    }
    return new Node.Fixed(builtin.body().apply(constants));
  }

  private static @Nullable Object[] values(Node[] nodes, Frame frame) {
    @Nullable Object[] values = new Object[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      values[i] = nodes[i].value(frame);
    }
    return values;
  }

  Node named(Expr.NamedCall call, Scope scope) {
    Node function = compiler.compile(call.function(), scope);
    List<String> names = new ArrayList<>();
    List<Node> arguments = new ArrayList<>();
    for (Expr.Entry entry : call.arguments()) {
      names.add(entry.name());
      arguments.add(compiler.compile(entry.value(), scope));
    }
    return named(function, names, arguments);
  }

  Node named(Node function, List<String> names, List<Node> arguments) {
    if (function instanceof Node.Fixed(Builtin builtin)) {
      List<String> places = builtin.named(new HashSet<>(names));
      if (places == null || names.size() != places.size()) {
        throw new FeelFault(
            "feel-arguments",
            "函数“" + builtin.name() + "”没有这些参数：" + names + "。",
            "the function “" + builtin.name() + "” has no such parameters: " + names + ".");
      }
      Node[] placed =
          places.stream()
              .map(place -> suited(place, arguments.get(names.indexOf(place))))
              .toArray(Node[]::new);
      return direct(builtin, placed);
    }
    return frame -> {
      if (!(function.value(frame) instanceof FeelFunction known)) {
        return null;
      }
      List<String> parameters = known.parameters();
      if (!parameters.containsAll(names) || names.size() > parameters.size()) {
        return null;
      }
      @Nullable Object[] values = new Object[parameters.size()];
      for (int i = 0; i < names.size(); i++) {
        values[parameters.indexOf(names.get(i))] = arguments.get(i).value(frame);
      }
      return known.invoke(values);
    };
  }

  /// `key` is one name and `keys` a list of them: who names the parameter says which is meant.
  private static Node suited(String place, Node argument) {
    boolean one = place.equals("key");
    if (!one && !place.equals("keys")) {
      return argument;
    }
    return frame -> {
      Object value = argument.value(frame);
      return one == value instanceof List ? null : value;
    };
  }

  Node lambda(List<String> parameters, List<FeelType> types, Scope inner, Node body) {
    return frame -> new Lambda(parameters, types, inner, body, frame);
  }

  /// A function with the variables it saw when it was made.
  private record Lambda(
      List<String> parameters, List<FeelType> types, Scope inner, Node body, Frame made)
      implements FeelFunction {
    @Override
    public @Nullable Object invoke(@Nullable Object[] arguments) {
      if (arguments.length != parameters.size()) {
        return null;
      }
      Frame frame = made.inner(inner.size());
      for (int i = 0; i < arguments.length; i++) {
        Object given = arguments[i];
        Object suited = Coercion.to(types.get(i), given);
        if (given != null && suited == null) {
          return null;
        }
        frame.set(i, suited);
      }
      try {
        return made.trace().enter() ? body.value(frame) : null;
      } finally {
        made.trace().leave();
      }
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
