package org.ronghe.operate.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.event.AlarmChanged.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The alarm book: every occurrence and what became of it, in PostgreSQL.
@Component
class AlarmBook {
  private static final String COLUMNS =
      "id, point, rule, kind, priority, raised_at, value, limit_value, returned_at,"
          + " log_ended_at, acknowledged_at, acknowledged_by, comment";

  private final JdbcClient jdbc;

  AlarmBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Writes a new occurrence; empty when the book has one of the same rule that covers this instant
  /// already: readings judged twice (after a kill) raise nothing twice.
  Optional<AlarmOccurrence> raise(AlarmOccurrence fresh) {
    return jdbc.sql(
            "insert into operate.alarm (point, rule, kind, priority, raised_at, value, limit_value)"
                + " select :point, :rule, :kind, :priority, :raisedAt, :value, :limit"
                + " where not exists (select 1 from operate.alarm where point = :point"
                + " and rule = :rule and raised_at <= :raisedAt"
                + " and coalesce(returned_at, log_ended_at, 'infinity') > :raisedAt)"
                + " on conflict (point, rule, raised_at) do nothing returning "
                + COLUMNS)
        .param("point", fresh.point())
        .param("rule", fresh.rule())
        .param("kind", fresh.kind())
        .param("priority", fresh.priority())
        .param("raisedAt", utc(fresh.raisedAt()))
        .param("value", fresh.value())
        .param("limit", fresh.limit())
        .query((row, _) -> occurrence(row))
        .optional();
  }

  /// Ends the active occurrence of a rule; empty when none is active.
  Optional<AlarmOccurrence> giveBack(String point, String rule, Instant at) {
    return jdbc.sql(
            "update operate.alarm set returned_at = :at where point = :point and rule = :rule"
                + " and returned_at is null and log_ended_at is null and raised_at <= :at"
                + " returning "
                + COLUMNS)
        .param("at", utc(at))
        .param("point", point)
        .param("rule", rule)
        .query((row, _) -> occurrence(row))
        .optional();
  }

  /// Ends what stands of some points for want of readings. Each is dated at the newest reading
  /// given for its point, or when it was raised if that is later.
  List<AlarmOccurrence> endOfLog(Map<String, Instant> newestOfPoint) {
    List<AlarmOccurrence> ended = new ArrayList<>();
    newestOfPoint.forEach((point, newest) ->
        ended.addAll(
            jdbc.sql(
                    "update operate.alarm set log_ended_at = greatest(raised_at, :newest)"
                        + " where point = :point and returned_at is null"
                        + " and log_ended_at is null returning "
                        + COLUMNS)
                .param("newest", utc(newest))
                .param("point", point)
                .query((row, _) -> occurrence(row))
                .list()));
    return ended;
  }

  /// Acknowledges once; empty when it was acknowledged before or does not exist.
  Optional<AlarmOccurrence> acknowledge(long id, String by, String comment, Instant at) {
    return jdbc.sql(
            "update operate.alarm set acknowledged_at = :at, acknowledged_by = :by,"
                + " comment = :comment where id = :id and acknowledged_at is null returning "
                + COLUMNS)
        .param("at", utc(at))
        .param("by", by)
        .param("comment", comment)
        .param("id", id)
        .query((row, _) -> occurrence(row))
        .optional();
  }

  /// Adds a line to the log and returns its sequence number.
  long log(long alarmId, Change change, Instant at, @Nullable String by, @Nullable String comment) {
    return jdbc.sql(
            "insert into operate.alarm_change (alarm_id, change, at, by_user, comment)"
                + " values (:alarm, :change, :at, :by, :comment) returning sequence")
        .param("alarm", alarmId)
        .param("change", change.name())
        .param("at", utc(at))
        .param("by", by)
        .param("comment", comment)
        .query(Long.class)
        .single();
  }

  Optional<AlarmOccurrence> find(long id) {
    return jdbc.sql("select " + COLUMNS + " from operate.alarm where id = :id")
        .param("id", id)
        .query((row, _) -> occurrence(row))
        .optional();
  }

  List<AlarmOccurrence> open() {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from operate.alarm where (returned_at is null or acknowledged_at is null)"
                + " and log_ended_at is null order by raised_at desc, id desc")
        .query((row, _) -> occurrence(row))
        .list();
  }

  /// Occurrences of one point, newest first.
  List<AlarmOccurrence> ofPoint(String point, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from operate.alarm where point = :point order by raised_at desc limit :limit")
        .param("point", point)
        .param("limit", limit)
        .query((row, _) -> occurrence(row))
        .list();
  }

  /// A page of all occurrences raised before (`beforeRaised`, `beforeId`), newest first.
  List<AlarmOccurrence> page(Instant beforeRaised, long beforeId, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from operate.alarm where (raised_at, id) < (:raised, :id)"
                + " order by raised_at desc, id desc limit :limit")
        .param("raised", utc(beforeRaised))
        .param("id", beforeId)
        .param("limit", limit)
        .query((row, _) -> occurrence(row))
        .list();
  }

  /// The log of one occurrence, oldest first.
  List<AlarmChange> changes(long alarmId) {
    return jdbc.sql(
            "select sequence, alarm_id, change, at, by_user, comment from operate.alarm_change"
                + " where alarm_id = :alarm order by sequence")
        .param("alarm", alarmId)
        .query((row, _) -> change(row))
        .list();
  }

  /// What was logged after `sequence`, oldest first, at most `limit` lines.
  List<AlarmChange> changesAfter(long sequence, int limit) {
    return jdbc.sql(
            "select sequence, alarm_id, change, at, by_user, comment from operate.alarm_change"
                + " where sequence > :sequence order by sequence limit :limit")
        .param("sequence", sequence)
        .param("limit", limit)
        .query((row, _) -> change(row))
        .list();
  }

  /// Every reading received before this has been judged; empty before the first one.
  Optional<Instant> judgedUntil() {
    return jdbc.sql("select received_until from operate.alarm_checkpoint")
        .query((row, _) -> instant(row, "received_until"))
        .optional();
  }

  void judgedUntil(Instant receivedUntil) {
    jdbc.sql(
            "insert into operate.alarm_checkpoint (one, received_until) values (true, :until)"
                + " on conflict (one) do update set received_until = excluded.received_until")
        .param("until", utc(receivedUntil))
        .update();
  }

  private static AlarmOccurrence occurrence(ResultSet row) throws SQLException {
    return new AlarmOccurrence(
        row.getLong("id"),
        row.getString("point"),
        row.getString("rule"),
        row.getString("kind"),
        row.getInt("priority"),
        instant(row, "raised_at"),
        (Double) row.getObject("value"),
        (Double) row.getObject("limit_value"),
        maybe(row.getTimestamp("returned_at")),
        maybe(row.getTimestamp("log_ended_at")),
        maybe(row.getTimestamp("acknowledged_at")),
        row.getString("acknowledged_by"),
        row.getString("comment"));
  }

  private static AlarmChange change(ResultSet row) throws SQLException {
    return new AlarmChange(
        row.getLong("sequence"),
        row.getLong("alarm_id"),
        Change.valueOf(row.getString("change")),
        instant(row, "at"),
        row.getString("by_user"),
        row.getString("comment"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  private static @Nullable Instant maybe(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
