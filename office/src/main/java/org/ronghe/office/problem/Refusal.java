package org.ronghe.office.problem;

/// Why the county cannot start or a command cannot run, in words for the one who typed it: what,
/// why, how to fix. Not a bug: printed without a stack trace.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String zh;
  private final String en;
  private final String fixZh;
  private final String fixEn;

  /// @param code stable, lower-case with `-`, e.g. `port-taken`
  /// @param zh what and why, Chinese
  /// @param en what and why, English
  /// @param fixZh what to do next, Chinese
  /// @param fixEn what to do next, English
  public Refusal(String code, String zh, String en, String fixZh, String fixEn) {
    super(en);
    this.code = code;
    this.zh = zh;
    this.en = en;
    this.fixZh = fixZh;
    this.fixEn = fixEn;
  }

  public String code() {
    return code;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  public String fixZh() {
    return fixZh;
  }

  public String fixEn() {
    return fixEn;
  }
}
