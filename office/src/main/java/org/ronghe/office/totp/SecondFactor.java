package org.ronghe.office.totp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.cipher.FieldCipher;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.seal.QrCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who signs in with a code besides the password, and whether a code is right. A code counts once;
/// wrong ones are slowed down, also over a restart.
@Component
public class SecondFactor {
  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_CODES = 10;
  private static final int FREE_TRIES = 5;
  private final JdbcClient database;
  private final FieldCipher cipher;
  private final Audit audit;
  private final Clock clock;
  private final Set<String> requiredRoles;
  private final SecureRandom random = new SecureRandom();

  /// @param requiredRoles names of roles with commas, e.g. `ADMINISTRATOR,APPROVER`
  public SecondFactor(
      JdbcClient database,
      FieldCipher cipher,
      Audit audit,
      Clock clock,
      @Value("${ronghe.totp.required-roles:}") String requiredRoles) {
    this.database = database;
    this.cipher = cipher;
    this.audit = audit;
    this.clock = clock;
    this.requiredRoles =
        Stream.of(requiredRoles.split(","))
            .map(role -> role.strip().toUpperCase(Locale.ROOT))
            .filter(role -> !role.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /// As set; what is no role's name requires nothing.
  public Set<String> requiredRoles() {
    return requiredRoles;
  }

  public boolean isRequired(String role) {
    return requiredRoles.contains(role);
  }

  public boolean isOn(String account) {
    return find(account).filter(Row::confirmed).isPresent();
  }

  /// The accounts that sign in with a code.
  public Set<String> accountsOn() {
    return Set.copyOf(
        database
            .sql("select account from office.totp where confirmed_at is not null")
            .query(String.class)
            .list());
  }

  public int recoveryCodesLeft(String account) {
    return database
        .sql("select count(*) from office.totp_recovery where account = ? and used_at is null")
        .param(account)
        .query(Integer.class)
        .single();
  }

  /// A new secret, which counts only after [#confirm].
  @Transactional
  public Enrolment enrol(String account) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    int done =
        database
            .sql(
                """
                insert into office.totp (account, secret) values (?, ?)
                on conflict (account) do update set secret = excluded.secret, last_step = -1
                where office.totp.confirmed_at is null
                """)
            .params(List.of(account, cipher.seal(secret, context(account))))
            .update();
    if (done == 0) {
      throw Problem.conflict(
          "totp-on", "两步验证已开启，先关闭再重新绑定。", "Two-step sign-in is on; turn it off first.");
    }
    String text = Totp.base32(secret);
    String uri =
        "otpauth://totp/"
            + URLEncoder.encode("融合:" + account, StandardCharsets.UTF_8).replace("+", "%20")
            + "?secret="
            + text
            + "&issuer=Ronghe&algorithm=SHA1&digits=6&period=30";
    return new Enrolment(text, uri, QrCode.of(uri).svg("QR"));
  }

  /// Turns it on with the first code of the app.
  ///
  /// @return recovery codes, shown this once
  @Transactional(noRollbackFor = Problem.class)
  public List<String> confirm(String account, String code) {
    Row row = find(account).filter(one -> !one.confirmed()).orElseThrow(SecondFactor::notBegun);
    checkTime(row, code);
    database
        .sql("update office.totp set confirmed_at = ? where account = ?")
        .params(List.of(clock.instant().atOffset(ZoneOffset.UTC), account))
        .update();
    audit.record(account, "totp-on", account, "");
    return freshRecoveryCodes(account);
  }

  /// Recovery codes in the place of those left, for a code of the app or one of the old ones.
  ///
  /// @return shown this once
  @Transactional(noRollbackFor = Problem.class)
  public List<String> renewRecoveryCodes(String account, @Nullable String code) {
    check(account, code);
    audit.record(account, "totp-recovery-renew", account, "");
    return freshRecoveryCodes(account);
  }

  private List<String> freshRecoveryCodes(String account) {
    database.sql("delete from office.totp_recovery where account = ?").param(account).update();
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      byte[] bytes = new byte[10];
      random.nextBytes(bytes);
      String fresh = Totp.base32(bytes);
      codes.add(fresh.substring(0, 8) + "-" + fresh.substring(8));
      database
          .sql("insert into office.totp_recovery (account, hash) values (?, ?)")
          .params(List.of(account, hash(account, fresh)))
          .update();
    }
    return codes;
  }

