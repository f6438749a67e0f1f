package org.ronghe.serve.works;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.ronghe.engines.dig.JointOpening;
import org.ronghe.engines.dig.Surfacing;
import org.ronghe.model.event.WorksAlarmed;
import org.ronghe.model.measure.Utility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The book of openings in PostgreSQL. Writes happen in the caller's transaction.
@Component
public class OpeningBook {
  private final JdbcClient database;
  private final JsonMapper json;

  OpeningBook(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  String nextPlan() {
    return "PLAN-"
        + database.sql("select nextval('serve.opening_plan')").query(Long.class).single();
  }

  /// Adds the opening, or replaces what is known of it.
  void keep(RoadOpening opening) {
    Utility utility = opening.utility();
    database
        .sql(
            """
            insert into serve.opening (id, account, who, title, utility, road, trench, width_m, depth_m,
              from_day, until_day, slack_days, emergency, stage, joint, phone, revision)
            values (:id, :account, :who, :title, :utility, :road, :trench, :width, :depth, :from, :until,
              :slack, :emergency, :stage, :joint, :phone, :revision)
            on conflict (id) do update set who = excluded.who, title = excluded.title,
              utility = excluded.utility, road = excluded.road, trench = excluded.trench,
              width_m = excluded.width_m, depth_m = excluded.depth_m, from_day = excluded.from_day,
              until_day = excluded.until_day, slack_days = excluded.slack_days,
              emergency = excluded.emergency, stage = excluded.stage, joint = excluded.joint,
              phone = excluded.phone, revision = excluded.revision, changed_at = now()
            """)
        .param("id", opening.id())
        .param("account", opening.account())
        .param("who", opening.who())
        .param("title", opening.title())
        .param("utility", utility == null ? null : utility.code())
        .param("road", opening.road())
        .param("trench", opening.trench().toText())
        .param("width", opening.width_m())
        .param("depth", opening.depth_m())
        .param("from", opening.from())
        .param("until", opening.until())
        .param("slack", opening.slack_days())
        .param("emergency", opening.emergency())
        .param("stage", opening.stage().code())
        .param("joint", opening.joint())
        .param("phone", opening.phone())
        .param("revision", opening.revision())
        .update();
  }

  /// The opening, locked until the transaction ends.
  Optional<RoadOpening> locked(String id) {
    return database
        .sql("select * from serve.opening where id = ? for update")
        .param(id)
        .query(OpeningBook::opening)
        .optional();
  }

  Optional<RoadOpening> find(String id) {
    return database
        .sql("select * from serve.opening where id = ?")
        .param(id)
        .query(OpeningBook::opening)
        .optional();
  }

  /// All that others must reckon with, the earliest first.
  List<RoadOpening> current() {
    return database
        .sql(
            """
            select * from serve.opening where stage not in ('closed', 'dropped')
            order by from_day, id
            """)
        .query(OpeningBook::opening)
        .list();
  }

  /// Those of [#current] whose ground the box touches.
  List<RoadOpening> near(Envelope box) {
    return database
        .sql(
            """
            select * from serve.opening where stage not in ('closed', 'dropped')
              and serve.box_of(trench) && box(point(?, ?), point(?, ?))
            order by from_day, id
            """)
        .params(corners(box))
        .query(OpeningBook::opening)
        .list();
  }

  private static List<Object> corners(Envelope box) {
    return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  /// What was built or resurfaced where the box touches it.
  List<Surfacing> surfacings(Envelope box) {
    return database
        .sql(
            """
            select * from serve.surfacing
            where serve.box_of(area) && box(point(?, ?), point(?, ?)) order by id
            """)
        .params(corners(box))
        .query((row, _) ->
            new Surfacing(
                row.getString("road"),
                row.getString("name"),
                geometry(row.getString("area")),
                row.getDouble("width_m"),
                Surfacing.Kind.valueOf(row.getString("kind")),
                row.getObject("finished", LocalDate.class)))
        .list();
  }

  void surfaced(Surfacing surfacing, String source) {
    database
        .sql(
            """
            insert into serve.surfacing (road, name, area, width_m, kind, finished, source)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            List.of(
                surfacing.road(),
                surfacing.name(),
                surfacing.area().toText(),
                surfacing.width_m(),
                surfacing.kind().name(),
                surfacing.finished(),
                source))
        .update();
  }

  void agreed(String id, JointOpening joint, String by) {
    database
        .sql(
            """
            insert into serve.joint_opening (id, from_day, until_day, trench, together_m, apart_m, shares,
              agreed_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            List.of(
                id,
                joint.from(),
                joint.until(),
                joint.trench().toText(),
                joint.together_m(),
                joint.apart_m(),
                json.writeValueAsString(joint.shares()),
                by))
        .update();
  }

  void tell(String opening, String owner, String zh, String en) {
    database
        .sql(
            """
            insert into serve.works_notice (opening, owner, zh, en) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(List.of(opening, owner, zh, en))
        .update();
  }

  /// True when this is news.
  boolean alarmed(WorksAlarmed alarm) {
    return database
            .sql(
                """
                insert into serve.works_alarm (works, alarm, change, point_name, zh, en, priority,
                  distance_m, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                List.of(
                    alarm.worksId(),
                    alarm.alarmId(),
                    alarm.change().name(),
                    alarm.pointName(),
                    alarm.what().zh(),
                    alarm.what().en(),
                    alarm.priority(),
                    alarm.distance_m(),
                    alarm.at().atOffset(java.time.ZoneOffset.UTC)))
            .update()
        == 1;
  }

  List<SiteAlarm> alarms(String opening) {
    return database
        .sql("select * from serve.works_alarm where works = ? order by at desc limit 200")
        .param(opening)
        .query((row, _) ->
            new SiteAlarm(
                row.getLong("alarm"),
                row.getString("change"),
                row.getString("point_name"),
                row.getString("zh"),
                row.getString("en"),
                row.getInt("priority"),
                row.getDouble("distance_m"),
                row.getObject("at", java.time.OffsetDateTime.class).toInstant()))
        .list();
  }

  List<OwnerNotice> notices(String opening) {
    return database
        .sql("select * from serve.works_notice where opening = ? order by id")
        .param(opening)
        .query((row, _) ->
            new OwnerNotice(
                row.getLong("id"),
                row.getString("owner"),
                row.getString("zh"),
                row.getString("en"),
                row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("seen_by"))))
        .list();
  }

  boolean seen(long notice, String by) {
    return database
            .sql(
                """
                update serve.works_notice set seen_by = ?, seen_at = now()
                where id = ? and seen_by is null
                """)
            .params(List.of(by, notice))
            .update()
        == 1;
  }

  private static RoadOpening opening(ResultSet row, int number) throws SQLException {
    String utility = row.getString("utility");
    return new RoadOpening(
        row.getString("id"),
        row.getString("account"),
        row.getString("who"),
        row.getString("title"),
        utility == null ? null : Utility.ofCode(utility).orElse(null),
        row.getString("road"),
        geometry(row.getString("trench")),
        row.getDouble("width_m"),
        row.getDouble("depth_m"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class),
        row.getInt("slack_days"),
        row.getBoolean("emergency"),
        RoadOpening.Stage.ofCode(row.getString("stage")),
        row.getString("joint"),
        row.getString("phone"),
        row.getInt("revision"));
  }

  private static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalStateException("the book of openings holds no shape: " + wkt, e);
    }
  }

  /// An alarm near open works, as the digger and the desk read it.
  public record SiteAlarm(
      long alarm,
      String change,
      String point,
      String zh,
      String en,
      int priority,
      double distance_m,
      java.time.Instant at) {}

  /// What an owner was told, and who of them saw it.
  public record OwnerNotice(
      long id, String owner, String zh, String en, java.time.Instant at, Optional<String> seenBy) {}
}
