package org.ronghe.sources.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Reads tables of places: CSV (plain or gzip) with a column `id`, one row for each id, or points
/// in GeoJSON.
public final class PlaceFile {
  private PlaceFile() {}

  public static TableAnswer<PlaceTable> read(Path file) {
    try {
      return new TableAnswer.Read<>(table(file), List.of());
    } catch (TableFault fault) {
      return new TableAnswer.Refused<>(fault.why());
    } catch (UncheckedIOException e) {
      return new TableAnswer.Refused<>(TextTable.why(file, e));
    } catch (IOException e) {
      return new TableAnswer.Refused<>(TextTable.why(file, e));
    }
  }

  private static PlaceTable table(Path file) throws IOException, TableFault {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean points = name.endsWith(".geojson") || name.endsWith(".json");
    SheetRows sheet = points ? PointFeatures.read(file) : SheetRows.read(file);
    int id = new Columns(file.toString(), sheet.header()).need("id");
    return new PlaceTable(
        file.toString(), sheet.header(), id, new PlaceTable.Rows(sheet.cells(), sheet.numbers()));
  }
}
