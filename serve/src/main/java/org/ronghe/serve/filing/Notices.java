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
  public int together() {
    return 200;
  }

  @Override
  public void receive(String key, String payload) {
    receiveAll(List.of(new Outbox.Message(topic(), key, payload)));
  }

  @Override
  public void receiveAll(List<Outbox.Message> messages) {
    List<JsonNode> notices =
        messages.stream().map(message -> json.readTree(message.payload())).toList();
    database
        .sql(
            """
            insert into serve.notice (account, case_number, key, zh, en)
            select * from unnest(:accounts::text[], :numbers::text[], :keys::text[], :zh::text[],
              :en::text[])
            on conflict (key) do nothing
            """)
        .param("accounts", texts(notices, "account"))
        .param("numbers", texts(notices, "number"))
        .param("keys", messages.stream().map(Outbox.Message::key).toArray(String[]::new))
        .param("zh", texts(notices, "zh"))
        .param("en", texts(notices, "en"))
        .update();
  }

  private static String[] texts(List<JsonNode> notices, String field) {
    return notices.stream().map(notice -> notice.path(field).asString()).toArray(String[]::new);
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
