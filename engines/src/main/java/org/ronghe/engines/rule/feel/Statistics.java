package org.ronghe.engines.rule.feel;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sums and middles of lists of numbers; null when an item is no number.
final class Statistics {
  private Statistics() {}

  static @Nullable Object sum(List<@Nullable Object> list) {
    Object total = null;
    for (Object one : list) {
      if (!(one instanceof BigDecimal || one instanceof Duration || one instanceof Period)) {
        return null;
      }
      total = total == null ? one : Arithmetic.plus(total, one);
      if (total == null) {
        return null;
      }
    }
    return total;
  }

  static @Nullable Object product(List<@Nullable Object> list) {
    List<BigDecimal> numbers = numbers(list);
    return numbers == null || numbers.isEmpty()
        ? null
        : numbers.stream().reduce(BigDecimal.ONE, (a, b) -> a.multiply(b, Arithmetic.PRECISION));
  }

  static @Nullable Object mean(List<@Nullable Object> list) {
    Object sum = sum(list);
    return sum == null ? null : Arithmetic.dividedBy(sum, BigDecimal.valueOf(list.size()));
  }

  static @Nullable Object median(List<@Nullable Object> list) {
    List<BigDecimal> numbers = numbers(list);
    if (numbers == null || numbers.isEmpty()) {
      return null;
    }
    Collections.sort(numbers);
    int middle = numbers.size() / 2;
    return numbers.size() % 2 == 1
        ? numbers.get(middle)
        : numbers
            .get(middle - 1)
            .add(numbers.get(middle))
            .divide(BigDecimal.TWO, Arithmetic.PRECISION);
  }

  static @Nullable Object deviation(List<@Nullable Object> list) {
    List<BigDecimal> numbers = numbers(list);
    Object mean = mean(list);
    if (numbers == null || numbers.size() < 2 || !(mean instanceof BigDecimal middle)) {
      return null;
    }
    BigDecimal squares = BigDecimal.ZERO;
    for (BigDecimal number : numbers) {
      BigDecimal away = number.subtract(middle, Arithmetic.PRECISION);
      squares = squares.add(away.multiply(away, Arithmetic.PRECISION), Arithmetic.PRECISION);
    }
    return squares
        .divide(BigDecimal.valueOf(numbers.size() - 1L), Arithmetic.PRECISION)
        .sqrt(Arithmetic.PRECISION);
  }

  static @Nullable Object mode(List<@Nullable Object> list) {
    List<BigDecimal> numbers = numbers(list);
    if (numbers == null) {
      return null;
    }
    TreeMap<BigDecimal, Integer> counts = new TreeMap<>();
    numbers.forEach(number -> counts.merge(number, 1, Integer::sum));
    int most = counts.values().stream().max(Integer::compare).orElse(0);
    List<@Nullable Object> result = new ArrayList<>();
    counts.forEach((number, count) -> {
      if (count == most) {
        result.add(number);
      }
    });
    return result;
  }

  private static @Nullable List<BigDecimal> numbers(List<@Nullable Object> list) {
    List<BigDecimal> result = new ArrayList<>(list.size());
    for (Object one : list) {
      if (!(one instanceof BigDecimal number)) {
        return null;
      }
      result.add(number);
    }
    return result;
  }
}
