package org.ronghe.office.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Sign in, who am I, change my password, sign out.
@RestController
@RequestMapping("/api/v1/session")
class SessionEndpoints {
  private final SignIn signIn;
  private final Staff staff;
  private final Audit audit;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  SessionEndpoints(SignIn signIn, Staff staff, Audit audit) {
    this.signIn = signIn;
    this.staff = staff;
    this.audit = audit;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Session open(@RequestBody Login login, HttpServletRequest request, HttpServletResponse response) {
    String user = login.user() == null ? "" : login.user().strip();
    String password = login.password() == null ? "" : login.password();
    StaffPrincipal principal = signIn.signIn(user, password, login.code(), request.getRemoteAddr());
    remember(principal, request, response);
    return session(principal);
  }

  @GetMapping
  Session show(@Nullable Authentication authentication) {
    if (authentication == null
        || !(authentication.getPrincipal() instanceof StaffPrincipal principal)) {
      throw Problem.unauthorized("not-signed-in", "尚未登录。", "Not signed in.");
    }
    return session(principal);
  }

  @PutMapping("/password")
  @PreAuthorize("isAuthenticated()")
  Session changePassword(
      @RequestBody PasswordChange change,
      HttpServletRequest request,
      HttpServletResponse response) {
    Staff.Member member =
        staff.changeOwnPassword(
            CurrentUser.name(),
            change.old() == null ? "" : change.old(),
            change.fresh() == null ? "" : change.fresh());
    remember(member.principal(), request, response);
    return session(member.principal());
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      audit.record(CurrentUser.name(), "sign-out", CurrentUser.name(), "");
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  private void remember(
      StaffPrincipal principal, HttpServletRequest request, HttpServletResponse response) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            principal, null, List.of(new SimpleGrantedAuthority(principal.role().authority()))));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  /// @param code of the app, or a recovery code; asked for with `totp-needed`
  record Login(@Nullable String user, @Nullable String password, @Nullable String code) {}

  record PasswordChange(
      @Nullable String old,
      @com.fasterxml.jackson.annotation.JsonProperty("new") @Nullable String fresh) {}

  record Session(
      String user,
      String name,
      List<String> roles,
      String department,
      String outlet,
      boolean mustChangePassword,
      boolean mustEnrolTotp) {}

  private Session session(StaffPrincipal principal) {
    return new Session(
        principal.name(),
        principal.displayName(),
        List.of(principal.role().name()),
        principal.department(),
        principal.outlet(),
        principal.mustChangePassword(),
        signIn.mustEnrol(principal));
  }
}
