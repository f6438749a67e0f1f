package org.ronghe.model.decision;

import org.ronghe.model.pack.Words;

/// Something in a decision model that is wrong or not understood.
///
/// @param code stable, e.g. `feel-syntax`, `dmn-element`
/// @param file the model's file
/// @param element where in the file: a decision, a rule of its table
/// @param expression the offending text; empty when there is none
public record DecisionNotice(
    String code, String file, String element, String expression, Words why) {
  /// One line in English.
  public String english() {
    return file + " " + element + quoted() + ": " + why.en();
  }

  /// One line in Chinese.
  public String chinese() {
    return file + " " + element + quoted() + "：" + why.zh();
  }

  private String quoted() {
    return expression.isEmpty() ? "" : " “" + expression.strip() + "”";
  }
}