  /// Throws a [Problem] (401, 429) unless the code is right; a code of the app or a recovery code.
  @Transactional(noRollbackFor = Problem.class)
  public void check(String account, @Nullable String given) {
    String code = given == null ? "" : given.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    if (code.isEmpty()) {
      throw Problem.unauthorized("totp-needed", "请输入验证器上的验证码。", "Enter the code of your app.");
    }
    Row row = find(account).filter(Row::confirmed).orElseThrow(SecondFactor::notBegun);
    if (code.length() > Totp.DIGITS) {
      checkRecovery(row, code);
    } else {
      checkTime(row, code);
    }
  }

  private void checkTime(Row row, String code) {
    refuseTooSoon(row);
    byte[] secret = cipher.open(row.secret(), context(row.account()));
    OptionalLong step = Totp.stepOf(secret, code.strip(), clock.instant());
    boolean fresh =
        step.isPresent()
            && database
                    .sql(
                        """
                        update office.totp set last_step = ?, failures = 0, failed_at = null
                        where account = ? and last_step < ?
                        """)
                    .params(List.of(step.getAsLong(), row.account(), step.getAsLong()))
                    .update()
                == 1;
    if (!fresh) {
      throw failed(row.account());
    }
  }

  private void checkRecovery(Row row, String code) {
    refuseTooSoon(row);
    int used =
        database
            .sql(
                """
                update office.totp_recovery set used_at = now()
                where account = ? and hash = ? and used_at is null
                """)
            .params(List.of(row.account(), hash(row.account(), code)))
            .update();
    if (used == 0) {
      throw failed(row.account());
    }
    audit.record(row.account(), "totp-recovery", row.account(), "");
  }

  private byte[] hash(String account, String code) {
    return cipher.fingerprint("recovery " + account + " " + code);
  }

  private Problem failed(String account) {
    database
        .sql("update office.totp set failures = failures + 1, failed_at = ? where account = ?")
        .params(List.of(clock.instant().atOffset(ZoneOffset.UTC), account))
        .update();
    audit.record(account, "totp-refused", account, "");
    return Problem.unauthorized(
        "totp-wrong", "验证码不对或已用过，请用下一个。", "The code is wrong or was used; take the next.");
  }

  private void refuseTooSoon(Row row) {
    Instant failedAt = row.failedAt();
    if (row.failures() < FREE_TRIES || failedAt == null) {
      return;
    }
    long wait_s = Math.min(5L << Math.min(row.failures() - FREE_TRIES, 8), 900);
    Duration left = Duration.between(clock.instant(), failedAt.plusSeconds(wait_s));
    if (left.isPositive()) {
      long seconds = left.toSeconds() + 1;
      throw Problem.tooMany(
          "totp-wait",
          "验证码错误次数过多，请在 " + seconds + " 秒后再试。",
          "Too many wrong codes; try again in " + seconds + " s.");
    }
  }

  /// Turns it off; true when it was there.
  @Transactional
  public boolean turnOff(String account, String by) {
    database.sql("delete from office.totp_recovery where account = ?").param(account).update();
    boolean was =
        database.sql("delete from office.totp where account = ?").param(account).update() == 1;
    if (was) {
      audit.record(by, by.equals(account) ? "totp-off" : "totp-reset", account, "");
    }
    return was;
  }

  /// What a secret is sealed for.
  static String context(String account) {
    return "totp " + account;
  }

  private Optional<Row> find(String account) {
    return database
        .sql(
            """
            select account, secret, confirmed_at is not null, failures, failed_at
            from office.totp where account = ?
            """)
        .param(account)
        .query((row, _) -> {
          var at = row.getObject(5, java.time.OffsetDateTime.class);
          return new Row(
              row.getString(1),
              row.getBytes(2),
              row.getBoolean(3),
              row.getInt(4),
              at == null ? null : at.toInstant());
        })
        .optional();
  }

  private static Problem notBegun() {
    return Problem.conflict("totp-off", "还没有绑定验证器。", "No app has been bound.");
  }

  private record Row(
      String account, byte[] secret, boolean confirmed, int failures, @Nullable Instant failedAt) {}

  /// What an app needs; shown this once.
  ///
  /// @param uri `otpauth:` address, also as QR code
  public record Enrolment(String secret, String uri, String svg) {}
}
