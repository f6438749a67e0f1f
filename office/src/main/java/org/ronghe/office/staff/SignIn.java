package org.ronghe.office.staff;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.problem.Refusal;
import org.ronghe.office.totp.SecondFactor;
import org.springframework.stereotype.Component;

/// Checks names and passwords of staff, slows down guessing, and writes both to the audit log.
@Component
public class SignIn {
  private static final String NO_ROLE = "NONE";

  /// Each check takes 16 MiB and a tenth of a second; no more than this many at once.
  private final Semaphore checks = new Semaphore(2);

  private final Staff staff;
  private final Audit audit;
  private final SecondFactor second;
  private final LoginThrottle throttle = new LoginThrottle(Clock.systemUTC());
  private final SecretKeySpec cacheKey;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  SignIn(Staff staff, Audit audit, SecondFactor second) {
    this.staff = staff;
    this.second = second;
    this.audit = audit;
    refuseUnknown(second.requiredRoles());
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    this.cacheKey = new SecretKeySpec(key, "HmacSHA256");
  }

  /// The member with this name and password, and the code where one is needed; throws a [Problem]
  /// (401 or 429) otherwise, `totp-needed` when only the code is missing.
  public StaffPrincipal signIn(
      String name, String password, @Nullable String code, String address) {
    StaffPrincipal principal = verified(name, password, address);
    checkCode(principal.name(), code);
    audit.record(principal.name(), "sign-in", principal.name(), "from " + address);
    return principal;
  }

  /// Throws a [Problem] (401 or 429) unless the password is that of the one signed in; counts as a
  /// try at the door.
  public void provePassword(String name, String password, String address) {
    verified(name, password, address);
  }

  /// The same, and the code where one is on.
  public void prove(String name, String password, @Nullable String code, String address) {
    verified(name, password, address);
    checkCode(name, code);
  }

  /// Throws a [Problem] (401 or 429) when the account asks for a code and this is not it.
  public void checkCode(String name, @Nullable String code) {
    if (second.isOn(name)) {
      second.check(name, code);
    }
  }

  /// The member an identity provider vouches for, whatever code was asked for before; throws a
  /// [Problem] (403) for a disabled one.
  public StaffPrincipal vouched(String name, String issuer, String address) {
    StaffPrincipal principal =
        staff
            .find(name)
            .filter(Staff.Member::enabled)
            .map(Staff.Member::principal)
            .orElseThrow(
                () -> Problem.forbidden("account-disabled", "账号已停用。", "The account is disabled."));
    audit.record(name, "sign-in", name, "by " + issuer + " from " + address);
    return principal;
  }

  /// The same for HTTP Basic, which asks with every request: a password that was right is
  /// remembered (keyed hash, this process only) until the account changes, and not audited again.
  public StaffPrincipal basic(String name, String password, String address) {
    byte[] mac = mac(name, password);
    Remembered before = remembered.get(name);
    if (before != null && MessageDigest.isEqual(before.mac(), mac)) {
      Optional<StaffPrincipal> still = current(before.principal());
      if (still.isPresent() && !second.isOn(name)) {
        return still.get();
      }
    }
    StaffPrincipal principal = verified(name, password, address);
    if (second.isOn(principal.name()) || second.isRequired(principal.role().name())) {
      throw Problem.forbidden(
          "totp-no-basic",
          "使用两步验证的账号不能用 HTTP Basic，请为程序另建账号。",
          "An account with two-step sign-in cannot use HTTP Basic; make another for programs.");
    }
    audit.record(principal.name(), "sign-in", principal.name(), "from " + address);
    remembered.put(name, new Remembered(mac, principal));
    return principal;
  }

  /// True when the role needs two-step sign-in and the account has not set it up.
  public boolean mustEnrol(StaffPrincipal principal) {
    return second.isRequired(principal.role().name())
        && !second.isOn(principal.name())
        // who has no password comes through a provider, which asks as it sees fit
        && staff.hasPassword(principal.name());
  }

  /// The principal as long as the account is enabled and unchanged since the sign-in.
  public Optional<StaffPrincipal> current(StaffPrincipal principal) {
    return staff
        .find(principal.name())
        .filter(member -> member.enabled() && member.epoch() == principal.epoch())
        .map(Staff.Member::principal);
  }

  private StaffPrincipal verified(String name, String password, String address) {
    Optional<Duration> wait = throttle.wait(name, address);
    if (wait.isPresent()) {
      long seconds = wait.get().toSeconds() + 1;
      throw Problem.tooMany(
          "sign-in-wait",
          "密码错误次数过多，请在 " + seconds + " 秒后再试。",
          "Too many wrong passwords; try again in " + seconds + " s.");
    }
    if (password.length() > PasswordPolicy.LONGEST * 2 || !verifiedInTurn(name, password)) {
      throttle.failed(name, address);
      audit.record(shortened(name), "sign-in-refused", shortened(name), "from " + address);
      throw Problem.unauthorized(
          "sign-in-refused", "用户名或密码不对。", "The user name or the password is wrong.");
    }
    throttle.succeeded(name);
    return staff.find(name).orElseThrow().principal();
  }

  private static void refuseUnknown(Set<String> roles) {
    Set<String> known =
        Stream.concat(Stream.of(NO_ROLE), Arrays.stream(Role.values()).map(Role::name))
            .collect(Collectors.toSet());
    for (String role : roles) {
      if (!known.contains(role)) {
        throw new Refusal(
            "totp-roles",
            "ronghe.totp.required-roles 中没有角色 " + role + "。",
            "ronghe.totp.required-roles names " + role + ", which is no role.",
            "改正它；不要求两步验证写 none。",
            "Correct it; none asks nobody for two-step sign-in.");
      }
    }
  }

  private boolean verifiedInTurn(String name, String password) {
    checks.acquireUninterruptibly();
    try {
      return staff.verify(name, password);
    } finally {
      checks.release();
    }
  }

  private static String shortened(String name) {
    String visible = name.replaceAll("\\p{Cntrl}", "?");
    return visible.length() <= 60 ? visible : visible.substring(0, 60) + "…";
  }

  private byte[] mac(String name, String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(cacheKey);
      return mac.doFinal((name + "\n" + password).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Remembered(byte[] mac, StaffPrincipal principal) {}
}
