package org.ronghe.office.staff;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who is asking.
public final class CurrentUser {
  private CurrentUser() {}

  /// The user or device name of the running request; `system` when no one asked.
  public static String name() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication == null ? "system" : authentication.getName();
  }
}
