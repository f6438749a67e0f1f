package org.ronghe.serve.filing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What applicants are told about their cases.
@Component
public class Notices implements Outbox.Receiver {
  private final JdbcClient database;
  private final JsonMapper json;

  Notices(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public String topic() {
    return "notice";
  }

  @Override
  public void receive(String key, String payload) {
    JsonNode node = json.readTree(payload);
    database
        .sql(
            """
            insert into serve.notice (account, case_number, key, zh, en) values (?, ?, ?, ?, ?)
            on conflict (key) do nothing
            """)
        .params(
            List.of(
                node.path("account").asString(),
                node.path("number").asString(),
                key,
                node.path("zh").asString(),
                node.path("en").asString()))
        .update();
  }

  /// Newest first.
  public List<Notice> of(String account) {
    return database
        .sql(
            """
            select id, case_number, zh, en, at, read_at from serve.notice where account = ?
            order by id desc limit 200
            """)
        .param(account)
        .query((row, _) ->
            new Notice(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("zh"),
                row.getString("en"),
                CaseBook.instant(row, "at"),
                row.getObject("read_at") == null ? null : CaseBook.instant(row, "read_at")))
        .list();
  }

  public void read(String account, long upTo) {
    database
        .sql(
            "update serve.notice set read_at = now() where account = ? and id <= ? and read_at is null")
        .params(List.of(account, upTo))
        .update();
  }

  public record Notice(
      long id, String number, String zh, String en, Instant at, @Nullable Instant readAt) {}
}
