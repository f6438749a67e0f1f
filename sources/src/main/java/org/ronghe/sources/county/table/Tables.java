package org.ronghe.sources.county.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ronghe.sources.county.manifest.FileSpec;
import org.ronghe.sources.county.notice.FileNotice;
import org.ronghe.sources.county.notice.NoticeBook;

/// Reads the rows of a file in whatever format its name ends with.
public final class Tables {
  /// Files people have instead: which program turns them into what.
  private static final Map<String, List<String>> INSTEAD =
      Map.of(
          ".xls", List.of("Excel", ".xlsx"),
          ".et", List.of("WPS", ".xlsx"),
          ".ods", List.of("LibreOffice", ".xlsx"),
          ".shp", List.of("QGIS", ".gpkg"),
          ".tab", List.of("QGIS", ".gpkg"),
          ".kml", List.of("QGIS", ".geojson"),
          ".dxf", List.of("QGIS", ".gpkg"),
          ".osm", List.of("osmium", ".osm.pbf"));

  private Tables() {}

  /// Hands on the rows of the file one by one; what is wrong with the file goes to `book`.
  public static void read(Path path, FileSpec spec, NoticeBook book, Consumer<Row> rows)
      throws IOException {
    Table table = table(spec.file().toLowerCase(Locale.ROOT));
    if (table == null) {
      String ending = spec.file().substring(Math.max(0, spec.file().lastIndexOf('.')));
      List<String> instead = INSTEAD.getOrDefault(ending.toLowerCase(Locale.ROOT), List.of());
      String[] details = new String[1 + instead.size()];
      details[0] = spec.file();
      for (int i = 0; i < instead.size(); i++) {
        details[i + 1] = instead.get(i);
      }
      book.file(FileNotice.FILE_FORMAT_UNKNOWN, spec.label(), details);
      return;
    }
    if (Files.size(path) == 0) {
      book.file(FileNotice.FILE_EMPTY, spec.label(), spec.file());
      return;
    }
    table.read(path, spec, book, rows);
  }

  private static @Nullable Table table(String name) {
    if (name.endsWith(".csv")) {
      return new CsvTable();
    } else if (name.endsWith(".xlsx")) {
      return new XlsxTable();
    } else if (name.endsWith(".geojson")) {
      return new GeoJsonTable();
    } else if (name.endsWith(".gpkg")) {
      return new GeoPackageTable();
    }
    return name.endsWith(".osm.pbf") ? new OsmTable() : null;
  }
}
