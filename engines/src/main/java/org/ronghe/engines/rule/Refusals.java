package org.ronghe.engines.rule;

import org.ronghe.engines.rule.feel.FeelFault;

/// Faults of tables that FEEL itself cannot see.
final class Refusals {
  private Refusals() {}

  static FeelFault columns(int inputs, int tests, int outputs, int values) {
    return new FeelFault(
        "table-columns",
        "这一行有 " + tests + " 个条件、" + values + " 个结果，表头是 " + inputs + " 个条件、" + outputs + " 个结果。",
        "this rule has "
            + tests
            + " tests and "
            + values
            + " outputs, the table has "
            + inputs
            + " and "
            + outputs
            + ".");
  }

  static FeelFault noPriorities() {
    return new FeelFault(
        "table-priorities",
        "命中策略 P 或 O 需要列出输出值的先后（outputValues）。",
        "hit policies P and O need the output values in their order (outputValues).");
  }
}
