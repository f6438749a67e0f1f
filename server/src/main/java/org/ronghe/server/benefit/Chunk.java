package org.ronghe.server.benefit;

import java.math.BigDecimal;
import java.util.Locale;
import org.ronghe.engines.rule.Fired;
import org.ronghe.engines.rule.benefit.BenefitRules;
import org.ronghe.engines.rule.benefit.SyntheticPerson;
import org.ronghe.engines.rule.benefit.Tally;

/// A stretch of the register, counted and written.
final class Chunk {
  static final String HEADER =
      "person,synthetic,division,township,place,age,benefit,amount_yuan,per,annual_yuan,"
          + "receives,found_before_asked,rules\n";
  private final Tally before = new Tally();
  private final Tally after = new Tally();
  private final StringBuilder lines = new StringBuilder();
  private final boolean writes;

  Chunk(boolean writes) {
    this.writes = writes;
  }

  Tally before() {
    return before;
  }

  Tally after() {
    return after;
  }

  CharSequence lines() {
    return lines;
  }

  void line(
      SyntheticPerson person,
      BenefitRules rules,
      BenefitRules.Result result,
      int aYear,
      boolean receives) {
    BigDecimal amount = result.amount();
    if (!writes || !Boolean.TRUE.equals(result.eligible()) || amount == null) {
      return;
    }
    lines
        .append(person.id())
        .append(",合成 synthetic,")
        .append(person.cell().village())
        .append(',')
        .append(person.cell().townshipName())
        .append(person.cell().urban() ? ",town," : ",village,")
        .append(person.age())
        .append(',')
        .append(rules.benefit().id())
        .append(',')
        .append(amount.toPlainString())
        .append(',')
        .append(rules.benefit().per().name().toLowerCase(Locale.ROOT))
        .append(',')
        .append(amount.multiply(BigDecimal.valueOf(aYear)).toPlainString())
        .append(receives ? ",yes,no," : ",no,yes,");
    for (Fired fired : result.outcome().fired()) {
      if (!fired.rules().isEmpty()) {
        lines.append(fired.table());
        fired.rules().forEach(rule -> lines.append('#').append(rule));
        lines.append(' ');
      }
    }
    lines.append('\n');
  }
}
