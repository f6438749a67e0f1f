package org.ronghe.engines.rule;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Check;
import org.ronghe.engines.rule.feel.Frame;
import org.ronghe.engines.rule.feel.Node;
import org.ronghe.engines.rule.feel.Trace.Fault;
import org.ronghe.model.decision.Boxed;

/// A compiled decision table.
///
/// @param name the decision or function it belongs to
/// @param inputs input expressions, one a column
/// @param slots where each column's value stands for `?`
/// @param allowed what each column's value must pass
/// @param tests by rule, then column; [Check#ANY] for the dash
/// @param outputs by rule
/// @param otherwise the value when no rule matches; null for none
record TableCode(
    String name,
    Boxed.Table source,
    Node[] inputs,
    int[] slots,
    Check[] allowed,
    Check[][] tests,
    Node[] outputs,
    @Nullable Node otherwise,
    Hits hits)
    implements Node {
  private static final int[] NONE = new int[0];

  @Override
  public @Nullable Object value(Frame frame) {
    @Nullable Object[] values = new Object[inputs.length];
    for (int i = 0; i < values.length; i++) {
      Object value = inputs[i].value(frame);
      values[i] = value;
      frame.set(slots[i], value);
      if (allowed[i] != Check.ANY && !allowed[i].passes(value, frame)) {
        frame.trace().table(this, values, NONE, Fault.INPUT_NOT_ALLOWED);
        return null;
      }
    }
    int[] matched = matched(values, frame);
    if (matched.length == 0) {
      frame.trace().table(this, values, matched, null);
      return otherwise == null ? hits.nothing() : otherwise.value(frame);
    }
    return hits.answer(this, values, matched, frame);
  }

  private int[] matched(@Nullable Object[] values, Frame frame) {
    int[] matched = NONE;
    boolean first = hits.firstOnly();
    rules:
    for (int rule = 0; rule < tests.length; rule++) {
      Check[] row = tests[rule];
      for (int column = 0; column < row.length; column++) {
        Check test = row[column];
        if (test != Check.ANY && !test.passes(values[column], frame)) {
          continue rules;
        }
      }
      matched = Arrays.copyOf(matched, matched.length + 1);
      matched[matched.length - 1] = rule;
      if (first) {
        break;
      }
    }
    return matched;
  }

  /// The words that stand beside a rule, by the name of their column.
  List<String> annotations(int rule) {
    return source.rules().get(rule).annotations();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
