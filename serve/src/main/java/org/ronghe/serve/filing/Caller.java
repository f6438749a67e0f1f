package org.ronghe.serve.filing;

import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.Role;
import org.ronghe.office.staff.StaffPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who is asking, for whom the desks check what they may see and do.
///
/// @param department of staff; `*` at a counter for all services; empty for none
public record Caller(String account, Role role, String department, String outlet) {
  /// A counter that takes filings for every department (综合窗口).
  public static final String ALL_DEPARTMENTS = "*";

  /// The account of the running request.
  public static Caller now() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || !(authentication.getPrincipal() instanceof StaffPrincipal principal)) {
      throw Problem.forbidden(
          "not-a-person", "只有登录的人能办件。", "Only someone who is signed in handles cases.");
    }
    return new Caller(
        principal.name(), principal.role(), principal.department(), principal.outlet());
  }

  boolean isResident() {
    return role == Role.RESIDENT;
  }

  /// True when this desk does such steps: an approver also reviews.
  boolean sitsAt(String desk, String ofDepartment) {
    boolean department =
        this.department.equals(ofDepartment)
            || (role == Role.CLERK && this.department.equals(ALL_DEPARTMENTS));
    return department
        && (role.name().equals(desk) || (role == Role.APPROVER && desk.equals("REVIEWER")));
  }

  /// Window, review or approval.
  public boolean isDesk() {
    return role == Role.CLERK || role == Role.REVIEWER || role == Role.APPROVER;
  }
}
