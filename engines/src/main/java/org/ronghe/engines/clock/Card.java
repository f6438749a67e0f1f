package org.ronghe.engines.clock;

import java.time.LocalDate;
import org.ronghe.model.pack.Words;

/// A yellow or red card (效能监察) of a step, its staff and its department.
///
/// @param staff who had the step; empty when nobody had taken it
public record Card(
    Colour colour,
    Trigger trigger,
    LocalDate on,
    String step,
    String department,
    String staff,
    Words why) {
  /// Yellow warns, red is held against.
  public enum Colour {
    YELLOW,
    RED
  }

  /// What cards are given for. The list follows a local rule (lawyee.com.cn 17225329, art. 6);
  /// which colour each has is the county's choice, and ours is an example (示例).
  public enum Trigger {
    /// A step took longer than it may though the case is not late.
    STEP_OVER_LIMIT(Colour.YELLOW, new Words("环节超时", "step over its limit")),
    /// The case is past what was promised.
    CASE_OVER_PROMISE(Colour.YELLOW, new Words("超承诺时限", "case past its promise")),
    /// The case is past what the law allows.
    CASE_OVER_LAW(Colour.RED, new Words("超法定时限", "case past the legal limit")),
    /// First review passed on late.
    PASSED_ON_LATE(Colour.YELLOW, new Words("初审逾期转报", "passed on late")),
    /// Refused without a ground in law.
    REFUSED_WITHOUT_GROUND(Colour.RED, new Words("无法定依据拒绝", "refused without legal ground")),
    /// Refused without saying why.
    REFUSED_WITHOUT_REASON(Colour.RED, new Words("不说明理由", "refused without reasons")),
    /// Should have been handled online and was not.
    NOT_ONLINE(Colour.YELLOW, new Words("未按规定网办", "not handled online as required")),
    /// Took a fee the law does not know.
    UNLAWFUL_FEE(Colour.RED, new Words("违法收费", "unlawful fee"));

    private final Colour colour;
    private final Words words;

    Trigger(Colour colour, Words words) {
      this.colour = colour;
      this.words = words;
    }

    public Colour colour() {
      return colour;
    }

    public Words words() {
      return words;
    }
  }
}
