package org.ronghe.model.service;

import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;
import org.ronghe.model.pack.Words;

/// One step of the path.
///
/// @param id unique in the path
/// @param by the desk that does it: `CLERK`, `REVIEWER`, `APPROVER`
/// @param department code of the department; the service's own unless it says otherwise
/// @param limit_workingDays over it: a card, though the case is not late
/// @param together review steps with the same word run side by side; null for one after another
public record Step(
    String id,
    Stage stage,
    Words name,
    String by,
    String department,
    int limit_workingDays,
    @Nullable String together) {
  public Step {
    Require.filled(id, "step");
    Require.that(limit_workingDays >= 0, "limit of step " + id + " is negative");
  }

  /// The stages of a service, in order.
  public enum Stage {
    /// 申请
    APPLY,
    /// 受理
    ACCEPT,
    /// 审查
    REVIEW,
    /// 决定
    DECIDE,
    /// 制证
    ISSUE,
    /// 送达
    DELIVER
  }
}
