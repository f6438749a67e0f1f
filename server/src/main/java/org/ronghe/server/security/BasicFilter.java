package org.ronghe.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ronghe.model.device.Device;
import org.ronghe.office.device.DeviceRegister;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.SignIn;
import org.ronghe.office.staff.StaffPrincipal;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/// HTTP Basic for devices and staff. A device name wins over a user of the same name only with the
/// device's password.
final class BasicFilter extends OncePerRequestFilter {
  private final SignIn signIn;
  private final DeviceRegister devices;
  private final ProblemWriter problems;
  private final BasicAuthenticationConverter converter = new BasicAuthenticationConverter();

  BasicFilter(SignIn signIn, DeviceRegister devices, ProblemWriter problems) {
    this.signIn = signIn;
    this.devices = devices;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication signedIn;
    try {
      signedIn = signedIn(request);
    } catch (Problem problem) {
      problems.write(request, response, problem);
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(signedIn);
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }

  private Authentication signedIn(HttpServletRequest request) {
    UsernamePasswordAuthenticationToken given;
    try {
      given = converter.convert(request);
    } catch (BadCredentialsException _) {
      given = null;
    }
    if (given == null || !(given.getCredentials() instanceof String password)) {
      throw Problem.unauthorized(
          "basic-expected",
          "需要 HTTP Basic 用户名和密码。",
          "HTTP Basic with user and password is expected.");
    }
    String name = given.getName();
    Optional<Device> device = devices.byPassword(name, password);
    if (device.isPresent()) {
      return authentication(name, "ROLE_DEVICE");
    }
    StaffPrincipal staff = signIn.basic(name, password, request.getRemoteAddr());
    if (staff.mustChangePassword()) {
      throw StillMemberFilter.passwordMustChange();
    }
    return authentication(staff, staff.role().authority());
  }

  private static Authentication authentication(Object principal, String authority) {
    return UsernamePasswordAuthenticationToken.authenticated(
        principal, null, List.of(new SimpleGrantedAuthority(authority)));
  }
}
