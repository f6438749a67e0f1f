package org.ronghe.office.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.atlas.Feature;
import org.ronghe.office.atlas.Field;
import org.ronghe.office.atlas.Layer;
import org.ronghe.office.atlas.Shape;

/// A layer as a GeoPackage 1.3 file (OGC 12-128r18).
final class GeoPackage {
  private static final String WGS84 =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],"
          + "AUTHORITY[\"EPSG\",\"4326\"]]";

  private GeoPackage() {}

  /// @param description says what is synthetic
  static <T> byte[] of(Layer<T> layer, Predicate<String> visible, String description)
      throws IOException, SQLException {
    Path file = Files.createTempFile("ronghe-export", ".gpkg");
    try {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
        connection.setAutoCommit(false);
        writeFrame(connection);
        writeContents(connection, layer, description);
        createTable(connection, layer);
        writeRows(connection, layer, visible);
        connection.commit();
      }
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  private static void writeFrame(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA application_id = 1196444487"); // GPKG
      sql.execute("PRAGMA user_version = 10300");
      sql.execute(
          """
          CREATE TABLE gpkg_spatial_ref_sys (
            srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
            organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
            definition TEXT NOT NULL, description TEXT)\
          """);
      sql.execute(
          """
          CREATE TABLE gpkg_contents (
            table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
            identifier TEXT UNIQUE, description TEXT DEFAULT '',
            last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
            CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)
              REFERENCES gpkg_spatial_ref_sys(srs_id))\
          """);
      sql.execute(
          """
          CREATE TABLE gpkg_geometry_columns (
            table_name TEXT NOT NULL, column_name TEXT NOT NULL,
            geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
            z TINYINT NOT NULL, m TINYINT NOT NULL,
            CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
            CONSTRAINT uk_gc_table_name UNIQUE (table_name),
            CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
            CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))\
          """);
      sql.execute(
          """
          INSERT INTO gpkg_spatial_ref_sys VALUES
            ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL),
            ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL)\
          """);
    }
    String insert =
        "INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, ?, 'lon/lat')";
    try (PreparedStatement sql = connection.prepareStatement(insert)) {
      sql.setString(1, WGS84);
      sql.executeUpdate();
    }
  }

  private static void writeContents(Connection connection, Layer<?> layer, String description)
      throws SQLException {
    boolean spatial = layer.shape() != Shape.NONE;
    String insert = "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement sql = connection.prepareStatement(insert)) {
      sql.setString(1, table(layer));
      sql.setString(2, spatial ? "features" : "attributes");
      sql.setString(3, layer.zh() + " " + layer.en());
      sql.setString(4, description);
      sql.setString(5, Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
      var box = layer.extent();
      boolean known = spatial && !box.isNull();
      sql.setObject(6, known ? box.getMinX() : null);
      sql.setObject(7, known ? box.getMinY() : null);
      sql.setObject(8, known ? box.getMaxX() : null);
      sql.setObject(9, known ? box.getMaxY() : null);
      sql.setObject(10, spatial ? GeoPackageGeometry.SRS : null);
      sql.executeUpdate();
    }
    if (spatial) {
      String column = "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)";
      try (PreparedStatement sql = connection.prepareStatement(column)) {
        sql.setString(1, table(layer));
        sql.setString(2, GeoPackageGeometry.typeOf(layer.shape()));
        sql.executeUpdate();
      }
    }
  }

  /// Names of layers are ours, without quotes; `-` is unusual in table names.
  private static String table(Layer<?> layer) {
    return layer.name().replace('-', '_');
  }

  private static void createTable(Connection connection, Layer<?> layer) throws SQLException {
    String columns =
        layer.fields().stream()
            .map(field -> ", \"" + field.name() + "\" " + type(field.type()))
            .collect(Collectors.joining());
    String geometry =
        layer.shape() == Shape.NONE ? "" : ", geom " + GeoPackageGeometry.typeOf(layer.shape());
    try (Statement sql = connection.createStatement()) {
      sql.execute(
          "CREATE TABLE "
              + table(layer)
              + " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT NOT NULL UNIQUE"
              + columns
              + geometry
              + ")");
    }
  }

  private static String type(Field.Type type) {
    return switch (type) {
      case TEXT -> "TEXT";
      case NUMBER -> "DOUBLE";
      case INTEGER -> "INTEGER";
      case TRUTH -> "BOOLEAN";
    };
  }

  private static <T> void writeRows(
      Connection connection, Layer<T> layer, Predicate<String> visible) throws SQLException {
    List<Field<T>> fields = layer.fields();
    boolean spatial = layer.shape() != Shape.NONE;
    int columns = 1 + fields.size() + (spatial ? 1 : 0);
    String names = fields.stream().map(f -> ", \"" + f.name() + "\"").collect(Collectors.joining());
    String insert =
        "INSERT INTO "
            + table(layer)
            + " (id"
            + names
            + (spatial ? ", geom" : "")
            + ") VALUES (?"
            + ", ?".repeat(columns - 1)
            + ")";
    try (PreparedStatement sql = connection.prepareStatement(insert)) {
      for (Feature<T> feature : layer.features()) {
        if (visible.test(feature.id())) {
          sql.setString(1, feature.id());
          for (int i = 0; i < fields.size(); i++) {
            sql.setObject(i + 2, value(fields.get(i).value().apply(feature.row())));
          }
          if (spatial) {
            var geometry = feature.geometry();
            sql.setBytes(columns, geometry == null ? null : GeoPackageGeometry.blob(geometry));
          }
          sql.addBatch();
        }
      }
      sql.executeBatch();
    }
  }

  private static @Nullable Object value(@Nullable Object value) {
    return value instanceof Boolean truth ? (Object) (truth ? 1 : 0) : value;
  }
}
