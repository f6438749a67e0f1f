package org.ronghe.office.staff;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.springframework.stereotype.Component;

/// Checks names and passwords of staff, slows down guessing, and writes both to the audit log.
@Component
public class SignIn {
  /// Each check takes 16 MiB and a tenth of a second; no more than this many at once.
  private final Semaphore checks = new Semaphore(2);

  private final Staff staff;
  private final Audit audit;
  private final LoginThrottle throttle = new LoginThrottle(Clock.systemUTC());
  private final SecretKeySpec cacheKey;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  SignIn(Staff staff, Audit audit) {
    this.staff = staff;
    this.audit = audit;
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    this.cacheKey = new SecretKeySpec(key, "HmacSHA256");
  }

  /// The member with this name and password; throws a [Problem] (401 or 429) otherwise.
  public StaffPrincipal signIn(String name, String password, String address) {
    StaffPrincipal principal = verified(name, password, address);
    audit.record(principal.name(), "sign-in", principal.name(), "from " + address);
    return principal;
  }

  /// The same for HTTP Basic, which asks with every request: a password that was right is
  /// remembered (keyed hash, this process only) until the account changes, and not audited again.
  public StaffPrincipal basic(String name, String password, String address) {
    byte[] mac = mac(name, password);
    Remembered before = remembered.get(name);
    if (before != null && MessageDigest.isEqual(before.mac(), mac)) {
      Optional<StaffPrincipal> still = current(before.principal());
      if (still.isPresent()) {
        return still.get();
      }
    }
    StaffPrincipal principal = signIn(name, password, address);
    remembered.put(name, new Remembered(mac, principal));
    return principal;
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
