package org.ronghe.office.resident;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.cipher.FieldCipher;
import org.ronghe.office.staff.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Residents' accounts: who they say they are, sealed.
@Component
public class Residents {
  private static final String SEPARATOR = "\u001f";
  private final JdbcClient database;
  private final Staff staff;
  private final FieldCipher cipher;
  private final Audit audit;

  public Residents(JdbcClient database, Staff staff, FieldCipher cipher, Audit audit) {
    this.database = database;
    this.staff = staff;
    this.cipher = cipher;
    this.audit = audit;
  }

  /// Opens an account; the number was checked before. Not verified: what belongs to the number
  /// (licences, cases of others) is shown only after [#verify].
  @Transactional
  public void register(String account, String password, Person person) {
    staff.register(account, person.name(), password);
    keep(account, person, false);
  }

  /// Opens an account without a password for whom an identity provider vouches.
  @Transactional
  public void admit(String account, Person person, boolean verified) {
    staff.registerWithoutPassword(account, person.name());
    keep(account, person, verified);
  }

  private void keep(String account, Person person, boolean verified) {
    database
        .sql(
            """
            insert into office.resident (account, person, person_key, assurance)
            values (?, ?, ?, ?)
            """)
        .params(
            List.of(
                account,
                cipher.seal(person.text().getBytes(StandardCharsets.UTF_8), context(account)),
                cipher.fingerprint(person.idNumber()),
                verified ? "verified" : "declared"))
        .update();
    audit.record(account, "resident-register", account, "");
  }

  /// A clerk or an identity provider has seen that the person is who they say.
  @Transactional
  public boolean verify(String account, String by) {
    int done =
        database
            .sql("update office.resident set assurance = 'verified' where account = ?")
            .param(account)
            .update();
    if (done == 1) {
      audit.record(by, "resident-verify", account, "");
    }
    return done == 1;
  }

  public Optional<Resident> find(String account) {
    return database
        .sql("select account, person, person_key, assurance from office.resident where account = ?")
        .param(account)
        .query((row, _) ->
            new Resident(
                row.getString("account"),
                Person.of(
                    new String(
                        cipher.open(row.getBytes("person"), context(account)),
                        StandardCharsets.UTF_8)),
                row.getBytes("person_key"),
                row.getString("assurance").equals("verified")))
        .optional();
  }

  /// The accounts opened with this identity number.
  public List<Resident> ofPerson(String idNumber) {
    return database
        .sql("select account from office.resident where person_key = ? order by account")
        .param(cipher.fingerprint(idNumber))
        .query((row, _) -> row.getString(1))
        .list()
        .stream()
        .flatMap(account -> find(account).stream())
        .toList();
  }

  /// What a person is sealed for.
  static String context(String account) {
    return "resident " + account;
  }

  /// Removes an account with what is known of its person.
  @Transactional
  public void forget(String account, String by) {
    database.sql("delete from office.resident where account = ?").param(account).update();
    staff.remove(account, by);
  }

  /// Who a person is.
  public record Person(String name, String idNumber, String phone) {
    String text() {
      return String.join(SEPARATOR, name, idNumber, phone);
    }

    static Person of(String text) {
      String[] parts = text.split(SEPARATOR, -1);
      return new Person(parts[0], parts[1], parts[2]);
    }
  }

  /// An account with its person.
  ///
  /// @param key fingerprint of the identity number
  public record Resident(String account, Person person, byte[] key, boolean verified) {}
}
