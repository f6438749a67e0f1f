package org.ronghe.sources.county.manifest;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.provenance.Provenance;
import org.ronghe.sources.county.crs.Crs;

/// One file of the package and how to read it.
///
/// @param file path relative to the package folder, with `/`
/// @param crs null when the file has no geometry
/// @param encoding of a CSV file: `UTF-8` or `GB18030`
/// @param separator of a CSV file
/// @param sheet of a workbook; null for the first
/// @param layer of a GeoPackage; null for the only one
/// @param columns our field name to the name of the column in the file
/// @param defaults our field name to the value of every row that has none
public record FileSpec(
    String file,
    FileKind kind,
    @Nullable Crs crs,
    Provenance provenance,
    String encoding,
    String separator,
    @Nullable String sheet,
    @Nullable String layer,
    Map<String, String> columns,
    Map<String, String> defaults) {
  public FileSpec {
    columns = Map.copyOf(columns);
    defaults = Map.copyOf(defaults);
  }

  /// How notices call it: the file, with the sheet or layer when one is named.
  public String label() {
    String part = sheet != null ? sheet : layer;
    return part == null ? file : file + " [" + part + "]";
  }

  /// The name of the column that holds `field`.
  public String column(String field) {
    return columns.getOrDefault(field, field);
  }
}
