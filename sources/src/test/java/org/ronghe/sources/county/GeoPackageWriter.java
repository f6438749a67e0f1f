package org.ronghe.sources.county;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/// Writes GeoPackage layers as QGIS does, with an envelope before each shape.
final class GeoPackageWriter implements AutoCloseable {
  private final Connection connection;

  GeoPackageWriter(Path file) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    execute(
        """
        CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER)
        """);
    execute(
        """
        CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)
        """);
    execute(
        """
        CREATE TABLE gpkg_spatial_ref_sys
          (srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER)
        """);
    execute(
        "INSERT INTO gpkg_spatial_ref_sys VALUES"
            + " (4326, 'EPSG', 4326), (4490, 'EPSG', 4490), (4547, 'EPSG', 4547)");
  }

  GeoPackageWriter layer(
      String name, int srs, List<String> columns, List<List<Object>> rows, List<Geometry> shapes)
      throws SQLException {
    String definition = String.join(", ", columns);
    execute(
        "CREATE TABLE \"%s\" (fid INTEGER PRIMARY KEY, geom BLOB, %s)".formatted(name, definition));
    execute("INSERT INTO gpkg_contents VALUES ('%s', 'features', %d)".formatted(name, srs));
    execute("INSERT INTO gpkg_geometry_columns VALUES ('%s', 'geom', %d)".formatted(name, srs));
    String marks = ", ?".repeat(columns.size());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO \"%s\" VALUES (NULL, ?%s)".formatted(name, marks))) {
      for (int i = 0; i < rows.size(); i++) {
        insert.setBytes(1, blob(shapes.get(i), srs));
        for (int j = 0; j < columns.size(); j++) {
          insert.setObject(j + 2, rows.get(i).get(j));
        }
        insert.executeUpdate();
      }
    }
    return this;
  }

  private static byte[] blob(Geometry shape, int srs) {
    byte[] wkb = new WKBWriter().write(shape);
    var box = shape.getEnvelopeInternal();
    return ByteBuffer.allocate(8 + 32 + wkb.length)
        .put((byte) 'G')
        .put((byte) 'P')
        .put((byte) 0)
        .put((byte) 0b10)
        .putInt(srs)
        .putDouble(box.getMinX())
        .putDouble(box.getMaxX())
        .putDouble(box.getMinY())
        .putDouble(box.getMaxY())
        .put(wkb)
        .array();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
