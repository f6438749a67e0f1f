package org.ronghe.model.service;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;

/// A plain test of one answer: when a question, a material, a fee, a service of a bundle applies,
/// or whether a condition is met. Everything given must hold. Richer rules are DMN.
///
/// @param element whose answer is tested
/// @param is the answer is one of these, as text (`true` and `false` for yes and no); empty for any
/// @param not the answer is none of these
/// @param min number at least; null for any
/// @param max number at most; null for any
/// @param ageMin_years for dates: at least so many full years before the day of filing
/// @param ageMax_years for dates: at most so many full years before the day of filing
/// @param within_days for dates: at most so many days before the day of filing, and not after it
public record AnswerTest(
    String element,
    List<String> is,
    List<String> not,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Integer ageMin_years,
    @Nullable Integer ageMax_years,
    @Nullable Integer within_days) {
  public AnswerTest {
    Require.filled(element, "element");
    is = List.copyOf(is);
    not = List.copyOf(not);
  }
}
