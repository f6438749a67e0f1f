package org.ronghe.engines.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Text;
import org.ronghe.model.pack.Words;

/// Searches for the single changes of an input that would make a decision positive: at the
/// boundaries of the model's own tables and literals, at the other figures among the inputs, and
/// for dates at the days when an age or a span is reached. It tries each by deciding anew, so what
/// it names is true; that it names every way is not promised.
public final class Adviser {
  private static final int MOST_YEARS = 120;
  private final Decision decision;
  private final Predicate<@Nullable Object> positive;
  private final Set<String> fixed;
  private final Constants constants;

  /// @param positive which answers are positive
  /// @param fixed paths that cannot change, such as `parameters` or `person.birth`; all below too
  public Adviser(Decision decision, Predicate<@Nullable Object> positive, Set<String> fixed) {
    this.decision = decision;
    this.positive = positive;
    this.fixed = Set.copyOf(fixed);
    this.constants = Constants.of(decision.model());
  }

  /// For decisions that answer true or not.
  public static Adviser yesOrNo(Decision decision, Set<String> fixed) {
    return new Adviser(decision, Boolean.TRUE::equals, fixed);
  }

  public Advice advise(Map<String, ?> inputs) {
    if (positive.test(decision.value(inputs))) {
      return new Advice(true, List.of(), List.of());
    }
    List<String> missing = new ArrayList<>();
    List<Advice.Change> changes = new ArrayList<>();
    for (Leaf leaf : Leaf.of(decision, inputs)) {
      if (leaf.value() == null) {
        missing.add(leaf.path());
      }
      if (!isFixed(leaf.path())) {
        change(leaf, inputs, changes);
      }
    }
    return new Advice(false, missing, changes);
  }

  private boolean isFixed(String path) {
    return fixed.stream().anyMatch(one -> path.equals(one) || path.startsWith(one + "."));
  }

  private void change(Leaf leaf, Map<String, ?> inputs, List<Advice.Change> changes) {
    for (Object candidate : candidates(leaf, inputs)) {
      if (positive.test(decision.value(leaf.with(inputs, candidate)))) {
        changes.add(
            new Advice.Change(leaf.path(), leaf.value(), candidate, words(leaf, candidate)));
        return;
      }
    }
  }

  private static Words words(Leaf leaf, Object to) {
    String from = leaf.value() == null ? "?" : Text.of(leaf.value());
    return new Words(
        leaf.path() + " 由 " + from + " 变为 " + Text.of(to),
        leaf.path() + " from " + from + " to " + Text.of(to));
  }

  /// Values to try, the nearest first.
  private List<Object> candidates(Leaf leaf, Map<String, ?> inputs) {
    return switch (leaf.type()) {
      case "boolean" ->
          List.of(!Boolean.TRUE.equals(leaf.value()), Boolean.TRUE.equals(leaf.value()));
      case "string" -> constants.texts().stream().map(Object.class::cast).toList();
      case "number" -> numbers(leaf, inputs);
      case "date" -> dates(leaf, inputs);
      default -> List.of();
    };
  }

  private List<Object> numbers(Leaf leaf, Map<String, ?> inputs) {
    Set<BigDecimal> bounds = new LinkedHashSet<>(constants.numbers());
    collect(inputs.values(), bounds);
    decision
        .evaluate(inputs)
        .decided()
        .values()
        .forEach(one -> collect(List.of(Objects.requireNonNullElse(one, "")), bounds));
    for (BigDecimal factor : List.copyOf(bounds)) {
      for (BigDecimal figure : List.copyOf(bounds)) {
        if (bounds.size() < 2_000 && factor.abs().compareTo(BigDecimal.TEN) <= 0) {
          bounds.add(figure.multiply(factor));
        }
      }
    }
    BigDecimal from = leaf.value() instanceof BigDecimal known ? known : BigDecimal.ZERO;
    Set<BigDecimal> tries = new LinkedHashSet<>();
    for (BigDecimal bound : bounds) {
      tries.add(bound);
      tries.add(bound.subtract(step(leaf, bound)));
      tries.add(bound.add(step(leaf, bound)));
    }
    return tries.stream()
        .filter(one -> one.signum() >= 0)
        .sorted(Comparator.comparing(one -> one.subtract(from).abs()))
        .map(Object.class::cast)
        .toList();
  }

