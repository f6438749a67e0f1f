package org.ronghe.engines.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Trace.Fault;
import org.ronghe.model.decision.Boxed;
import org.ronghe.model.decision.HitPolicy;

/// A table that was asked: its inputs and the rules that matched.
public final class Fired {
  private final String decision;
  private final TableCode table;
  private final @Nullable Object[] inputs;
  private final int[] matched;
  private final @Nullable Fault fault;

  Fired(
      String decision,
      TableCode table,
      @Nullable Object[] inputs,
      int[] matched,
      @Nullable Fault fault) {
    this.decision = decision;
    this.table = table;
    this.inputs = inputs;
    this.matched = matched;
    this.fault = fault;
  }

  /// The decision during which it was asked.
  public String decision() {
    return decision;
  }

  /// The decision or function the table belongs to.
  public String table() {
    return table.name();
  }

  public HitPolicy policy() {
    return table.source().policy();
  }

  /// Null when the table answered.
  public @Nullable Fault fault() {
    return fault;
  }

  /// The rules that matched, numbered from 1; those that decided first.
  public List<Integer> rules() {
    List<Integer> result = new ArrayList<>(matched.length);
    for (int rule : matched) {
      result.add(rule + 1);
    }
    return result;
  }

  /// The values of the input columns, by label or expression.
  public Map<String, @Nullable Object> inputs() {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    for (int i = 0; i < inputs.length; i++) {
      Boxed.InputColumn column = table.source().inputs().get(i);
      result.put(
          column.label().isEmpty() ? column.expression().strip() : column.label(), inputs[i]);
    }
    return Collections.unmodifiableMap(result);
  }

  /// The annotation in the column of this name, beside the rule (from 1); empty when there is none.
  public String annotation(int rule, String column) {
    int at = table.source().annotations().indexOf(column);
    List<String> texts = table.annotations(rule - 1);
    return at < 0 || at >= texts.size() ? "" : texts.get(at).strip();
  }
}
