package org.ronghe.engines.rule.feel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The built-in functions of FEEL, by name. `now()` and `today()` are not among them: a decision
/// must give the same answer tomorrow, so its date is an input.
final class Builtins {
  private static final Map<String, Builtin> ALL =
      Stream.of(
              NumberFunctions.all(),
              StringFunctions.all(),
              ListFunctions.all(),
              ContextFunctions.all(),
              TemporalFunctions.all(),
              RangeFunctions.all())
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableMap(Builtin::name, one -> one));

  private Builtins() {}

  static Set<String> names() {
    return ALL.keySet();
  }

  static @Nullable Builtin of(String name) {
    return ALL.get(name);
  }

  /// What a function does with its arguments, which are as many as a signature names.
  @FunctionalInterface
  interface Body {
    @Nullable Object apply(@Nullable Object[] arguments);
  }

  /// @param signatures the ways to call it, as parameter names; `x...` takes any number
  record Builtin(String name, List<List<String>> signatures, Body body) implements FeelFunction {
    static Builtin of(String name, Body body, String... signatures) {
      return new Builtin(
          name,
          Arrays.stream(signatures)
              .map(one -> one.isEmpty() ? List.<String>of() : List.of(one.split(", ")))
              .toList(),
          body);
    }

    @Override
    public List<String> parameters() {
      return signatures.getFirst();
    }

    @Override
    public @Nullable Object invoke(@Nullable Object[] arguments) {
      return takes(arguments.length) ? body.apply(arguments) : null;
    }

    boolean takes(int count) {
      for (List<String> signature : signatures) {
        if (signature.size() == count
            || (!signature.isEmpty()
                && signature.getLast().endsWith("...")
                && count >= signature.size())) {
          return true;
        }
      }
      return false;
    }

    /// The places of named arguments, or null when no signature has these names.
    @Nullable List<String> named(Set<String> names) {
      for (List<String> signature : signatures) {
        List<String> plain = signature.stream().map(one -> one.replace("...", "")).toList();
        if (plain.size() == names.size() && names.containsAll(plain)) {
          return plain;
        }
      }
      return null;
    }
  }
}
