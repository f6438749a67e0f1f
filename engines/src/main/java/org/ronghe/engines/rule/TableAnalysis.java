package org.ronghe.engines.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Check;
import org.ronghe.engines.rule.feel.Compiler;
import org.ronghe.engines.rule.feel.FeelFault;
import org.ronghe.engines.rule.feel.Frame;
import org.ronghe.engines.rule.feel.Names;
import org.ronghe.engines.rule.feel.Scope;
import org.ronghe.engines.rule.feel.Text;
import org.ronghe.model.decision.Boxed;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.decision.DecisionModel.Knowledge;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.model.decision.DeclaredDecision;
import org.ronghe.model.decision.HitPolicy;
import org.ronghe.model.pack.Words;

/// Looks for gaps, overlaps and dead rules in the decision tables of a model, without running it:
/// at every boundary of every column, just beside it, and everywhere between. Complete for tables
/// whose tests compare with constants; a table with a test that speaks of variables is named as not
/// looked at.
///
/// @param notices one per table and kind of fault, with a case that shows it
/// @param passedOver tables that were not looked at, and why
public record TableAnalysis(List<DecisionNotice> notices, List<String> passedOver) {
  private static final long MOST = 300_000;

  public TableAnalysis {
    notices = List.copyOf(notices);
    passedOver = List.copyOf(passedOver);
  }

  /// Looks at all tables of a model.
  public static TableAnalysis of(DecisionModel model) {
    List<DecisionNotice> notices = new ArrayList<>();
    List<String> passedOver = new ArrayList<>();
    for (DeclaredDecision one : model.decisions()) {
      look(model, one.name(), one.logic(), notices, passedOver);
    }
    for (Knowledge one : model.knowledge()) {
      look(
          model,
          one.name(),
          one.logic() instanceof Boxed.Function function ? function.body() : null,
          notices,
          passedOver);
    }
    return new TableAnalysis(notices, passedOver);
  }

  private static void look(
      DecisionModel model,
      String name,
      @Nullable Boxed logic,
      List<DecisionNotice> notices,
      List<String> passedOver) {
    switch (logic) {
      case Boxed.Table table -> {
        Look look = new Look(model, name, table);
        String why = look.prepare();
        if (why.isEmpty()) {
          notices.addAll(look.run());
        } else {
          passedOver.add(name + ": " + why);
        }
      }
      case Boxed.Context(List<Boxed.Entry> entries) ->
          entries.forEach(one ->
              look(
                  model,
                  one.name() == null ? name : name + "." + one.name(),
                  one.value(),
                  notices,
                  passedOver));
      case null, default -> {
        // no table, nothing to look at
      }
    }
  }

  /// One table under the glass.
  private static final class Look {
    private final DecisionModel model;
    private final String name;
    private final Boxed.Table table;
    private final int columns;
    private final List<List<Object>> cases = new ArrayList<>();
    private final Check[][] checks;
    private final Scope scope = Scope.root();
    private final int input = scope.declare("?");

    Look(DecisionModel model, String name, Boxed.Table table) {
      this.model = model;
      this.name = name;
      this.table = table;
      this.columns = table.inputs().size();
      this.checks = new Check[table.rules().size()][columns];
    }

    /// Empty, or why the table cannot be looked at.
    String prepare() {
      Compiler feel = new Compiler(new Names(List.of()), _ -> null);
      long count = 1;
      for (int column = 0; column < columns; column++) {
        Boxed.InputColumn head = table.inputs().get(column);
        List<Object> constants = new ArrayList<>();
        try {
          for (int rule = 0; rule < checks.length; rule++) {
            String text = table.rules().get(rule).tests().get(column);
            checks[rule][column] = text.isBlank() ? Check.ANY : feel.tests(text, scope);
            if (!text.isBlank()) {
              constants.addAll(feel.plain(text).constants());
            }
          }
          cases.add(allowed(feel, head, Boundaries.around(constants, head.typeRef())));
        } catch (FeelFault variable) {
          return "column “" + head.expression().strip() + "”: " + variable.why().en();
        }
        count *= cases.getLast().size();
        if (count > MOST) {
          return "more than " + MOST + " cases";
        }
      }
      return "";
    }

