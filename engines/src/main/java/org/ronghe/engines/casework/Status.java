package org.ronghe.engines.casework;

import java.util.Locale;
import org.ronghe.model.pack.Words;

/// Where a case stands.
public enum Status {
  /// Part of a bundle; begins when another part has given what it needs.
  WAITING("等待前置", "Waiting for another step"),
  FILED("待受理", "Filed"),
  RETURNED("待补正", "Returned for correction"),
  NOT_ACCEPTED("不予受理", "Not accepted"),
  IN_REVIEW("审查中", "In review"),
  SUSPENDED("特别程序中", "Suspended"),
  APPROVED("准予，待制证", "Approved"),
  ISSUED("待送达", "Issued"),
  DELIVERED("已办结", "Delivered"),
  REFUSED("不予许可", "Refused"),
  WITHDRAWN("已撤回", "Withdrawn");

  private final Words words;

  Status(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }

  /// As files and the API write it, e.g. `in-review`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The reverse of [#code]; the text must be one.
  public static Status ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// True when nothing more is to be decided or handed over.
  public boolean isClosed() {
    return switch (this) {
      case NOT_ACCEPTED, DELIVERED, REFUSED, WITHDRAWN -> true;
      case WAITING, FILED, RETURNED, IN_REVIEW, SUSPENDED, APPROVED, ISSUED -> false;
    };
  }
}
