package org.ronghe.engines.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Check;
import org.ronghe.engines.rule.feel.Coercion;
import org.ronghe.engines.rule.feel.FeelType;
import org.ronghe.engines.rule.feel.Frame;
import org.ronghe.engines.rule.feel.Node;
import org.ronghe.engines.rule.feel.Scope;
import org.ronghe.model.decision.Boxed;
import org.ronghe.model.decision.HitPolicy;

/// Compiles one decision table.
final class TableCompiler {
  private final BoxedCompiler boxed;
  private final String place;
  private final Boxed.Table table;

  TableCompiler(BoxedCompiler boxed, String place, Boxed.Table table) {
    this.boxed = boxed;
    this.place = place;
    this.table = table;
  }

  Node compile(Scope scope) {
    int columns = table.inputs().size();
    Node[] inputs = new Node[columns];
    int[] slots = new int[columns];
    Scope[] scopes = new Scope[columns];
    Check[] allowed = new Check[columns];
    for (int i = 0; i < columns; i++) {
      Boxed.InputColumn column = table.inputs().get(i);
      String at = place + " ▸ " + column.expression().strip();
      inputs[i] = boxed.typed(at, column.typeRef(), boxed.feel(at, column.expression(), scope));
      scopes[i] = scope.nested();
      slots[i] = scopes[i].declare("?");
      allowed[i] = column.allowed().isBlank() ? Check.ANY : check(at, column.allowed(), scopes[i]);
    }
    List<Boxed.Rule> rules = table.rules();
    Check[][] tests = new Check[rules.size()][];
    Node[] outputs = new Node[rules.size()];
    for (int rule = 0; rule < tests.length; rule++) {
      String at = place + " #" + (rule + 1);
      tests[rule] = tests(at, rules.get(rule), scopes);
      outputs[rule] = outputs(at, rules.get(rule).outputs(), scope);
    }
    return new TableCode(
        place, table, inputs, slots, allowed, tests, outputs, otherwise(scope), hits());
  }

  private Check[] tests(String at, Boxed.Rule rule, Scope[] scopes) {
    Check[] row = new Check[scopes.length];
    Arrays.fill(row, Check.ANY);
    if (rule.tests().size() != scopes.length || rule.outputs().size() != table.outputs().size()) {
      boxed.tried(
          at,
          "",
          () -> {
            throw unequal(rule);
          },
          row);
      return row;
    }
    for (int column = 0; column < row.length; column++) {
      String text = rule.tests().get(column);
      row[column] = text.isBlank() ? Check.ANY : check(at, text, scopes[column]);
    }
    return row;
  }

  private org.ronghe.engines.rule.feel.FeelFault unequal(Boxed.Rule rule) {
    return Refusals.columns(
        table.inputs().size(), rule.tests().size(), table.outputs().size(), rule.outputs().size());
  }

  private Check check(String at, String text, Scope scope) {
    return boxed.tried(at, text, () -> boxed.feel().tests(text, scope), Check.ANY);
  }

  private Node outputs(String at, List<String> texts, Scope scope) {
    int count = Math.min(texts.size(), table.outputs().size());
    Node[] nodes = new Node[count];
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      Boxed.OutputColumn column = table.outputs().get(i);
      names[i] = column.name();
      nodes[i] = output(at, column, texts.get(i), scope);
    }
    if (count == 1) {
      return nodes[0];
    }
    return frame -> {
      Map<String, @Nullable Object> result = LinkedHashMap.newLinkedHashMap(count);
      for (int i = 0; i < count; i++) {
        result.put(names[i], nodes[i].value(frame));
      }
      return Collections.unmodifiableMap(result);
    };
  }

  private Node output(String at, Boxed.OutputColumn column, String text, Scope scope) {
    Node node = boxed.feel(at, text, scope);
    FeelType type = boxed.type(at, column.typeRef());
    return switch (node) {
      case Node.Fixed(Object constant) -> new Node.Fixed(Coercion.to(type, constant));
      default -> type.equals(FeelType.ANY) ? node : frame -> Coercion.to(type, node.value(frame));
    };
  }

  private @Nullable Node otherwise(Scope scope) {
    List<String> texts = table.outputs().stream().map(Boxed.OutputColumn::otherwise).toList();
    return texts.stream().allMatch(String::isBlank)
        ? null
        : outputs(place + " (default)", texts, scope);
  }

  private Hits hits() {
    List<List<Object>> priorities = new ArrayList<>();
    boolean ranked =
        table.policy() == HitPolicy.PRIORITY || table.policy() == HitPolicy.OUTPUT_ORDER;
    for (Boxed.OutputColumn column : table.outputs()) {
      if (ranked && column.allowed().isBlank() && table.outputs().size() == 1) {
        boxed.tried(
            place,
            column.allowed(),
            () -> {
              throw Refusals.noPriorities();
            },
            place);
      }
      priorities.add(ranked ? priorities(column.allowed()) : List.of());
    }
    return new Hits(
        table.policy(),
        table.outputs().stream().map(Boxed.OutputColumn::name).toList(),
        priorities);
  }

  private List<Object> priorities(String allowed) {
    if (allowed.isBlank()) {
      return List.of();
    }
    Node list = boxed.feel(place, "[" + allowed + "]", Scope.root());
    Object values = list.value(new Frame(8, Silent.TRACE));
    return values instanceof List<?> known
        ? known.stream().filter(Objects::nonNull).map(Object.class::cast).toList()
        : List.of();
  }
}
