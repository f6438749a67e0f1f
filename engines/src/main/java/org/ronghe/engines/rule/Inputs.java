package org.ronghe.engines.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Temporal;

/// Values of the outside (numbers of Java, texts of JSON) as FEEL values.
public final class Inputs {
  private Inputs() {}

  /// Numbers become decimal; maps and lists are gone through; other things stay as they are.
  public static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case Integer number -> BigDecimal.valueOf(number);
      case Long number -> BigDecimal.valueOf(number);
      case Double number -> BigDecimal.valueOf(number);
      case BigInteger number -> new BigDecimal(number);
      case List<?> list -> {
        List<@Nullable Object> result = new ArrayList<>(list.size());
        list.forEach(one -> result.add(of(one)));
        yield result;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        map.forEach((key, one) -> result.put(String.valueOf(key), of(one)));
        yield result;
      }
      case null -> null;
      default -> value;
    };
  }

  /// As [#of], and texts that are dates, times or durations become such: for JSON and YAML, where
  /// they can only be written as text.
  public static @Nullable Object ofText(@Nullable Object value) {
    return switch (of(value)) {
      case String text when !text.isEmpty() && mayBeTemporal(text) -> {
        Object temporal = Temporal.literal(text);
        yield temporal == null ? text : temporal;
      }
      case List<?> list -> {
        List<@Nullable Object> result = new ArrayList<>(list.size());
        list.forEach(one -> result.add(ofText(one)));
        yield result;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        map.forEach((key, one) -> result.put(String.valueOf(key), ofText(one)));
        yield result;
      }
      case LocalDate date -> date;
      case null -> null;
      case Object other -> other;
    };
  }

  private static boolean mayBeTemporal(String text) {
    char first = text.charAt(0);
    return (first >= '0' && first <= '9' && text.length() >= 8) || first == 'P' || first == '-';
  }
}
