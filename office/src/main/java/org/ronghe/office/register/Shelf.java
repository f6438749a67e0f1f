package org.ronghe.office.register;

import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.ronghe.model.county.County;
import org.ronghe.model.provenance.Provenance;

/// One collection of the county and the table it is kept in.
///
/// @param collection name in summaries and URLs, e.g. `network-links`
/// @param columns in the order they are written and read; `provenance_id` follows
/// @param keySql the SQL expression that gives the same text as `key`
/// @param key what a row is known by: two rows with one key are the same thing, changed
record Shelf<T>(
    String collection,
    String table,
    List<String> columns,
    String keySql,
    Function<County, List<T>> rows,
    Function<T, String> key,
    Function<T, Provenance> provenance,
    BiConsumer<CopyLine, T> write,
    Read<T> read) {

  /// Builds a row from its columns; reads `provenance()` last.
  interface Read<T> {
    T from(StoredRow row) throws SQLException;
  }

  String columnList() {
    return String.join(", ", columns) + ", provenance_id";
  }
}
