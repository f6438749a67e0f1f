package org.ronghe.office.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;

/// Reads and writes whole shelves, fast: binary rows out, COPY in.
final class ShelfStore {
  private static final int COPY_CHUNK_chars = 1 << 20;

  private final JdbcTemplate jdbc;
  private final ProvenanceShelf provenances;

  ShelfStore(JdbcTemplate jdbc, ProvenanceShelf provenances) {
    this.jdbc = jdbc;
    this.provenances = provenances;
  }

  /// All rows, in the order of their keys.
  <T> List<T> load(Shelf<T> shelf) {
    String sql =
        "SELECT "
            + shelf.columnList()
            + " FROM "
            + shelf.table()
            + " ORDER BY ("
            + shelf.keySql()
            + ") COLLATE \"C\"";
    List<T> rows = jdbc.execute((Connection connection) -> query(connection, sql, shelf));
    return rows == null ? List.of() : rows;
  }

  private <T> List<T> query(Connection connection, String sql, Shelf<T> shelf) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      // binary transfer from the first execution on: no text to parse for numbers and geometries
      statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
      try (ResultSet results = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        var row = new StoredRow(results, provenances);
        while (row.next()) {
          rows.add(shelf.read().from(row));
        }
        return rows;
      }
    }
  }

  <T> void apply(Difference<T> difference) {
    Shelf<T> shelf = difference.shelf();
    List<String> gone =
        Stream.concat(difference.removed().stream(), difference.changed().stream().map(shelf.key()))
            .toList();
    if (!gone.isEmpty()) {
      jdbc.update(
          "DELETE FROM " + shelf.table() + " WHERE " + shelf.keySql() + " = ANY (?)",
          (Object) gone.toArray(String[]::new));
    }
    jdbc.execute((Connection connection) -> {
      copy(connection, shelf, difference.added());
      copy(connection, shelf, difference.changed());
      return true;
    });
  }

  private <T> void copy(Connection connection, Shelf<T> shelf, List<T> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + shelf.table() + " (" + shelf.columnList() + ") FROM STDIN");
    try {
      var lines = new CopyLine();
      for (T row : rows) {
        shelf.write().accept(lines, row);
        lines.add(provenances.idOf(shelf.provenance().apply(row))).end();
        if (lines.length() > COPY_CHUNK_chars) {
          send(copy, lines);
        }
      }
      send(copy, lines);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void send(CopyIn copy, CopyLine lines) throws SQLException {
    byte[] bytes = lines.drain();
    copy.writeToCopy(bytes, 0, bytes.length);
  }
}
