package org.ronghe.office.resident;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.cipher.FieldCipher;
import org.ronghe.office.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which resident's account belongs to which subject of an identity provider. A subject is known by
/// issuer and `sub` alone, never by a name, number or telephone it brings.
@Component
public class Identities {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int ACCOUNT_LETTERS = 12;
  private final JdbcClient database;
  private final FieldCipher cipher;
  private final Residents residents;
  private final Audit audit;
  private final SecureRandom random = new SecureRandom();

  public Identities(JdbcClient database, FieldCipher cipher, Residents residents, Audit audit) {
    this.database = database;
    this.cipher = cipher;
    this.residents = residents;
    this.audit = audit;
  }

  /// The account of a subject; empty for one not seen before. Throws a [Problem] (403) when the
  /// provider now gives another identity number than the account's: a `sub` used again for somebody
  /// else opens nothing.
  public Optional<String> accountOf(Subject subject) {
    Optional<String> account =
        database
            .sql("select account from office.identity where subject_key = ?")
            .param(key(subject))
            .query(String.class)
            .optional();
    account.ifPresent(known -> refuseOther(known, subject));
    return account;
  }

  /// Binds a subject to an account whose owner has just proved it with its password. An account of
  /// another identity number, a subject that has an account and an account that has a subject are
  /// refused.
  @Transactional(noRollbackFor = Problem.class)
  public void link(String account, Subject subject) {
    Residents.Resident resident =
        residents
            .find(account)
            .orElseThrow(() ->
                Problem.forbidden(
                    "oidc-no-resident", "只有居民账号能绑定。", "Only a resident's account can be bound."));
    refuseOther(account, subject);
    insert(account, subject);
    audit.record(account, "identity-link", account, subject.issuer());
    if (subject.assured()
        && subject.idNumber() != null
        && resident.person().name().equals(subject.name())
        && !resident.verified()) {
      residents.verify(account, subject.issuer());
    }
  }

  /// Opens an account without a password for a subject that brings a checked identity number.
  ///
  /// @return the account
  @Transactional
  public String open(Subject subject, String phone) {
    String idNumber = subject.idNumber();
    if (idNumber == null) {
      throw Problem.conflict(
              "oidc-no-number",
              "身份平台没有提供身份号码，不能直接开户。",
              "The provider gave no identity number, so no account can be opened from it.")
          .next("先注册账号，再用密码绑定。", "Open an account first, then bind it with its password.");
    }
    String account = freshName();
    residents.admit(
        account, new Residents.Person(subject.name(), idNumber, phone), subject.assured());
    insert(account, subject);
    audit.record(account, "identity-open", account, subject.issuer());
    return account;
  }

  private void insert(String account, Subject subject) {
    int done =
        database
            .sql(
                """
                insert into office.identity (subject_key, issuer, account) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(List.of(key(subject), subject.issuer(), account))
            .update();
    if (done == 0) {
      throw Problem.conflict(
          "oidc-bound", "这个身份或这个账号已经绑定过了。", "This identity or this account is bound already.");
    }
  }

  private void refuseOther(String account, Subject subject) {
    String claimed = subject.idNumber();
    boolean other =
        claimed != null
            && residents
                .find(account)
                .filter(one -> !one.person().idNumber().equals(claimed))
                .isPresent();
    if (other) {
      audit.record(account, "identity-refused", account, subject.issuer());
      throw Problem.forbidden(
              "oidc-other-person",
              "身份平台给出的身份号码与这个账号的不一致。",
              "The identity number the provider gives is not that of this account.")
          .next("请到窗口核实。", "Ask at a window.");
    }
  }

  private byte[] key(Subject subject) {
    return cipher.fingerprint("subject " + subject.issuer() + "\n" + subject.sub());
  }

  private String freshName() {
    StringBuilder name = new StringBuilder("r-");
    for (int i = 0; i < ACCOUNT_LETTERS; i++) {
      name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return name.toString();
  }

  /// Whom a provider vouches for; its token was checked before.
  ///
  /// @param name as the provider has it
  /// @param idNumber with a right check digit; null when the provider does not say
  /// @param assured the provider saw the person's card, at a level this county trusts
  public record Subject(
      String issuer, String sub, String name, @Nullable String idNumber, boolean assured)
      implements java.io.Serializable {
    @Override
    public String toString() {
      return "subject of " + issuer;
    }
  }
}
