package org.ronghe.engines.rule.feel;

import org.ronghe.model.pack.Words;

/// Why a FEEL text was not read. Thrown inside the reader only and turned into a notice by the
/// compiler of the model.
public final class FeelFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final transient Words why;

  public FeelFault(String code, String zh, String en) {
    super(en, null, false, false);
    this.code = code;
    this.why = new Words(zh, en);
  }

  public String code() {
    return code;
  }

  public Words why() {
    return why;
  }
}
