package org.ronghe.office.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The log of who did what. Rows are added, never changed; each carries a hash over itself and the
/// row before.
@Component
public class Audit {
  private final JdbcClient database;

  public Audit(JdbcClient database) {
    this.database = database;
  }

  /// Adds one row, in the transaction of the caller when there is one.
  ///
  /// @param who user, device or `system`
  /// @param action lower-case with `-`, e.g. `sign-in`, `device-add`, `alarm-acknowledge`
  /// @param subject what it was done to, e.g. a user name or an alarm id
  /// @param detail anything else worth keeping; never a secret
  public void record(String who, String action, String subject, String detail) {
    database
        .sql(
            """
            insert into office.audit (who, action, subject, detail, hash)
            values (:who, :action, :subject, :detail, '')
            """)
        .param("who", who)
        .param("action", action)
        .param("subject", subject)
        .param("detail", detail)
        .update();
  }

  /// Newest first.
  ///
  /// @param before only rows with a smaller id; null from the newest on
  /// @param limit 1 to 1,000
  public Page page(Filter filter, @Nullable Long before, int limit) {
    List<Entry> rows =
        database
            .sql(
                """
                select id, at, who, action, subject, detail from office.audit
                where (:from::timestamptz is null or at >= :from::timestamptz)
                  and (:to::timestamptz is null or at < :to::timestamptz)
                  and (:who::text is null or who = :who::text)
                  and (:action::text is null or action = :action::text)
                  and (:before::bigint is null or id < :before::bigint)
                order by id desc limit :limit
                """)
            .param("from", utc(filter.from()))
            .param("to", utc(filter.to()))
            .param("who", filter.who())
            .param("action", filter.action())
            .param("before", before)
            .param("limit", limit + 1)
            .query((row, _) ->
                new Entry(
                    row.getLong("id"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("who"),
                    row.getString("action"),
                    row.getString("subject"),
                    row.getString("detail")))
            .list();
    boolean more = rows.size() > limit;
    List<Entry> items = more ? rows.subList(0, limit) : rows;
    return new Page(items, more ? Long.toString(items.getLast().id()) : null);
  }

  /// What was done to any of these, the newest first.
  public List<Entry> about(Collection<String> subjects, int limit) {
    return database
        .sql(
            """
            select id, at, who, action, subject, detail from office.audit
            where subject = any (?::text[]) order by id desc limit ?
            """)
        .params(List.of(subjects.toArray(String[]::new), limit))
        .query((row, _) ->
            new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail")))
        .list();
  }

  /// The ids whose hash no longer fits: empty when no row was changed, removed or slipped in.
  public List<Long> broken() {
    return database
        .sql(
            """
            select id from (
              select id, hash, office.audit_digest(
                lag(hash) over (order by id), id, at, who, action, subject, detail) as expected
              from office.audit) rows
            where hash <> expected order by id
            """)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /// What to show; null leaves a field open.
  public record Filter(
      @Nullable Instant from, @Nullable Instant to, @Nullable String who, @Nullable String action) {
    public static final Filter ALL = new Filter(null, null, null, null);
  }

  /// One row.
  public record Entry(
      long id, Instant at, String who, String action, String subject, String detail) {}

  /// A page of rows; `next` is the cursor of the following one.
  public record Page(List<Entry> items, @Nullable String next) {
    public Page {
      items = List.copyOf(items);
    }
  }
}
