package org.ronghe.sources.road;

/// Why a file about roads could not be used, in words for the one who named it.
public final class RoadFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String zh;
  private final String en;
  private final String nextZh;
  private final String nextEn;

  /// @param code stable, lower-case with `-`
  /// @param zh what and where, Chinese
  /// @param en what and where, English
  /// @param nextZh what it may be or what to do, Chinese; may be empty
  /// @param nextEn what it may be or what to do, English; may be empty
  public RoadFault(String code, String zh, String en, String nextZh, String nextEn) {
    super(en);
    this.code = code;
    this.zh = zh;
    this.en = en;
    this.nextZh = nextZh;
    this.nextEn = nextEn;
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

  public String nextZh() {
    return nextZh;
  }

  public String nextEn() {
    return nextEn;
  }
}
