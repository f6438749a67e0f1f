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
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
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
  private final Sessions sessions;

  SessionEndpoints(SignIn signIn, Staff staff, Audit audit, Sessions sessions) {
    this.signIn = signIn;
    this.staff = staff;
    this.audit = audit;
    this.sessions = sessions;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Session open(@RequestBody Login login, HttpServletRequest request, HttpServletResponse response) {
    String user = login.user() == null ? "" : login.user().strip();
    String password = login.password() == null ? "" : login.password();
    StaffPrincipal principal = signIn.signIn(user, password, login.code(), request.getRemoteAddr());
    sessions.open(principal, request, response);
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
    sessions.open(member.principal(), request, response);
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

  /// @param code of the app, or a recovery code; asked for with `totp-needed`
  record Login(@Nullable String user, @Nullable String password, @Nullable String code) {}

  record PasswordChange(
      @Nullable String old,
      @com.fasterxml.jackson.annotation.JsonProperty("new") @Nullable String fresh) {}

  /// @param hasPassword false for an account that an identity provider opened
  record Session(
      String user,
      String name,
      List<String> roles,
      String department,
      String outlet,
      boolean mustChangePassword,
      boolean mustEnrolTotp,
      boolean hasPassword) {}

  private Session session(StaffPrincipal principal) {
    return new Session(
        principal.name(),
        principal.displayName(),
        List.of(principal.role().name()),
        principal.department(),
        principal.outlet(),
        principal.mustChangePassword(),
        signIn.mustEnrol(principal),
        staff.hasPassword(principal.name()));
  }
}
