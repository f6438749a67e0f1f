package org.ronghe.model.remark;

/// Something to be told to the one who gave a file or typed a command, in both languages.
///
/// @param code stable, lower-case with `-`, e.g. `port-taken`
/// @param zh what, where and why, Chinese
/// @param en the same in English
/// @param maybeZh what it may be or what to do next, Chinese; may be empty
/// @param maybeEn the same in English; may be empty
public record Remark(String code, String zh, String en, String maybeZh, String maybeEn) {
  /// A remark without advice.
  public static Remark of(String code, String zh, String en) {
    return new Remark(code, zh, en, "", "");
  }
}
