package org.ronghe.engines.rule.feel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Compiles filters, `for`, `some` and `every`.
final class Loops {
  private static final int MOST = 10_000_000;
  private final Compiler compiler;

  Loops(Compiler compiler) {
    this.compiler = compiler;
  }

  Node filter(Node of, Scope scope, Function<Scope, Node> match) {
    Scope inner = scope.nested();
    int item = inner.declare("item");
    Scope fields = inner.nested();
    fields.open(item);
    int before = compiler.lambdas();
    Node test = match.apply(fields);
    boolean apart = compiler.lambdas() > before;
    if (test instanceof Node.Fixed(BigDecimal position)) {
      return frame -> at(of.value(frame), position);
    }
    return frame -> {
      Object value = of.value(frame);
      if (value == null) {
        return null;
      }
      List<@Nullable Object> result = new ArrayList<>();
      boolean first = true;
      for (Object one : Values.list(value)) {
        Frame at = apart ? frame.copy() : frame;
        at.set(item, one);
        Object answer = test.value(at);
        if (first && answer instanceof BigDecimal position) {
          return at(value, position);
        }
        if (answer != null && !(answer instanceof Boolean)) {
          return null;
        }
        first = false;
        if (Boolean.TRUE.equals(answer)) {
          result.add(one);
        }
      }
      return result;
    };
  }

  private static @Nullable Object at(@Nullable Object value, BigDecimal position) {
    Integer at = Values.whole(position);
    if (value == null || at == null || at == 0) {
      return null;
    }
    List<@Nullable Object> list = Values.list(value);
    int place = at > 0 ? at - 1 : list.size() + at;
    return place < 0 || place >= list.size() ? null : list.get(place);
  }

  Node iteration(String variable, Node in, Scope scope, Function<Scope, Node> body) {
    Scope inner = scope.nested();
    int partial = inner.declare("partial");
    return loop(List.of(in), List.of(variable), inner, body, partial, Loops::collected);
  }

  Node quantified(
      boolean every, String variable, Node in, Scope scope, Function<Scope, Node> body) {
    return loop(List.of(in), List.of(variable), scope.nested(), body, -1, quantifier(every));
  }

  Node compile(List<Expr.Iterator> over, Expr result, Scope scope) {
    Scope inner = scope.nested();
    int partial = inner.declare("partial");
    return loop(over, inner, result, partial, Loops::collected);
  }

  Node compile(Expr.Quantified quantified, Scope scope) {
    return loop(
        quantified.over(),
        scope.nested(),
        quantified.satisfies(),
        -1,
        quantifier(quantified.every()));
  }

  private Node loop(List<Expr.Iterator> over, Scope inner, Expr body, int partial, Gather gather) {
    List<Node> sources = new ArrayList<>();
    List<Integer> variables = new ArrayList<>();
    Scope scope = inner;
    int before = compiler.lambdas();
    for (Expr.Iterator iterator : over) {
      Node from = compiler.compile(iterator.in(), scope);
      Expr end = iterator.to();
      if (end == null) {
        sources.add(frame -> items(from.value(frame)));
      } else {
        Node to = compiler.compile(end, scope);
        sources.add(frame -> span(from.value(frame), to.value(frame)));
      }
      scope = scope.nested();
      variables.add(scope.declare(iterator.name()));
    }
    Node result = compiler.compile(body, scope);
    return new Loop(sources, variables, result, partial, gather, compiler.lambdas() > before);
  }

  private Node loop(
      List<Node> in,
      List<String> names,
      Scope inner,
      Function<Scope, Node> body,
      int partial,
      Gather gather) {
    int before = compiler.lambdas();
    Scope scope = inner.nested();
    List<Integer> variables = List.of(scope.declare(names.getFirst()));
    Node source = in.getFirst();
    Node result = body.apply(scope);
    return new Loop(
        List.of(frame -> items(source.value(frame))),
        variables,
        result,
        partial,
        gather,
        compiler.lambdas() > before);
  }

  /// What is made of the values of all rounds; null when there was nothing to go over.
  @FunctionalInterface
  private interface Gather {
    @Nullable Object of(List<@Nullable Object> rounds);
  }

  private static @Nullable Object collected(List<@Nullable Object> rounds) {
    return rounds;
  }

  private static Gather quantifier(boolean every) {
    return rounds -> {
      boolean unknown = false;
      for (Object one : rounds) {
        if (one != null && !(one instanceof Boolean)) {
          return null;
        }
      }
      for (Object one : rounds) {
        if (one instanceof Boolean truth) {
          if (truth != every) {
            return !every;
          }
        } else {
          unknown = true;
        }
      }
      return unknown ? null : every;
    };
  }

  private record Loop(
      List<Node> sources,
      List<Integer> variables,
      Node result,
      int partial,
      Gather gather,
      boolean apart)
      implements Node {
    @Override
    public @Nullable Object value(Frame frame) {
      List<@Nullable Object> rounds = new ArrayList<>();
      return run(frame, 0, rounds) ? gather.of(rounds) : null;
    }

    private boolean run(Frame frame, int depth, List<@Nullable Object> rounds) {
      if (depth == sources.size()) {
        if (partial >= 0) {
          frame.set(partial, new ArrayList<>(rounds));
        }
        rounds.add(result.value(frame));
        return true;
      }
      if (!(sources.get(depth).value(frame) instanceof Iterable<?> items)) {
        return false;
      }
      for (Object item : items) {
        Frame at = apart ? frame.copy() : frame;
        at.set(variables.get(depth), item);
        if (!run(at, depth + 1, rounds)) {
          return false;
        }
      }
      return true;
    }
  }

  private static @Nullable Object items(@Nullable Object value) {
    if (value instanceof Range range) {
      Object low = range.low();
      Object high = range.high();
      if (!(span(low, high) instanceof List<?> all)) {
        return null;
      }
      int from = range.lowIncluded() ? 0 : 1;
      int to =
          all.size()
              - (range.highIncluded() || !Boolean.TRUE.equals(Values.equal(all.getLast(), high))
                  ? 0
                  : 1);
      return from > to ? List.of() : all.subList(from, to);
    }
    return value == null ? null : Values.list(value);
  }

  private static @Nullable Object span(@Nullable Object from, @Nullable Object to) {
    if (from instanceof LocalDate start && to instanceof LocalDate end) {
      int step = start.isAfter(end) ? -1 : 1;
      long days = Math.abs(end.toEpochDay() - start.toEpochDay());
      if (days > MOST) {
        return null;
      }
      List<@Nullable Object> result = new ArrayList<>();
      for (long i = 0; i <= days; i++) {
        result.add(start.plusDays(i * step));
      }
      return result;
    }
    Integer start = Values.whole(from);
    Integer end = Values.whole(to);
    if (start == null || end == null || Math.abs((long) end - start) > MOST) {
      return null;
    }
    List<@Nullable Object> result = new ArrayList<>();
    int step = start > end ? -1 : 1;
    for (long i = start; step > 0 ? i <= end : i >= end; i += step) {
      result.add(BigDecimal.valueOf(i));
    }
    return result;
  }
}
