package org.ronghe.engines.rule.feel;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Implicit conversions (DMN 1.5, 10.3.2.9.4): a list of one and its item, a date and its midnight.
/// What does not conform is null.
public final class Coercion {
  private Coercion() {}

  /// The value as one of the type, or null.
  public static @Nullable Object to(FeelType type, @Nullable Object value) {
    if (value == null || type.equals(FeelType.ANY) || type.holds(value)) {
      return value;
    }
    if (value instanceof LocalDate date && isMoment(type)) {
      return date.atStartOfDay(ZoneOffset.UTC);
    }
    if (type instanceof FeelType.ListOf(FeelType item)) {
      return list(item, value);
    }
    if (type instanceof FeelType.Simple(FeelType.Kind kind) && kind == FeelType.Kind.LIST) {
      return Values.list(value);
    }
    if (value instanceof List<?> one && one.size() == 1) {
      Object only = one.getFirst();
      return only == null || only instanceof List ? null : to(type, only);
    }
    if (type instanceof FeelType.ContextOf structure && value instanceof Map<?, ?> map) {
      return context(structure.fields(), map);
    }
    return null;
  }

  private static boolean isMoment(FeelType type) {
    return type instanceof FeelType.Simple(FeelType.Kind kind) && kind == FeelType.Kind.DATE_TIME;
  }

  private static @Nullable Object list(FeelType item, Object value) {
    List<@Nullable Object> result = new ArrayList<>();
    for (Object one : Values.list(value)) {
      Object suited = to(item, one);
      if (one != null && suited == null) {
        return null;
      }
      result.add(suited);
    }
    return result;
  }

  private static @Nullable Object context(Map<String, FeelType> fields, Map<?, ?> map) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      FeelType type = fields.get(entry.getKey());
      Object suited = type == null ? entry.getValue() : to(type, entry.getValue());
      if (entry.getValue() != null && suited == null) {
        return null;
      }
      result.put((String) entry.getKey(), suited);
    }
    return result.keySet().containsAll(fields.keySet()) ? result : null;
  }
}
