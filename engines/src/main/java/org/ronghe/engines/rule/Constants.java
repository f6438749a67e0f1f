package org.ronghe.engines.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Temporal;
import org.ronghe.model.decision.Boxed;
import org.ronghe.model.decision.DecisionModel;

/// The constants a model speaks of, wherever they stand in its texts.
record Constants(Set<BigDecimal> numbers, Set<String> texts, Set<LocalDate> dates) {
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  static Constants of(DecisionModel model) {
    Constants found =
        new Constants(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    model.decisions().forEach(one -> found.collect(one.logic()));
    model.knowledge().forEach(one -> found.collect(one.logic()));
    model.types().forEach(type -> found.text(type.allowed()));
    model.types().forEach(type -> type.fields().forEach(field -> found.text(field.allowed())));
    return found;
  }

  private void collect(@Nullable Boxed boxed) {
    switch (boxed) {
      case null -> {
        // no logic
      }
      case Boxed.Literal(String text) -> text(text);
      case Boxed.Typed(Boxed value, _) -> collect(value);
      case Boxed.Table table -> {
        table
            .inputs()
            .forEach(one -> {
              text(one.expression());
              text(one.allowed());
            });
        table.rules().forEach(rule -> rule.tests().forEach(this::text));
      }
      case Boxed.Context(List<Boxed.Entry> entries) -> entries.forEach(one -> collect(one.value()));
      case Boxed.Invocation(Boxed function, List<Boxed.Entry> arguments) -> {
        collect(function);
        arguments.forEach(one -> collect(one.value()));
      }
      case Boxed.Function function -> collect(function.body());
      case Boxed.Listed(List<Boxed> items) -> items.forEach(this::collect);
      case Boxed.Relation relation -> relation.rows().forEach(row -> row.forEach(this::collect));
      case Boxed.Conditional(Boxed condition, Boxed then, Boxed otherwise) ->
          new ArrayList<>(List.of(condition, then, otherwise)).forEach(this::collect);
      case Boxed.Filter(Boxed list, Boxed match) -> List.of(list, match).forEach(this::collect);
      case Boxed.Iteration(_, Boxed in, Boxed result) -> List.of(in, result).forEach(this::collect);
      case Boxed.Quantified(_, _, Boxed in, Boxed satisfies) ->
          List.of(in, satisfies).forEach(this::collect);
      case Boxed.Strange _ -> {
        // not understood, so no constants
      }
    }
  }

  private void text(String feel) {
    Matcher quoted = TEXT.matcher(feel);
    while (quoted.find()) {
      String inside = quoted.group(1);
      if (DATE.matcher(inside).matches() && Temporal.literal(inside) instanceof LocalDate date) {
        dates.add(date);
      } else {
        texts.add(inside);
      }
    }
    Matcher number = NUMBER.matcher(quoted.replaceAll(" "));
    while (number.find()) {
      numbers.add(new BigDecimal(number.group()));
    }
  }
}
