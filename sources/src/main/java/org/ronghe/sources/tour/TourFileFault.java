package org.ronghe.sources.tour;

import org.ronghe.model.remark.Remark;

/// A file of a routing problem that cannot be used as it is: what, where, and what may help.
public final class TourFileFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Remark why;

  /// @param where the file, with its row where there is one
  public TourFileFault(String where, String zh, String en, String maybeZh, String maybeEn) {
    super(where + ": " + en);
    this.why = new Remark("tour-file", where + "：" + zh, where + ": " + en, maybeZh, maybeEn);
  }

  public Remark why() {
    return why;
  }
}
