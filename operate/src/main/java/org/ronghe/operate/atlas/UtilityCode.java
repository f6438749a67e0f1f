package org.ronghe.operate.atlas;

import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Utility;
import org.ronghe.office.problem.Problem;

/// A utility as a request names it.
public final class UtilityCode {
  private UtilityCode() {}

  /// The utility with this code; null when the request names none.
  ///
  /// @throws Problem when there is no such utility
  public static @Nullable Utility read(@Nullable String code) {
    return code == null
        ? null
        : Utility.ofCode(code)
            .orElseThrow(() ->
                Problem.badRequest("no-utility", "没有这种管线：" + code, "There is no utility " + code));
  }
}
