package org.ronghe.model.service;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;
import org.ronghe.model.pack.Words;

/// What is to be paid (收费项目).
///
/// @param amount_yuan fixed amount, or the rate when `per` is given
/// @param per element whose number the rate is multiplied by; null for a fixed amount
/// @param basis the rule, or `示例`
/// @param waivable 允许减免
/// @param when only if this holds; null for always
public record Fee(
    String id,
    Words name,
    BigDecimal amount_yuan,
    @Nullable String per,
    String basis,
    boolean waivable,
    @Nullable AnswerTest when) {
  public Fee {
    Require.filled(id, "fee");
    Require.that(amount_yuan.signum() >= 0, "fee " + id + " is negative");
  }
}
