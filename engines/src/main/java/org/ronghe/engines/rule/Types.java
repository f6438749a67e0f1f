package org.ronghe.engines.rule;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Check;
import org.ronghe.engines.rule.feel.Compiler;
import org.ronghe.engines.rule.feel.FeelType;
import org.ronghe.engines.rule.feel.Frame;
import org.ronghe.engines.rule.feel.Scope;
import org.ronghe.model.decision.DeclaredType;

/// The types a model declares, made when they are first asked for.
final class Types {
  private final Map<String, DeclaredType> declared = new HashMap<>();
  private final Map<String, FeelType> made = new HashMap<>();
  private @Nullable Compiler compiler;

  Types(List<DeclaredType> types) {
    types.forEach(type -> declared.put(type.name(), type));
  }

  void use(Compiler compiler) {
    this.compiler = compiler;
  }

  /// The type of a reference; anything for an empty one, null for an unknown one.
  @Nullable FeelType of(String ref) {
    if (ref.isEmpty() || ref.equals("Any") || ref.equals("any")) {
      return FeelType.ANY;
    }
    for (FeelType.Kind kind : FeelType.Kind.values()) {
      if (kind.feel().equals(ref)) {
        return new FeelType.Simple(kind);
      }
    }
    FeelType known = made.get(ref);
    if (known != null) {
      return known;
    }
    DeclaredType type = declared.get(ref);
    if (type == null) {
      return switch (ref) {
        case "dateTime" -> new FeelType.Simple(FeelType.Kind.DATE_TIME);
        case "dayTimeDuration" -> new FeelType.Simple(FeelType.Kind.DAYS_DURATION);
        case "yearMonthDuration" -> new FeelType.Simple(FeelType.Kind.MONTHS_DURATION);
        default -> null;
      };
    }
    // a type that holds itself is anything at that place
    made.put(ref, FeelType.ANY);
    FeelType result = make(type);
    made.put(ref, result);
    return result;
  }

  private FeelType make(DeclaredType type) {
    FeelType base;
    if (type.function()) {
      base = new FeelType.Simple(FeelType.Kind.FUNCTION);
    } else if (type.fields().isEmpty()) {
      FeelType known = of(type.typeRef());
      base = known == null ? new FeelType.Named(type.typeRef()) : known;
    } else {
      Map<String, FeelType> fields = new LinkedHashMap<>();
      type.fields().forEach(field -> fields.put(field.name(), make(field)));
      base = new FeelType.ContextOf(fields);
    }
    FeelType restricted = restricted(base, type.allowed());
    FeelType whole = type.list() ? new FeelType.ListOf(restricted) : restricted;
    return restricted(whole, type.constraint());
  }

  private FeelType restricted(FeelType base, String tests) {
    if (tests.isBlank() || compiler == null) {
      return base;
    }
    Scope scope = Scope.root();
    int input = scope.declare("?");
    Check check = compiler.tests(tests, scope);
    int size = scope.size();
    return new FeelType.Restricted(
        base,
        value -> {
          Frame frame = new Frame(size, Silent.TRACE);
          frame.set(input, value);
          return check.passes(value, frame);
        });
  }

  /// All names of fields, at any depth.
  static void names(List<DeclaredType> types, java.util.Collection<String> into) {
    for (DeclaredType type : types) {
      into.add(type.name());
      names(type.fields(), into);
    }
  }
}
