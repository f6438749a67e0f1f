package org.ronghe.serve.filing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ronghe.office.cipher.FieldCipher;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.catalogue.Sound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What someone began and has not filed: on every device of theirs, sealed. The last device wins
/// only if it had seen what is there.
@Component
public class Drafts {
  private static final int LONGEST = 400_000;
  private static final int MOST = 100;
  private final JdbcClient database;
  private final FieldCipher cipher;
  private final JsonMapper json;

  Drafts(JdbcClient database, FieldCipher cipher, JsonMapper json) {
    this.database = database;
    this.cipher = cipher;
    this.json = json;
  }

  /// Saves; returns the new revision.
  ///
  /// @param revision the revision this device had seen; 0 for a new draft
  public int save(String owner, String id, String subject, JsonNode content, int revision) {
    Sound.first(content)
        .ifPresent(unsound -> {
          throw Problem.badRequest("draft-content", unsound.why().zh(), unsound.why().en())
              .at("content" + unsound.at());
        });
    byte[] plain = json.writeValueAsBytes(content);
    if (plain.length > LONGEST || !id.matches("[A-Za-z0-9_-]{1,64}") || subject.length() > 80) {
      throw Problem.badRequest("draft", "草稿过大或编号不对。", "The draft is too large or its id is wrong.");
    }
    byte[] sealed = cipher.seal(plain, context(owner, id));
    int saved =
        revision == 0
            ? database
                .sql(
                    """
                    insert into serve.draft (owner, id, subject, sealed, revision, saved_at)
                    select ?, ?, ?, ?, 1, now()
                    where (select count(*) from serve.draft where owner = ?) < 100
                    on conflict (owner, id) do nothing
                    """)
                .params(List.of(owner, id, subject, sealed, owner))
                .update()
            : database
                .sql(
                    """
                    update serve.draft set sealed = ?, revision = revision + 1, saved_at = now()
                    where owner = ? and id = ? and revision = ?
                    """)
                .params(List.of(sealed, owner, id, revision))
                .update();
    if (saved == 0) {
      throw Problem.conflict(
          "draft-changed",
          "另一台设备改过这份草稿（或草稿已满 " + MOST + " 份），请先取回最新的。",
          "Another device changed this draft (or there are " + MOST + "); fetch it first.");
    }
    return revision + 1;
  }

  public Optional<Draft> find(String owner, String id) {
    return database
        .sql(
            "select id, subject, sealed, revision, saved_at from serve.draft where owner = ? and id = ?")
        .params(List.of(owner, id))
        .query((row, _) ->
            new Draft(
                row.getString("id"),
                row.getString("subject"),
                row.getInt("revision"),
                CaseBook.instant(row, "saved_at"),
                json.readTree(cipher.open(row.getBytes("sealed"), context(owner, id)))))
        .optional();
  }

  /// All, without their content.
  public List<Draft> list(String owner) {
    return database
        .sql(
            "select id, subject, revision, saved_at from serve.draft where owner = ? order by saved_at desc")
        .param(owner)
        .query((row, _) ->
            new Draft(
                row.getString("id"),
                row.getString("subject"),
                row.getInt("revision"),
                CaseBook.instant(row, "saved_at"),
                json.nullNode()))
        .list();
  }

  public void remove(String owner, String id) {
    database
        .sql("delete from serve.draft where owner = ? and id = ?")
        .params(List.of(owner, id))
        .update();
  }

  /// What a draft is sealed for.
  static String context(String owner, String id) {
    return "draft " + owner + "/" + id;
  }

  public record Draft(String id, String subject, int revision, Instant savedAt, JsonNode content) {}
}
