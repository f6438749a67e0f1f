package org.ronghe.model.decision;

/// What a decision table does when several rules match (DMN 1.5, 8.2.8).
public enum HitPolicy {
  UNIQUE("U"),
  ANY("A"),
  PRIORITY("P"),
  FIRST("F"),
  COLLECT("C"),
  COLLECT_SUM("C+"),
  COLLECT_MIN("C<"),
  COLLECT_MAX("C>"),
  COLLECT_COUNT("C#"),
  RULE_ORDER("R"),
  OUTPUT_ORDER("O");

  private final String sign;

  HitPolicy(String sign) {
    this.sign = sign;
  }

  /// As it stands in the corner of a drawn table.
  public String sign() {
    return sign;
  }

  /// Whether the answer is one rule's output rather than a list or a sum of several.
  public boolean single() {
    return switch (this) {
      case UNIQUE, ANY, PRIORITY, FIRST -> true;
      case COLLECT,
          COLLECT_SUM,
          COLLECT_MIN,
          COLLECT_MAX,
          COLLECT_COUNT,
          RULE_ORDER,
          OUTPUT_ORDER ->
          false;
    };
  }
}
