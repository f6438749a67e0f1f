package org.ronghe.office.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.totp.SecondFactor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Two-step sign-in of one's own account; its reset by an administrator.
@RestController
@PreAuthorize("isAuthenticated()")
class TotpEndpoints {
  private final SecondFactor second;
  private final Staff staff;
  private final SignIn signIn;

  TotpEndpoints(SecondFactor second, Staff staff, SignIn signIn) {
    this.second = second;
    this.staff = staff;
    this.signIn = signIn;
  }

  @GetMapping("/api/v1/me/totp")
  State state() {
    String name = CurrentUser.name();
    return new State(
        second.isOn(name), second.isRequired(role(name)), second.recoveryCodesLeft(name));
  }

  /// Needs the password once more: who only found an open browser cannot lock its owner out.
  @PostMapping("/api/v1/me/totp")
  SecondFactor.Enrolment enrol(@RequestBody Proof proof, HttpServletRequest request) {
    String name = CurrentUser.name();
    role(name);
    signIn.provePassword(
        name, proof.password() == null ? "" : proof.password(), request.getRemoteAddr());
    return second.enrol(name);
  }

  @PostMapping("/api/v1/me/totp/confirm")
  Recovery confirm(@RequestBody Code code) {
    return new Recovery(second.confirm(CurrentUser.name(), code.text()));
  }

  /// Needs a code once more.
  @PostMapping("/api/v1/me/totp/recovery")
  Recovery renew(@RequestBody Code code) {
    return new Recovery(second.renewRecoveryCodes(CurrentUser.name(), code.text()));
  }

  /// Needs a code once more; not where the role requires it.
  @PostMapping("/api/v1/me/totp/off")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void turnOff(@RequestBody Code code) {
    String name = CurrentUser.name();
    if (second.isRequired(role(name))) {
      throw Problem.conflict(
          "totp-required", "您的角色必须使用两步验证。", "Your role requires two-step sign-in.");
    }
    second.check(name, code.text());
    second.turnOff(name, name);
  }

  /// For a lost phone; ends the account's sessions, whoever has them.
  @DeleteMapping("/api/v1/users/{name}/totp")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  @Transactional
  void reset(@PathVariable String name) {
    if (!second.turnOff(name, CurrentUser.name())) {
      throw Problem.notFound(
          "totp-off", "用户 " + name + " 没有开启两步验证。", "User " + name + " has no two-step sign-in.");
    }
    staff.endSessions(name);
  }

  private String role(String name) {
    return staff
        .find(name)
        .map(member -> member.role().name())
        .orElseThrow(
            () -> Problem.forbidden("not-a-person", "这不是个人账号。", "This is no person's account."));
  }

  record State(boolean enabled, boolean required, int recoveryCodesLeft) {}

  record Recovery(List<String> recoveryCodes) {}

  record Proof(@Nullable String password) {}

  record Code(@Nullable String code) {
    String text() {
      return code == null ? "" : code;
    }
  }
}
