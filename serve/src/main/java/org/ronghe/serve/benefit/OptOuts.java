package org.ronghe.serve.benefit;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.ronghe.office.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who does not want to be looked at. One word is enough, and it can be taken back.
@Component
public class OptOuts {
  private final JdbcClient database;
  private final Audit audit;

  OptOuts(JdbcClient database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /// The name a resident has here: the keyed hash of the identity number.
  static String nameOf(byte[] personKey) {
    return "key:" + HexFormat.of().formatHex(personKey);
  }

  public boolean isOut(String person) {
    return !among(List.of(person)).isEmpty();
  }

  /// Those of `people` who are out.
  Set<String> among(List<String> people) {
    return new HashSet<>(
        database
            .sql("select person from serve.benefit_opt_out where person = any (?::text[])")
            .param(people.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /// Takes somebody out of every list, or lets them in again; audited.
  @Transactional
  public void put(String person, boolean out, String by) {
    if (out) {
      database
          .sql(
              "insert into serve.benefit_opt_out (person, by_user) values (?, ?) on conflict do nothing")
          .params(List.of(person, by))
          .update();
    } else {
      database.sql("delete from serve.benefit_opt_out where person = ?").param(person).update();
    }
    audit.record(by, out ? "benefit-opt-out" : "benefit-opt-in", person, "");
  }
}
