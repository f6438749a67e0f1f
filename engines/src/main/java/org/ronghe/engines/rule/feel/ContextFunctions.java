package org.ronghe.engines.rule.feel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Builtins.Builtin;

/// Built-in functions on contexts.
final class ContextFunctions {
  private ContextFunctions() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "get value",
            a -> a[0] instanceof Map<?, ?> map && a[1] instanceof String key ? map.get(key) : null,
            "m, key",
            "context, key"),
        Builtin.of(
            "get entries",
            a -> a[0] instanceof Map<?, ?> map ? entries(map) : null,
            "m",
            "context"),
        Builtin.of("context", a -> context(a[0]), "entries"),
        Builtin.of(
            "context put", ContextFunctions::put, "context, key, value", "context, keys, value"),
        Builtin.of("context merge", a -> merge(a[0]), "contexts"));
  }

  private static List<@Nullable Object> entries(Map<?, ?> map) {
    List<@Nullable Object> result = new ArrayList<>();
    map.forEach((key, value) -> {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("key", key);
      entry.put("value", value);
      result.add(entry);
    });
    return result;
  }

  private static @Nullable Object context(@Nullable Object entries) {
    if (entries == null) {
      return null;
    }
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    for (Object one : Values.list(entries)) {
      if (!(one instanceof Map<?, ?> entry)
          || !(entry.get("key") instanceof String key)
          || !entry.containsKey("value")
          || result.containsKey(key)) {
        return null;
      }
      result.put(key, entry.get("value"));
    }
    return result;
  }

  private static @Nullable Object put(@Nullable Object[] a) {
    if (!(a[0] instanceof Map<?, ?> map)) {
      return null;
    }
    if (a[1] instanceof String key) {
      return with(map, key, a[2]);
    }
    return a[1] instanceof List<?> keys && !keys.isEmpty() ? put(map, keys, a[2]) : null;
  }

  private static @Nullable Object put(Map<?, ?> map, List<?> keys, @Nullable Object value) {
    if (!(keys.getFirst() instanceof String key)) {
      return null;
    }
    if (keys.size() == 1) {
      return with(map, key, value);
    }
    if (!(map.get(key) instanceof Map<?, ?> inner)) {
      return null;
    }
    Object changed = put(inner, keys.subList(1, keys.size()), value);
    return changed == null ? null : with(map, key, changed);
  }

  private static Map<String, @Nullable Object> with(
      Map<?, ?> map, String key, @Nullable Object value) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    map.forEach((name, one) -> result.put((String) name, one));
    result.put(key, value);
    return result;
  }

  private static @Nullable Object merge(@Nullable Object contexts) {
    if (contexts == null) {
      return null;
    }
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    for (Object one : Values.list(contexts)) {
      if (!(one instanceof Map<?, ?> map)) {
        return null;
      }
      map.forEach((name, value) -> result.put((String) name, value));
    }
    return result;
  }
}
