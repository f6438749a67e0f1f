package org.ronghe.office.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.ronghe.model.provenance.Provenance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The few provenances that all rows share, by the number they are stored under.
final class ProvenanceShelf {
  private final Map<Integer, Provenance> byId = new HashMap<>();
  private final Map<Provenance, Integer> ids = new HashMap<>();

  private ProvenanceShelf() {}

  static ProvenanceShelf load(JdbcClient jdbc) {
    var shelf = new ProvenanceShelf();
    jdbc.sql("SELECT id, source, vintage, licence, synthetic FROM office.provenance")
        .query(row -> {
          shelf.put(
              row.getInt(1),
              new Provenance(
                  row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5)));
        });
    return shelf;
  }

  /// Stores those that are not there yet.
  void keep(JdbcClient jdbc, Collection<Provenance> wanted) {
    for (Provenance provenance : wanted) {
      if (!ids.containsKey(provenance)) {
        int id =
            jdbc.sql(
                    """
                    INSERT INTO office.provenance (source, vintage, licence, synthetic)
                    VALUES (?, ?, ?, ?) RETURNING id\
                    """)
                .params(
                    provenance.source(),
                    provenance.vintage(),
                    provenance.licence(),
                    provenance.synthetic())
                .query(Integer.class)
                .single();
        put(id, provenance);
      }
    }
  }

  /// Removes those that no row refers to any more.
  void drop(JdbcClient jdbc, Collection<Provenance> wanted) {
    for (var entry : ids.entrySet()) {
      if (!wanted.contains(entry.getKey())) {
        jdbc.sql("DELETE FROM office.provenance WHERE id = ?").param(entry.getValue()).update();
      }
    }
  }

  Provenance get(int id) {
    return Objects.requireNonNull(byId.get(id));
  }

  int idOf(Provenance provenance) {
    return Objects.requireNonNull(ids.get(provenance));
  }

  private void put(int id, Provenance provenance) {
    byId.put(id, provenance);
    ids.put(provenance, id);
  }
}
