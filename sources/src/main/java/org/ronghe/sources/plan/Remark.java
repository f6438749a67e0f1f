package org.ronghe.sources.plan;

/// Something to know about a table, in both languages.
///
/// @param code stable, lower-case with `-`
/// @param zh what and where, Chinese
/// @param maybeZh what may help; may be empty
public record Remark(String code, String zh, String en, String maybeZh, String maybeEn) {
  static Remark of(String code, String zh, String en) {
    return new Remark(code, zh, en, "", "");
  }
}
