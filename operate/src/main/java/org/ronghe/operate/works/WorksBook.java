package org.ronghe.operate.works;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.event.Works;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The works in PostgreSQL. Hearing an event twice, or the closing before the opening, ends in the
/// same row.
@Component
class WorksBook {
  private final JdbcClient jdbc;

  WorksBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Keeps what is said of the works, unless a higher revision is known already.
  ///
  /// @return whether anything changed
  boolean keep(Works works) {
    return jdbc.sql(
                """
                insert into operate.works
                  (id, revision, title, area_wkt, zone_m, starts_at, ends_at, who, phone)
                values (:id, :revision, :title, :area, :zone, :from, :until, :who, :phone)
                on conflict (id) do update set
                  revision = excluded.revision, title = excluded.title,
                  area_wkt = excluded.area_wkt, zone_m = excluded.zone_m,
                  starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                  who = excluded.who, phone = excluded.phone
                where operate.works.revision is null
                  or operate.works.revision < excluded.revision
                """)
            .param("id", works.id())
            .param("revision", works.revision())
            .param("title", works.title())
            .param("area", works.areaWkt())
            .param("zone", works.zone_m())
            .param("from", works.from().atOffset(ZoneOffset.UTC))
            .param("until", works.until().atOffset(ZoneOffset.UTC))
            .param("who", works.who())
            .param("phone", works.phone())
            .update()
        > 0;
  }

  void close(String id, Instant at) {
    jdbc.sql(
            """
            insert into operate.works (id, closed_at) values (:id, :at)
            on conflict (id) do update
              set closed_at = coalesce(operate.works.closed_at, excluded.closed_at)
            """)
        .param("id", id)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// All that are open, and those closed since.
  List<KnownWorks> openOrClosedSince(Instant since) {
    return jdbc.sql(
            """
            select id, revision, title, area_wkt, zone_m, starts_at, ends_at, who, phone, closed_at
            from operate.works
            where area_wkt is not null and (closed_at is null or closed_at >= :since)
            order by starts_at, id
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((row, _) -> known(row))
        .list();
  }

  private static KnownWorks known(ResultSet row) throws SQLException {
    return new KnownWorks(
        new Works(
            row.getString("id"),
            row.getInt("revision"),
            row.getString("title"),
            row.getString("area_wkt"),
            row.getDouble("zone_m"),
            row.getTimestamp("starts_at").toInstant(),
            row.getTimestamp("ends_at").toInstant(),
            row.getString("who"),
            row.getString("phone")),
        maybe(row.getTimestamp("closed_at")));
  }

  private static @Nullable Instant maybe(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
