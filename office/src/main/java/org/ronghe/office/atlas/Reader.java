package org.ronghe.office.atlas;

import org.ronghe.office.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.hierarchicalroles.NullRoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Who may read which layer: open layers anyone, the others staff from viewer up.
@Component
public final class Reader {
  private final RoleHierarchy roles;

  public Reader(ObjectProvider<RoleHierarchy> roles) {
    this.roles = roles.getIfAvailable(NullRoleHierarchy::new);
  }

  /// True when the running request comes from a member of staff.
  public boolean isStaff() {
    return has("ROLE_VIEWER");
  }

  public boolean isDevice() {
    return has("ROLE_DEVICE");
  }

  public boolean mayRead(Atlas atlas, String layer) {
    return atlas.isOpen(layer) || isStaff();
  }

  /// Throws 401 for strangers and 403 for those signed in without the role, unless they may read.
  public void require(Atlas atlas, String layer) {
    if (mayRead(atlas, layer)) {
      return;
    }
    if (isSignedIn()) {
      throw Problem.forbidden("not-allowed", "您没有查看该图层的权限。", "You may not read this collection.");
    }
    throw Problem.unauthorized("sign-in", "请先登录后再查看该图层。", "Sign in to read this collection.")
        .next("使用用户名和密码登录，或使用 HTTP Basic。", "Sign in, or send HTTP Basic credentials.");
  }

  private static boolean isSignedIn() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
  }

  private boolean has(String role) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null
        && who.isAuthenticated()
        && roles.getReachableGrantedAuthorities(who.getAuthorities()).stream()
            .anyMatch(authority -> role.equals(authority.getAuthority()));
  }
}
