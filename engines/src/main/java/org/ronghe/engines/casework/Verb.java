package org.ronghe.engines.casework;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronghe.model.pack.Words;

/// What can be done to a case.
public enum Verb {
  /// Opened in a bundle, waiting for what another part gives.
  WAIT("等待", "Wait"),
  FILE("申请", "File"),
  ACCEPT("受理", "Accept"),
  NOT_ACCEPT("不予受理", "Do not accept"),
  RETURN("一次告知补正", "Return for correction"),
  CORRECT("补正", "Correct"),
  /// Nobody said anything in time: accepted from the day of receipt (行政许可法 32).
  DEEM("视为受理", "Deemed accepted"),
  SUSPEND("特别程序", "Suspend"),
  RESUME("恢复计时", "Resume"),
  REVIEW("审查", "Review"),
  /// A timer of a drawn path ran out: a notice period is over, or a desk was silent too long.
  ELAPSE("期满", "Time is up"),
  EXTEND("延长期限", "Extend"),
  APPROVE("准予", "Approve"),
  REFUSE("不予许可", "Refuse"),
  ISSUE("制证", "Issue"),
  DELIVER("送达", "Deliver"),
  WITHDRAW("撤回", "Withdraw"),
  /// Moved to a newer version of the service.
  MIGRATE("换用新版本", "Migrate"),
  RATE("评价", "Rate"),
  COMPLAIN("投诉", "Complain");

  private final Words words;

  Verb(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }

  /// As files and the API write it, e.g. `not-accept`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Verb> ofCode(String code) {
    return Stream.of(values()).filter(verb -> verb.code().equals(code)).findFirst();
  }

  /// True when the applicant must be told why.
  public boolean needsReason() {
    return switch (this) {
      case NOT_ACCEPT, RETURN, SUSPEND, EXTEND, REFUSE, COMPLAIN -> true;
      case WAIT, FILE, ACCEPT, CORRECT, DEEM, RESUME, REVIEW, APPROVE, ISSUE, DELIVER -> false;
      case ELAPSE -> false;
      case WITHDRAW, MIGRATE, RATE -> false;
    };
  }

  /// True when the applicant does it (or a helper for them), not the office.
  public boolean isApplicants() {
    return switch (this) {
      case FILE, CORRECT, WITHDRAW, RATE, COMPLAIN -> true;
      case WAIT, ACCEPT, NOT_ACCEPT, RETURN, DEEM, SUSPEND, RESUME, REVIEW, EXTEND -> false;
      case ELAPSE, APPROVE, REFUSE, ISSUE, DELIVER, MIGRATE -> false;
    };
  }
}
