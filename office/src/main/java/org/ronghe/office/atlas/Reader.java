package org.ronghe.office.atlas;

import java.util.function.Predicate;
import org.ronghe.model.device.Device;
import org.ronghe.office.device.DeviceRegister;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.CurrentUser;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.hierarchicalroles.NullRoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Who may read which layer: open layers anyone, the others staff from viewer up, and a device its
/// own points.
@Component
public final class Reader {
  private static final String POINTS = "points";

  private final RoleHierarchy roles;
  private final DeviceRegister devices;

  public Reader(ObjectProvider<RoleHierarchy> roles, DeviceRegister devices) {
    this.devices = devices;
    this.roles = roles.getIfAvailable(NullRoleHierarchy::new);
  }

  /// True when the running request comes from a member of staff.
  public boolean isStaff() {
    return has("ROLE_VIEWER");
  }

  /// True when the running request may see at least part of the layer.
  public boolean mayRead(Atlas atlas, String layer) {
    return atlas.isOpen(layer) || isStaff() || (layer.equals(POINTS) && has("ROLE_DEVICE"));
  }

  /// Which ids of a layer the running request may see: a device sees its own points only.
  public Predicate<String> idsOf(Atlas atlas, String layer) {
    require(atlas, layer);
    if (atlas.isOpen(layer) || isStaff()) {
      return _ -> true;
    }
    Device device = devices.byName(CurrentUser.name()).orElse(null);
    return id -> device != null && device.owns(id);
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
