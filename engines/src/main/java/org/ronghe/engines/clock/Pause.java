package org.ronghe.engines.clock;

import org.ronghe.model.pack.Words;

/// Why time is not counted (行政许可法 45).
public enum Pause {
  HEARING("听证", "hearing"),
  TENDER("招标", "tender"),
  AUCTION("拍卖", "auction"),
  INSPECTION("检验", "inspection"),
  TESTING("检测", "testing"),
  QUARANTINE("检疫", "quarantine"),
  APPRAISAL("鉴定", "appraisal"),
  EXPERT_REVIEW("专家评审", "expert review"),
  /// Another law than the licensing law says so, e.g. a public notice period (公示).
  OTHER_LAW("其他法定程序", "another procedure set by law");

  private final Words words;

  Pause(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
