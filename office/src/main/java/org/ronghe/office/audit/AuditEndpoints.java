package org.ronghe.office.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit log, for administrators.
@RestController
class AuditEndpoints {
  private static final int MOST = 1_000;
  private final Audit audit;

  AuditEndpoints(Audit audit) {
    this.audit = audit;
  }

  @GetMapping("/api/v1/audit")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  Audit.Page page(
      @RequestParam @Nullable Instant from,
      @RequestParam @Nullable Instant to,
      @RequestParam @Nullable String who,
      @RequestParam @Nullable String action,
      @RequestParam @Nullable Long cursor,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MOST) {
      throw Problem.badRequest(
          "limit", "limit 须在 1 到 " + MOST + " 之间。", "limit must be between 1 and " + MOST + ".");
    }
    return audit.page(
        new Audit.Filter(from, to, blankToNull(who), blankToNull(action)), cursor, limit);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
