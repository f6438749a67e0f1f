package org.ronghe.office.problem;

import org.ronghe.model.remark.Remark;

/// Why the county cannot start or a command cannot run, in words for the one who typed it: what,
/// why, how to fix. Not a bug: printed without a stack trace.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Remark why;

  public Refusal(Remark why) {
    super(why.en());
    this.why = why;
  }

  /// @param code stable, lower-case with `-`, e.g. `port-taken`
  /// @param zh what and why, Chinese
  /// @param en what and why, English
  /// @param fixZh what to do next, Chinese
  /// @param fixEn what to do next, English
  public Refusal(String code, String zh, String en, String fixZh, String fixEn) {
    this(new Remark(code, zh, en, fixZh, fixEn));
  }

  public Remark why() {
    return why;
  }
}
