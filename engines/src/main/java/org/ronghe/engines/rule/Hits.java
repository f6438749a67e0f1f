package org.ronghe.engines.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Frame;
import org.ronghe.engines.rule.feel.Trace.Fault;
import org.ronghe.engines.rule.feel.Values;
import org.ronghe.model.decision.HitPolicy;

/// What a table answers from the rules that matched.
///
/// @param names of the outputs; one empty name for a single output
/// @param priorities for each output its values, best first; empty for none
record Hits(HitPolicy policy, List<String> names, List<List<Object>> priorities) {

  boolean firstOnly() {
    return policy == HitPolicy.FIRST;
  }

  /// The answer when no rule matched and there is no default.
  @Nullable Object nothing() {
    return policy == HitPolicy.COLLECT_COUNT ? BigDecimal.ZERO : null;
  }

  @Nullable Object answer(TableCode table, @Nullable Object[] inputs, int[] matched, Frame frame) {
    if (matched.length == 1 && policy.single()) {
      frame.trace().table(table, inputs, matched, null);
      return table.outputs()[matched[0]].value(frame);
    }
    List<@Nullable Object> outputs = new ArrayList<>(matched.length);
    for (int rule : matched) {
      outputs.add(table.outputs()[rule].value(frame));
    }
    Fault fault = fault(outputs);
    int[] order = ordered(matched, outputs);
    frame.trace().table(table, inputs, order, fault);
    return fault == null ? answer(outputs) : null;
  }

  private @Nullable Fault fault(List<@Nullable Object> outputs) {
    return switch (policy) {
      case UNIQUE -> outputs.size() > 1 ? Fault.SEVERAL_MATCH : null;
      case ANY -> {
        Object first = outputs.getFirst();
        boolean same =
            outputs.stream().allMatch(one -> Boolean.TRUE.equals(Values.equal(first, one)));
        yield same ? null : Fault.OUTPUTS_DIFFER;
      }
      case PRIORITY,
          FIRST,
          COLLECT,
          COLLECT_SUM,
          COLLECT_MIN,
          COLLECT_MAX,
          COLLECT_COUNT,
          RULE_ORDER,
          OUTPUT_ORDER ->
          null;
    };
  }

  /// Sorts the outputs in place where the policy asks for it; gives the rules in the same order.
  private int[] ordered(int[] matched, List<@Nullable Object> outputs) {
    if (policy != HitPolicy.PRIORITY && policy != HitPolicy.OUTPUT_ORDER) {
      return matched;
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < matched.length; i++) {
      order.add(i);
    }
    List<@Nullable Object> before = new ArrayList<>(outputs);
    order.sort(Comparator.comparing(i -> rank(before.get(i)), Arrays::compare));
    for (int i = 0; i < order.size(); i++) {
      outputs.set(i, before.get(order.get(i)));
    }
    return order.stream().mapToInt(i -> matched[i]).toArray();
  }

  private int[] rank(@Nullable Object output) {
    int[] rank = new int[names.size()];
    for (int i = 0; i < rank.length; i++) {
      Object value =
          output instanceof Map<?, ?> map && rank.length > 1 ? map.get(names.get(i)) : output;
      List<Object> best = priorities.get(i);
      rank[i] = best.size();
      for (int j = best.size() - 1; j >= 0; j--) {
        if (Boolean.TRUE.equals(Values.equal(best.get(j), value))) {
          rank[i] = j;
        }
      }
    }
    return rank;
  }

  private @Nullable Object answer(List<@Nullable Object> outputs) {
    return switch (policy) {
      case UNIQUE, ANY, PRIORITY, FIRST -> outputs.getFirst();
      case COLLECT, RULE_ORDER, OUTPUT_ORDER -> outputs;
      case COLLECT_COUNT -> BigDecimal.valueOf(outputs.size());
      case COLLECT_SUM -> sum(outputs);
      case COLLECT_MIN -> extreme(outputs, -1);
      case COLLECT_MAX -> extreme(outputs, 1);
    };
  }

  private static @Nullable Object sum(List<@Nullable Object> outputs) {
    BigDecimal total = BigDecimal.ZERO;
    for (Object one : outputs) {
      if (!(one instanceof BigDecimal number)) {
        return null;
      }
      total = total.add(number, MathContext.DECIMAL128);
    }
    return total;
  }

  private static @Nullable Object extreme(List<@Nullable Object> outputs, int sign) {
    Object best = outputs.getFirst();
    for (Object one : outputs) {
      Integer order = Values.compare(one, best);
      if (order == null) {
        return null;
      }
      if (order * sign > 0) {
        best = one;
      }
    }
    return best;
  }
}
