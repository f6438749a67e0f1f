package org.ronghe.engines.rule.feel;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A type of FEEL values. Null belongs to every type but is an instance of `Null` and `Any` only.
public sealed interface FeelType {
  FeelType ANY = new Simple(Kind.ANY);

  /// Whether a value that is not null belongs to it.
  boolean holds(Object value);

  /// Without the tests on its values: what `instance of` asks for.
  default FeelType unrestricted() {
    return this;
  }

  /// The built-in kinds.
  enum Kind {
    ANY("Any"),
    NULL("Null"),
    NUMBER("number"),
    STRING("string"),
    BOOLEAN("boolean"),
    DATE("date"),
    TIME("time"),
    DATE_TIME("date and time"),
    DAYS_DURATION("days and time duration"),
    MONTHS_DURATION("years and months duration"),
    CONTEXT("context"),
    LIST("list"),
    RANGE("range"),
    FUNCTION("function");

    private final String feel;

    Kind(String feel) {
      this.feel = feel;
    }

    /// Its name in FEEL.
    public String feel() {
      return feel;
    }

    static @Nullable Kind of(String name) {
      for (Kind kind : values()) {
        if (kind.feel.equals(name)) {
          return kind;
        }
      }
      return switch (name) {
        case "dateTime" -> DATE_TIME;
        case "dayTimeDuration" -> DAYS_DURATION;
        case "yearMonthDuration" -> MONTHS_DURATION;
        default -> null;
      };
    }
  }

  record Simple(Kind kind) implements FeelType {
    @Override
    public boolean holds(Object value) {
      return switch (kind) {
        case ANY -> true;
        case NULL -> false;
        case NUMBER -> value instanceof BigDecimal;
        case STRING -> value instanceof String;
        case BOOLEAN -> value instanceof Boolean;
        case DATE -> value instanceof LocalDate;
        case TIME -> value instanceof LocalTime || value instanceof ZonedTime;
        case DATE_TIME -> value instanceof LocalDateTime || value instanceof ZonedDateTime;
        case DAYS_DURATION -> value instanceof Duration;
        case MONTHS_DURATION -> value instanceof Period;
        case CONTEXT -> value instanceof Map;
        case LIST -> value instanceof List;
        case RANGE -> value instanceof Range;
        case FUNCTION -> value instanceof FeelFunction;
      };
    }
  }

  record ListOf(FeelType item) implements FeelType {
    @Override
    public boolean holds(Object value) {
      return value instanceof List<?> list
          && list.stream().allMatch(one -> one == null || item.holds(one));
    }
  }

  /// A context with these fields; others may be there too.
  final class ContextOf implements FeelType {
    private final Map<String, FeelType> fields;
    private final String[] names;
    private final FeelType[] types;

    public ContextOf(Map<String, FeelType> fields) {
      this.fields = Map.copyOf(fields);
      this.names = fields.keySet().toArray(String[]::new);
      this.types = fields.values().toArray(FeelType[]::new);
    }

    public Map<String, FeelType> fields() {
      return fields;
    }

    @Override
    public boolean holds(Object value) {
      if (!(value instanceof Map<?, ?> map)) {
        return false;
      }
      for (int i = 0; i < names.length; i++) {
        Object one = map.get(names[i]);
        if (one == null ? !map.containsKey(names[i]) : !types[i].holds(one)) {
          return false;
        }
      }
      return true;
    }
  }

  record RangeOf(FeelType end) implements FeelType {
    @Override
    public boolean holds(Object value) {
      return value instanceof Range range
          && (range.low() == null || end.holds(range.low()))
          && (range.high() == null || end.holds(range.high()));
    }
  }

  /// A type with tests on its values.
  record Restricted(FeelType base, Rule allowed) implements FeelType {
    @Override
    public boolean holds(Object value) {
      return base.holds(value) && allowed.passes(value);
    }

    @Override
    public FeelType unrestricted() {
      return base.unrestricted();
    }

    /// The tests.
    @FunctionalInterface
    public interface Rule {
      boolean passes(Object value);
    }
  }

  /// A type known by name only; the model it is declared in knows more.
  record Named(String name) implements FeelType {
    @Override
    public boolean holds(Object value) {
      return false;
    }
  }
}
