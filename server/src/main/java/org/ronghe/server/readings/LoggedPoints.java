package org.ronghe.server.readings;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.PointOwner;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.point.ValueKind;
import org.ronghe.model.provenance.Provenance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The points that recorded logs brought along, kept in PostgreSQL: their readings stay readable
/// after a restart and after an import of the county.
@Component
class LoggedPoints {
  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
  private static final String COLUMNS =
      "id, name, utility, owner_kind, owner, chainage_m, profile, quantity, unit, value_kind,"
          + " states, range_low, range_high, interval_s, retention, lon, lat, source, vintage,"
          + " licence, synthetic";
  private final JdbcClient database;

  LoggedPoints(JdbcClient database) {
    this.database = database;
  }

  List<MeasuringPoint> all() {
    return database
        .sql("select " + COLUMNS + " from office.log_point order by id")
        .query((row, _) -> point(row))
        .list();
  }

  /// Keeps these; a point of the same id is replaced.
  @Transactional
  public void keep(Collection<MeasuringPoint> points) {
    for (MeasuringPoint point : points) {
      database.sql("delete from office.log_point where id = ?").param(point.id()).update();
      database
          .sql(
              "insert into office.log_point ("
                  + COLUMNS
                  + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
          .params(values(point))
          .update();
    }
  }

  private static List<@Nullable Object> values(MeasuringPoint point) {
    return Arrays.asList(
        point.id(),
        point.name(),
        point.utility().name(),
        point.owner().kind().name(),
        point.owner().id(),
        point.owner().chainage_m(),
        point.profile(),
        point.quantity(),
        point.unit(),
        point.valueKind().name(),
        point.states().toArray(String[]::new),
        point.rangeLow(),
        point.rangeHigh(),
        point.expectedInterval_s(),
        point.retention().name(),
        point.location().getX(),
        point.location().getY(),
        point.provenance().source(),
        point.provenance().vintage(),
        point.provenance().licence(),
        point.provenance().synthetic());
  }

  private static MeasuringPoint point(ResultSet row) throws SQLException {
    Array states = row.getArray("states");
    return new MeasuringPoint(
        row.getString("id"),
        row.getString("name"),
        Utility.valueOf(row.getString("utility")),
        new PointOwner(
            PointOwner.OwnerKind.valueOf(row.getString("owner_kind")),
            row.getString("owner"),
            row.getDouble("chainage_m")),
        row.getString("profile"),
        row.getString("quantity"),
        row.getString("unit"),
        ValueKind.valueOf(row.getString("value_kind")),
        List.of((String[]) states.getArray()),
        number(row, "range_low"),
        number(row, "range_high"),
        row.getDouble("interval_s"),
        RetentionClass.valueOf(row.getString("retention")),
        WGS84.createPoint(new Coordinate(row.getDouble("lon"), row.getDouble("lat"))),
        new Provenance(
            row.getString("source"),
            row.getString("vintage"),
            row.getString("licence"),
            row.getBoolean("synthetic")));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
