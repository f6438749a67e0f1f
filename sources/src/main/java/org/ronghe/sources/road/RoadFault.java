package org.ronghe.sources.road;

import org.ronghe.model.remark.Remark;

/// Why a file about roads could not be used, in words for the one who named it.
public final class RoadFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Remark why;

  /// @param code stable, lower-case with `-`
  /// @param zh what and where, Chinese
  /// @param en what and where, English
  /// @param maybeZh what it may be or what to do, Chinese; may be empty
  /// @param maybeEn what it may be or what to do, English; may be empty
  public RoadFault(String code, String zh, String en, String maybeZh, String maybeEn) {
    super(en);
    this.why = new Remark(code, zh, en, maybeZh, maybeEn);
  }

  public Remark why() {
    return why;
  }
}
