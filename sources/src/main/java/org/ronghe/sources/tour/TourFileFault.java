package org.ronghe.sources.tour;

/// A file of a routing problem that cannot be used as it is: what, where, and what may help.
public final class TourFileFault extends RuntimeException {
  private final String zh;
  private final String en;
  private final String maybeZh;
  private final String maybeEn;

  /// @param where the file, with its row where there is one
  public TourFileFault(String where, String zh, String en, String maybeZh, String maybeEn) {
    super(where + ": " + en);
    this.zh = where + "：" + zh;
    this.en = where + ": " + en;
    this.maybeZh = maybeZh;
    this.maybeEn = maybeEn;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  public String maybeZh() {
    return maybeZh;
  }

  public String maybeEn() {
    return maybeEn;
  }
}
