package org.ronghe.engines.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ronghe.engines.rule.feel.Range;

/// Values at, beside and between the constants of a column: one for each way its tests can answer.
final class Boundaries {
  private Boundaries() {}

  /// @param typeRef the column's type, where it says one
  static List<Object> around(List<Object> constants, String typeRef) {
    Set<Object> result = new LinkedHashSet<>();
    TreeSet<BigDecimal> numbers = new TreeSet<>();
    TreeSet<LocalDate> dates = new TreeSet<>();
    boolean texts = false;
    boolean truths = typeRef.equals("boolean");
    for (Object constant : flat(constants)) {
      switch (constant) {
        case BigDecimal number -> numbers.add(number);
        case LocalDate date -> dates.add(date);
        case Boolean _ -> truths = true;
        case String text -> {
          texts = true;
          result.add(text);
        }
        default -> result.add(constant);
      }
    }
    if (truths) {
      result.add(true);
      result.add(false);
    }
    if (texts) {
      result.add("…");
    }
    result.addAll(between(numbers));
    for (LocalDate date : dates) {
      result.add(date.minusDays(1));
      result.add(date);
      result.add(date.plusDays(1));
    }
    if (result.isEmpty()) {
      result.add("-");
    }
    return List.copyOf(result);
  }

  private static List<Object> flat(List<?> constants) {
    List<Object> result = new ArrayList<>();
    for (Object constant : constants) {
      switch (constant) {
        case List<?> list -> result.addAll(flat(list));
        case Range range -> {
          if (range.low() != null) {
            result.add(range.low());
          }
          if (range.high() != null) {
            result.add(range.high());
          }
        }
        case null -> {
          // a missing value is no boundary
        }
        default -> result.add(constant);
      }
    }
    return result;
  }

  private static List<Object> between(TreeSet<BigDecimal> numbers) {
    List<Object> result = new ArrayList<>();
    BigDecimal before = null;
    for (BigDecimal number : numbers) {
      result.add(
          before == null
              ? number.subtract(BigDecimal.ONE)
              : before.add(number).multiply(new BigDecimal("0.5")));
      result.add(number);
      before = number;
    }
    if (before != null) {
      result.add(before.add(BigDecimal.ONE));
    }
    return result;
  }
}