    private List<Object> allowed(Compiler feel, Boxed.InputColumn head, List<Object> all) {
      if (head.allowed().isBlank()) {
        return all;
      }
      Check check = feel.tests(head.allowed(), scope);
      Set<Object> values = new HashSet<>(all);
      values.addAll(feel.plain(head.allowed()).constants());
      return values.stream().filter(one -> passes(check, one)).toList();
    }

    private boolean passes(Check check, Object value) {
      Frame frame = new Frame(scope.size() + 4, Silent.TRACE);
      frame.set(input, value);
      return check.passes(value, frame);
    }

    List<DecisionNotice> run() {
      boolean[][][] matches = new boolean[columns][][];
      for (int column = 0; column < columns; column++) {
        List<Object> values = cases.get(column);
        matches[column] = new boolean[values.size()][checks.length];
        for (int value = 0; value < values.size(); value++) {
          for (int rule = 0; rule < checks.length; rule++) {
            matches[column][value][rule] = passes(checks[rule][column], values.get(value));
          }
        }
      }
      return judge(matches);
    }

    private List<DecisionNotice> judge(boolean[][][] matches) {
      List<DecisionNotice> found = new ArrayList<>();
      boolean[] ever = new boolean[checks.length];
      boolean gap = false;
      Set<String> overlaps = new HashSet<>();
      int[] at = new int[columns];
      do {
        List<Integer> hit = hits(matches, at);
        if (hit.isEmpty() && !gap && mustAnswer()) {
          gap = true;
          found.add(
              notice(
                  "table-gap", at, "没有规则符合，也没有缺省值。", "no rule matches and there is no default."));
        } else if (hit.size() > 1 && clash(hit) && overlaps.add(hit.toString())) {
          String rules = hit.stream().map(String::valueOf).collect(Collectors.joining(", "));
          found.add(
              notice(
                  "table-overlap",
                  at,
                  "规则 " + rules + " 同时符合，命中策略 " + table.policy().sign() + " 不允许。",
                  "rules "
                      + rules
                      + " match, which hit policy "
                      + table.policy().sign()
                      + " forbids."));
        }
        for (int rule :
            table.policy() == HitPolicy.FIRST && !hit.isEmpty() ? hit.subList(0, 1) : hit) {
          ever[rule - 1] = true;
        }
      } while (next(at));
      for (int rule = 0; rule < ever.length; rule++) {
        if (!ever[rule]) {
          found.add(dead(rule));
        }
      }
      return found;
    }

    /// A single answer is wanted and there is none when no rule matches.
    private boolean mustAnswer() {
      return table.policy().single()
          && table.outputs().stream().allMatch(one -> one.otherwise().isBlank());
    }

    private boolean clash(List<Integer> hit) {
      return switch (table.policy()) {
        case UNIQUE -> true;
        case ANY ->
            hit.stream().map(rule -> table.rules().get(rule - 1).outputs()).distinct().count() > 1;
        case PRIORITY,
            FIRST,
            COLLECT,
            COLLECT_SUM,
            COLLECT_MIN,
            COLLECT_MAX,
            COLLECT_COUNT,
            RULE_ORDER,
            OUTPUT_ORDER ->
            false;
      };
    }

    private List<Integer> hits(boolean[][][] matches, int[] at) {
      List<Integer> hit = new ArrayList<>();
      rules:
      for (int rule = 0; rule < checks.length; rule++) {
        for (int column = 0; column < columns; column++) {
          if (!matches[column][at[column]][rule]) {
            continue rules;
          }
        }
        hit.add(rule + 1);
      }
      return hit;
    }

    private boolean next(int[] at) {
      for (int column = columns - 1; column >= 0; column--) {
        if (++at[column] < cases.get(column).size()) {
          return true;
        }
        at[column] = 0;
      }
      return false;
    }

    private DecisionNotice notice(String code, int[] at, String zh, String en) {
      List<String> shown = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        if (cases.get(column).size() > 1) {
          String label = table.inputs().get(column).expression().strip();
          shown.add(label + " = " + Text.of(cases.get(column).get(at[column])));
        }
      }
      return new DecisionNotice(
          code, model.file(), name, String.join(", ", shown), new Words(zh, en));
    }

    private DecisionNotice dead(int rule) {
      return new DecisionNotice(
          "table-dead-rule",
          model.file(),
          name + " #" + (rule + 1),
          Objects.requireNonNullElse(String.join(" | ", table.rules().get(rule).tests()), ""),
          new Words("这条规则永远不会生效。", "this rule can never decide."));
    }
  }
}
