package org.ronghe.office.staff;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.totp.SecondFactor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The members of staff, for administrators.
@RestController
@RequestMapping("/api/v1/users")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class UserEndpoints {
  private final Staff staff;
  private final SecondFactor second;

  UserEndpoints(Staff staff, SecondFactor second) {
    this.staff = staff;
    this.second = second;
  }

  @GetMapping
  List<User> list() {
    Set<String> twoSteps = second.accountsOn();
    return staff.list().stream()
        .map(member -> User.of(member, twoSteps.contains(member.name()), null))
        .toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  User add(@RequestBody NewUser user) {
    String name = user.name() == null ? "" : user.name().strip();
    if (user.role() == null) {
      throw Problem.badRequest("user-role", "请选择角色。", "Choose a role.");
    }
    String display = user.displayName() == null ? name : user.displayName().strip();
    String chosen = user.password();
    String initial = null;
    if (chosen == null) {
      initial = staff.add(name, display, user.role(), CurrentUser.name());
    } else {
      staff.add(name, display, user.role(), chosen, CurrentUser.name());
    }
    if (user.department() != null || user.outlet() != null) {
      staff.place(name, text(user.department()), text(user.outlet()), CurrentUser.name());
    }
    return shown(staff.find(name).orElseThrow(), initial);
  }

  private User shown(Staff.Member member, @Nullable String initialPassword) {
    return User.of(member, second.isOn(member.name()), initialPassword);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }

  @PatchMapping("/{name}")
  User change(@PathVariable String name, @RequestBody UserChange change) {
    Staff.Member changed =
        staff.change(
            name,
            change.displayName(),
            change.role(),
            change.enabled(),
            change.password(),
            CurrentUser.name());
    if (change.department() != null || change.outlet() != null) {
      changed =
          staff.place(
              name,
              change.department() == null ? changed.department() : text(change.department()),
              change.outlet() == null ? changed.outlet() : text(change.outlet()),
              CurrentUser.name());
    }
    if (!Boolean.TRUE.equals(change.resetPassword())) {
      return shown(changed, null);
    }
    String initial = staff.resetPassword(name, CurrentUser.name());
    return shown(staff.find(name).orElseThrow(), initial);
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String name) {
    staff.remove(name, CurrentUser.name());
  }

  /// @param twoSteps true when the account signs in with a code
  /// @param initialPassword shown once, in the answer to the request that made it
  record User(
      String name,
      String displayName,
      Role role,
      String department,
      String outlet,
      boolean enabled,
      boolean mustChangePassword,
      boolean twoSteps,
      @Nullable String initialPassword) {
    static User of(Staff.Member member, boolean twoSteps, @Nullable String initialPassword) {
      return new User(
          member.name(),
          member.displayName(),
          member.role(),
          member.department(),
          member.outlet(),
          member.enabled(),
          member.mustChangePassword(),
          twoSteps,
          initialPassword);
    }
  }

  record NewUser(
      @Nullable String name,
      @Nullable String displayName,
      @Nullable Role role,
      @Nullable String department,
      @Nullable String outlet,
      @Nullable String password) {}

  record UserChange(
      @Nullable String displayName,
      @Nullable Role role,
      @Nullable String department,
      @Nullable String outlet,
      @Nullable Boolean enabled,
      @Nullable String password,
      @Nullable Boolean resetPassword) {}
}
