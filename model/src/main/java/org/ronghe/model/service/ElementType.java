package org.ronghe.model.service;

import java.util.Locale;

/// What kind of answer an element takes; in files lower case with `-`, e.g. `id-number`.
public enum ElementType {
  TEXT,
  LONG_TEXT,
  INTEGER,
  NUMBER,
  /// Yuan, two decimals.
  MONEY,
  /// ISO date.
  DATE,
  BOOLEAN,
  CHOICE,
  /// Several of the choices.
  CHOICES,
  /// Citizen identity number, GB 11643.
  ID_NUMBER,
  /// Unified social credit code, GB 32100.
  CREDIT_CODE,
  MOBILE,
  EMAIL,
  BANK_ACCOUNT,
  /// Division code, 6, 9 or 12 digits.
  DIVISION,
  ADDRESS,
  /// A GeoJSON geometry, drawn on the map.
  GEOMETRY;

  /// The FEEL type its answers have; `Any` where a rule should not look at it.
  public String feel() {
    return switch (this) {
      case INTEGER, NUMBER, MONEY -> "number";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TEXT, LONG_TEXT, CHOICE, ID_NUMBER, CREDIT_CODE, MOBILE, EMAIL, BANK_ACCOUNT -> "string";
      case DIVISION, ADDRESS -> "string";
      case CHOICES, GEOMETRY -> "Any";
    };
  }

  /// As files write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
