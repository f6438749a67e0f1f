package org.ronghe.office.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.totp.SecondFactor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
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

  TotpEndpoints(SecondFactor second, Staff staff) {
    this.second = second;
    this.staff = staff;
  }

  @GetMapping("/api/v1/me/totp")
  State state() {
    String name = CurrentUser.name();
    return new State(
        second.isOn(name), second.isRequired(role(name)), second.recoveryCodesLeft(name));
  }

  @PostMapping("/api/v1/me/totp")
  SecondFactor.Enrolment enrol() {
    String name = CurrentUser.name();
    role(name);
    return second.enrol(name);
  }

  @PostMapping("/api/v1/me/totp/confirm")
  Recovery confirm(@RequestBody Code code) {
    return new Recovery(second.confirm(CurrentUser.name(), code.text()));
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

  @DeleteMapping("/api/v1/users/{name}/totp")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  void reset(@PathVariable String name) {
    if (!second.turnOff(name, CurrentUser.name())) {
      throw Problem.notFound(
          "totp-off", "用户 " + name + " 没有开启两步验证。", "User " + name + " has no two-step sign-in.");
    }
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

  record Code(@Nullable String code) {
    String text() {
      return code == null ? "" : code;
    }
  }
}