  private static BigDecimal step(Leaf leaf, BigDecimal bound) {
    boolean whole =
        bound.stripTrailingZeros().scale() <= 0
            && leaf.value() instanceof BigDecimal known
            && known.stripTrailingZeros().scale() <= 0;
    return whole ? BigDecimal.ONE : new BigDecimal("0.01");
  }

  private static void collect(Iterable<?> values, Set<BigDecimal> into) {
    for (Object value : values) {
      switch (value) {
        case BigDecimal number -> into.add(number);
        case Map<?, ?> map -> collect(map.values(), into);
        case null, default -> {
          // no figure
        }
      }
    }
  }

  private List<Object> dates(Leaf leaf, Map<String, ?> inputs) {
    LocalDate from = leaf.value() instanceof LocalDate known ? known : LocalDate.of(2000, 1, 1);
    Set<LocalDate> others = new LinkedHashSet<>(constants.dates());
    Leaf.of(decision, inputs).stream()
        .filter(one -> one.value() instanceof LocalDate && !one.path().equals(leaf.path()))
        .forEach(one -> others.add((LocalDate) Objects.requireNonNull(one.value())));
    Set<LocalDate> tries = new LinkedHashSet<>();
    for (LocalDate other : others) {
      tries.add(other);
      tries.add(other.minusDays(1));
      tries.add(other.plusDays(1));
      for (BigDecimal number : constants.numbers()) {
        if (number.signum() > 0 && number.compareTo(BigDecimal.valueOf(MOST_YEARS)) <= 0) {
          spans(other, number.intValue(), tries);
        }
      }
    }
    return tries.stream()
        .sorted(Comparator.comparing(one -> Math.abs(ChronoUnit.DAYS.between(from, one))))
        .map(Object.class::cast)
        .toList();
  }

  private static void spans(LocalDate other, int count, Set<LocalDate> tries) {
    for (LocalDate edge :
        List.of(
            other.plusYears(count),
            other.minusYears(count),
            other.plusMonths(count),
            other.minusMonths(count),
            other.plusDays(count),
            other.minusDays(count))) {
      tries.add(edge);
      tries.add(edge.minusDays(1));
      tries.add(edge.plusDays(1));
    }
  }

  /// An input, or a field of one that is a structure.
  ///
  /// @param field empty for the input itself
  record Leaf(String input, String field, String type, @Nullable Object value) {
    String path() {
      return field.isEmpty() ? input : input + "." + field;
    }

    static List<Leaf> of(Decision decision, Map<String, ?> inputs) {
      List<Leaf> leaves = new ArrayList<>();
      for (var input : decision.model().inputs()) {
        if (!decision.inputs().contains(input.name())) {
          continue;
        }
        Object value = inputs.get(input.name());
        var structure =
            decision.model().types().stream()
                .filter(type -> type.name().equals(input.typeRef()) && !type.fields().isEmpty())
                .findFirst();
        if (structure.isEmpty()) {
          leaves.add(new Leaf(input.name(), "", input.typeRef(), value));
          continue;
        }
        structure
            .get()
            .fields()
            .forEach(field ->
                leaves.add(
                    new Leaf(
                        input.name(),
                        field.name(),
                        field.typeRef(),
                        value instanceof Map<?, ?> map ? map.get(field.name()) : null)));
      }
      return leaves;
    }

    Map<String, ?> with(Map<String, ?> inputs, Object changed) {
      Map<String, @Nullable Object> result = new LinkedHashMap<>(inputs);
      if (field.isEmpty()) {
        result.put(input, changed);
        return result;
      }
      Map<String, @Nullable Object> structure = new LinkedHashMap<>();
      if (inputs.get(input) instanceof Map<?, ?> map) {
        map.forEach((name, value) -> structure.put(String.valueOf(name), value));
      }
      structure.put(field, changed);
      result.put(input, structure);
      return result;
    }
  }
}
