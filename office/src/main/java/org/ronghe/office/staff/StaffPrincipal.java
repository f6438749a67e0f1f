package org.ronghe.office.staff;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/// A signed-in member of staff.
///
/// @param department code of the department; empty for none
/// @param outlet where the member works; empty for none
/// @param epoch the account's epoch at sign-in; a newer one ends the session
public record StaffPrincipal(
    String name,
    String displayName,
    Role role,
    String department,
    String outlet,
    boolean mustChangePassword,
    int epoch)
    implements AuthenticatedPrincipal, Serializable {
  @Override
  public String getName() {
    return name;
  }
}
