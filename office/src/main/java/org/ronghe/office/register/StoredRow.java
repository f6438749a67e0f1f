package org.ronghe.office.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.ronghe.model.provenance.Provenance;

/// One row of a register table, read field by field in column order. The mirror of [CopyLine].
final class StoredRow {
  private final GeometryFactory geometries = new GeometryFactory(new PrecisionModel(), 4326);
  private final WKBReader wkb = new WKBReader(geometries);
  private final ResultSet rows;
  private final ProvenanceShelf provenances;
  private int column;

  StoredRow(ResultSet rows, ProvenanceShelf provenances) {
    this.rows = rows;
    this.provenances = provenances;
  }

  boolean next() throws SQLException {
    column = 0;
    return rows.next();
  }

  String text() throws SQLException {
    return rows.getString(++column);
  }

  @Nullable String textOrNull() throws SQLException {
    return rows.getString(++column);
  }

  double number() throws SQLException {
    return rows.getDouble(++column);
  }

  @Nullable Double numberOrNull() throws SQLException {
    double value = rows.getDouble(++column);
    return rows.wasNull() ? null : value;
  }

  int whole() throws SQLException {
    return rows.getInt(++column);
  }

  long wholeLong() throws SQLException {
    return rows.getLong(++column);
  }

  @Nullable Integer wholeOrNull() throws SQLException {
    int value = rows.getInt(++column);
    return rows.wasNull() ? null : value;
  }

  <E extends Enum<E>> E choice(Class<E> type) throws SQLException {
    return Enum.valueOf(type, text());
  }

  Point position() throws SQLException {
    double lon = number();
    return geometries.createPoint(new Coordinate(lon, number()));
  }

  LineString line() throws SQLException {
    if (geometryOrNull() instanceof LineString line) {
      return line;
    }
    throw new SQLException("column " + column + " holds no line");
  }

  @Nullable Geometry geometryOrNull() throws SQLException {
    byte[] bytes = rows.getBytes(++column);
    if (bytes == null) {
      return null;
    }
    try {
      return wkb.read(bytes);
    } catch (ParseException e) {
      throw new SQLException("column " + column + " holds no WKB", e);
    }
  }

  Provenance provenance() throws SQLException {
    return provenances.get(whole());
  }
}
