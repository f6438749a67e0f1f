package org.ronghe.sources.payload;

/// What can be wrong with a reading before the store has looked at it. The code goes into receipts;
/// the texts are what an engineer reads beside it.
public enum PayloadFault {
  NOT_JSON("not-json", "不是有效的 JSON", "The message is not valid JSON"),
  NOT_CSV("not-csv", "不是有效的 CSV", "The text is not CSV with the header point,time,value,quality"),
  NOT_SPARKPLUG("not-sparkplug", "不是有效的 Sparkplug B 报文", "The message is not Sparkplug B"),
  UNKNOWN_ALIAS("unknown-alias", "别名未在出生证书中声明", "No birth certificate has this alias"),
  TOO_LARGE("too-large", "报文过大", "The message is larger than allowed"),
  TOO_MANY("too-many", "一次读数过多", "The message holds more readings than allowed"),
  NOT_A_READING("not-a-reading", "不是读数对象", "A reading must be a JSON object"),
  DUPLICATE_FIELD("duplicate-field", "字段重复", "The field is given twice"),
  MISSING_POINT("missing-point", "缺少测点", "The reading names no point"),
  POINT_ID("point-id", "测点编号无效", "The point id must be 1 to 120 letters, digits, '.', '-', '_'"),
  OTHER_POINT("other-point", "测点与主题不符", "The point differs from the one in the topic"),
  NOT_A_TIME("not-a-time", "时间无法识别", "The time is neither ISO-8601 nor epoch milliseconds"),
  TIME_WITHOUT_OFFSET("time-without-offset", "时间缺少时区", "The time says no offset from UTC"),
  TIME_OUT_OF_RANGE("time-out-of-range", "时间超出范围", "The time is before 1973 or after 2100"),
  MISSING_VALUE("missing-value", "缺少数值", "The reading has no value"),
  NOT_A_VALUE(
      "not-a-value", "数值无效", "The value must be a finite number, true, false, text or null"),
  NOT_A_QUALITY("not-a-quality", "质量码无效", "The quality is not known"),
  NOT_YOUR_POINT("not-your-point", "测点不属于本设备", "The device may not write this point");

  private final String code;
  private final String zh;
  private final String en;

  PayloadFault(String code, String zh, String en) {
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  /// Stable text in receipts, e.g. `time-without-offset`.
  public String code() {
    return code;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
