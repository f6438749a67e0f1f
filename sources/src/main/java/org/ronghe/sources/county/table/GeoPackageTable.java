package org.ronghe.sources.county.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.sources.county.manifest.FileSpec;
import org.ronghe.sources.county.notice.FileNotice;
import org.ronghe.sources.county.notice.GeometryNotice;
import org.ronghe.sources.county.notice.Likely;
import org.ronghe.sources.county.notice.Notice;
import org.ronghe.sources.county.notice.NoticeBook;

/// A layer of a GeoPackage (OGC 12-128), as QGIS writes it.
final class GeoPackageTable implements Table {

  /// A table of features, or of attributes when it has no geometry column.
  private record Layer(String name, @Nullable String geometryColumn, String crs) {}

  @Override
  public void read(Path path, FileSpec spec, NoticeBook book, Consumer<Row> rows)
      throws IOException {
    try (Connection connection = DriverManager.getConnection(url(path))) {
      Optional<Layer> layer = choose(layers(connection), spec, book);
      if (layer.isPresent() && isInDegrees(layer.get(), spec, book)) {
        read(connection, layer.get(), spec, book, rows);
      }
    } catch (SQLException e) {
      book.file(
          FileNotice.FILE_UNREADABLE, spec.label(), spec.file(), String.valueOf(e.getMessage()));
    }
  }

  /// Never writes. A file beside which QGIS left a log is opened with it; any other is taken as
  /// immutable, which also works in a folder that cannot be written.
  private static String url(Path path) throws IOException {
    Path log = path.resolveSibling(path.getFileName() + "-wal");
    boolean logged = Files.isRegularFile(log) && Files.size(log) > 0;
    return "jdbc:sqlite:file:"
        + path.toAbsolutePath().toUri().getRawPath()
        + (logged ? "?mode=ro" : "?immutable=1");
  }

  private static List<Layer> layers(Connection connection) throws SQLException {
    String sql =
        """
        SELECT c.table_name, g.column_name,
               COALESCE(s.organization || ':' || s.organization_coordsys_id, '')
        FROM gpkg_contents c
        LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
        LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
        WHERE c.data_type IN ('features', 'attributes')
        ORDER BY c.table_name
        """;
    List<Layer> layers = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        layers.add(new Layer(found.getString(1), found.getString(2), found.getString(3)));
      }
    }
    return layers;
  }

  private static Optional<Layer> choose(List<Layer> layers, FileSpec spec, NoticeBook book) {
    String wanted = spec.layer();
    if (wanted == null && layers.size() == 1) {
      return Optional.of(layers.getFirst());
    }
    String name = wanted == null ? spec.kind().code() : wanted;
    Optional<Layer> layer = layers.stream().filter(one -> one.name().equals(name)).findFirst();
    if (layer.isEmpty()) {
      List<String> names = layers.stream().map(Layer::name).toList();
      List<String> details = new ArrayList<>(List.of(name));
      details.add(Likely.of(name, names).orElseGet(() -> String.join(" / ", names)));
      book.file(FileNotice.LAYER_MISSING, spec.label(), details.toArray(String[]::new));
    }
    return layer;
  }

  private static boolean isInDegrees(Layer layer, FileSpec spec, NoticeBook book) {
    boolean known = layer.crs().matches("(?i)|EPSG:(4326|4490)|NONE:.*");
    if (!known && spec.crs() != null) {
      book.file(FileNotice.CRS_CONTRADICTED, spec.label(), spec.crs().code(), layer.crs());
    }
    return known || spec.crs() == null;
  }

  private static void read(
      Connection connection, Layer layer, FileSpec spec, NoticeBook book, Consumer<Row> rows)
      throws SQLException {
    String table = "\"" + layer.name().replace("\"", "\"\"") + "\"";
    String key = key(connection, layer.name());
    try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + table);
        ResultSet found = statement.executeQuery()) {
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
        columns.add(found.getMetaData().getColumnName(i));
      }
      int geometryAt = columns.indexOf(layer.geometryColumn());
      int keyAt = columns.indexOf(key);
      boolean spatial = layer.geometryColumn() != null;
      Optional<Header> header = Header.of(columns, spec, spatial, book);
      long number = 0;
      while (header.isPresent() && found.next()) {
        number = keyAt < 0 ? number + 1 : found.getLong(keyAt + 1);
        List<String> cells = cells(found, columns.size(), geometryAt);
        byte[] blob = geometryAt < 0 ? null : found.getBytes(geometryAt + 1);
        rows.accept(header.get().row(number, cells, geometry(blob, number, spec, book)));
      }
    }
  }

  /// The column that numbers the rows, `fid` in most files; empty when there is none.
  private static String key(Connection connection, String table) throws SQLException {
    String sql = "SELECT name FROM pragma_table_info(?) WHERE pk = 1 AND upper(type) = 'INTEGER'";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? found.getString(1) : "";
      }
    }
  }

  private static List<String> cells(ResultSet row, int count, int geometryAt) throws SQLException {
    List<String> cells = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Object value = i == geometryAt ? null : row.getObject(i + 1);
      cells.add(
          switch (value) {
            case null -> "";
            case Double number when Double.isFinite(number) ->
                XlsxTable.number(BigDecimal.valueOf(number));
            default -> value.toString();
          });
    }
    return cells;
  }

  private static @Nullable Geometry geometry(
      byte @Nullable [] blob, long number, FileSpec spec, NoticeBook book) {
    if (blob == null) {
      return null;
    }
    Optional<Geometry> shape = GeoPackageShape.read(blob);
    if (shape.isEmpty()) {
      book.add(
          new Notice(GeometryNotice.SHAPE_UNREADABLE, spec.label(), number, "", "", List.of()));
    }
    return shape.orElse(null);
  }
}
