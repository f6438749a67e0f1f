package org.ronghe.office.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.cipher.KeyRing;
import org.ronghe.office.cipher.Suite;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A code of the app, once each, and ten for the day the phone is lost.
class SecondFactorTest {
  @TempDir static Path data;
  private static EmbeddedPostgres postgres;
  private static JdbcClient jdbc;
  private static Audit audit;
  private static KeyRing ring;
  private final Movable clock = new Movable();
  private SecondFactor second;

  @BeforeAll
  static void open() {
    postgres = EmbeddedPostgres.start(data.resolve("postgres"), data.resolve("postgres.log"));
    var source =
        new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password());
    Flyway.configure().dataSource(source).load().migrate();
    jdbc = JdbcClient.create(source);
    audit = new Audit(jdbc);
    ring = KeyRing.open(data, Suite.SM4);
  }

  @BeforeEach
  void ask() {
    second = new SecondFactor(jdbc, ring, audit, clock, "administrator, APPROVER");
  }

  @AfterAll
  static void close() {
    postgres.close();
  }

  private static String account(String name) {
    jdbc.sql(
            """
            insert into office.staff
              (name, display_name, role, password_hash, must_change_password)
            values (?, 'x', 'APPROVER', 'x', false)
            """)
        .param(name)
        .update();
    return name;
  }

  private static void refused(String code, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.member("code")).isEqualTo(code));
  }

  private String now(String account) {
    byte[] sealed =
        jdbc.sql("select secret from office.totp where account = ?")
            .param(account)
            .query(byte[].class)
            .single();
    byte[] secret = ring.open(sealed, "totp " + account);
    return Totp.code(secret, Totp.step(clock.instant()), Totp.DIGITS);
  }

  /// RFC 6238, appendix B, SHA-1.
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void A01_codes_are_those_of_the_rfc(long second, String code) {
    byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    assertThat(Totp.code(secret, Totp.step(Instant.ofEpochSecond(second)), 8)).isEqualTo(code);
  }

  /// RFC 4648, section 10.
  @ParameterizedTest
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
  void A02_base32_is_that_of_the_rfc(String text, String base32) {
    assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
  }

  @Test
  void B01_bound_confirmed_and_each_code_counts_once() {
    String who = account("li");
    SecondFactor.Enrolment enrolment = second.enrol(who);
    assertThat(enrolment.uri()).startsWith("otpauth://totp/").contains(enrolment.secret());
    assertThat(enrolment.svg()).startsWith("<svg");
    assertThat(second.isOn(who)).isFalse();
    refused("totp-wrong", () -> second.confirm(who, "12345"));
    assertThat(second.confirm(who, now(who))).hasSize(10).doesNotHaveDuplicates();
    assertThat(second.isOn(who)).isTrue();
    refused("totp-wrong", () -> second.check(who, now(who)));
    clock.now = clock.now.plusSeconds(30);
    second.check(who, now(who));
    refused("totp-wrong", () -> second.check(who, now(who)));
    refused("totp-needed", () -> second.check(who, " "));
    refused("totp-on", () -> second.enrol(who));
  }

  @Test
  void B02_a_recovery_code_counts_once_and_is_kept_as_a_hash() {
    String who = account("wang");
    second.enrol(who);
    List<String> codes = second.confirm(who, now(who));
    second.check(who, codes.getFirst());
    refused("totp-wrong", () -> second.check(who, codes.getFirst()));
    second.check(who, codes.getLast().toLowerCase(java.util.Locale.ROOT).replace("-", ""));
    assertThat(second.recoveryCodesLeft(who)).isEqualTo(8);
    assertThat(jdbc.sql("select hash from office.totp_recovery").query(byte[].class).list())
        .allSatisfy(hash -> assertThat(hash).hasSize(32));
  }

  @Test
  void B02_new_recovery_codes_cost_one_code_and_end_the_old_ones() {
    String who = account("feng");
    second.enrol(who);
    List<String> old = second.confirm(who, now(who));
    refused("totp-wrong", () -> second.renewRecoveryCodes(who, "ABCDEFGH-ABCDEFGH"));
    List<String> fresh = second.renewRecoveryCodes(who, old.getFirst());
    assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(old);
    refused("totp-wrong", () -> second.check(who, old.getLast()));
    second.check(who, fresh.getLast());
    assertThat(second.accountsOn()).contains(who);
  }

  @Test
  void B03_guessing_is_slowed_down_also_over_a_restart() {
    String who = account("zhao");
    second.enrol(who);
    second.confirm(who, now(who));
    clock.now = clock.now.plusSeconds(60);
    for (int i = 0; i < 5; i++) {
      refused("totp-wrong", () -> second.check(who, "00000"));
    }
    SecondFactor restarted = new SecondFactor(jdbc, ring, audit, clock, "");
    refused("totp-wait", () -> restarted.check(who, now(who)));
    clock.now = clock.now.plusSeconds(6);
    restarted.check(who, now(who));
  }

  @Test
  void B04_a_reset_is_written_down() {
    String who = account("sun");
    second.enrol(who);
    second.confirm(who, now(who));
    assertThat(second.turnOff(who, "admin")).isTrue();
    assertThat(second.turnOff(who, "admin")).isFalse();
    assertThat(audit.page(new Audit.Filter(null, null, "admin", "totp-reset"), null, 10).items())
        .extracting(Audit.Entry::subject)
        .containsExactly("sun");
  }

  @Test
  void B05_roles_that_need_it_are_known_by_name() {
    assertThat(second.isRequired("APPROVER")).isTrue();
    assertThat(second.isRequired("ADMINISTRATOR")).isTrue();
    assertThat(second.isRequired("CLERK")).isFalse();
  }

  private static final class Movable extends Clock {
    private Instant now = Instant.parse("2026-03-04T04:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
