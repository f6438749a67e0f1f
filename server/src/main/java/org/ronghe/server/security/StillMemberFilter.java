package org.ronghe.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.SignIn;
import org.ronghe.office.staff.StaffPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends sessions whose account was disabled, removed or changed, and holds everyone with an initial
/// password at the door until it is changed.
final class StillMemberFilter extends OncePerRequestFilter {
  private final SignIn signIn;
  private final ProblemWriter problems;

  StillMemberFilter(SignIn signIn, ProblemWriter problems) {
    this.signIn = signIn;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !(path.startsWith("/api/")
        || path.startsWith("/ogc")
        || path.startsWith("/tiles/")
        || path.startsWith("/actuator/"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null
        && authentication.getPrincipal() instanceof StaffPrincipal principal) {
      Optional<StaffPrincipal> current = signIn.current(principal);
      if (current.isEmpty()) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
          session.invalidate();
        }
      } else if (principal.mustChangePassword()
          && !request.getRequestURI().startsWith("/api/v1/session")) {
        problems.write(request, response, passwordMustChange());
        return;
      } else if (signIn.mustEnrol(principal) && !isEnrolling(request.getRequestURI())) {
        problems.write(request, response, mustEnrol());
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private static boolean isEnrolling(String path) {
    return path.startsWith("/api/v1/session") || path.startsWith("/api/v1/me/totp");
  }

  private static Problem mustEnrol() {
    return Problem.forbidden(
            "totp-must-enrol", "您的角色须先绑定验证器。", "Your role must set up two-step sign-in first.")
        .next("在“我的”页绑定验证器。", "Set it up on your own page.");
  }

  static Problem passwordMustChange() {
    return Problem.forbidden(
            "password-must-change", "请先修改初始密码。", "Change the initial password first.")
        .next("在登录页修改密码。", "Change it on the sign-in page.");
  }
}
