package org.ronghe.office.staff;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/// A signed-in member of staff.
///
/// @param epoch the account's epoch at sign-in; a newer one ends the session
public record StaffPrincipal(
    String name, String displayName, Role role, boolean mustChangePassword, int epoch)
    implements AuthenticatedPrincipal, Serializable {
  @Override
  public String getName() {
    return name;
  }
}
