package org.ronghe.office.register;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ronghe.model.county.CountyHead;
import org.ronghe.model.county.CountyHead.FileSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The head of the county and the files its package is made of.
final class HeadShelf {
  private final JdbcClient jdbc;
  private final ProvenanceShelf provenances;

  HeadShelf(JdbcClient jdbc, ProvenanceShelf provenances) {
    this.jdbc = jdbc;
    this.provenances = provenances;
  }

  Optional<CountyHead> load() {
    List<FileSource> files =
        jdbc.sql("SELECT file, provenance_id FROM office.county_file ORDER BY ordinal")
            .query((row, _) -> new FileSource(row.getString(1), provenances.get(row.getInt(2))))
            .list();
    return jdbc.sql(
            """
            SELECT code, name_zh, name_en, package_version, synthetic, notice_zh, notice_en,
                   open_collections
            FROM office.county\
            """)
        .query((row, _) -> head(row, files))
        .optional();
  }

  private static CountyHead head(ResultSet row, List<FileSource> files) throws SQLException {
    Array open = row.getArray(8);
    return new CountyHead(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getBoolean(5),
        row.getString(6),
        row.getString(7),
        List.of((String[]) open.getArray()),
        files);
  }

  void write(CountyHead head) {
    jdbc.sql("DELETE FROM office.county").update();
    jdbc.sql("DELETE FROM office.county_file").update();
    jdbc.sql(
            """
            INSERT INTO office.county (code, name_zh, name_en, package_version, synthetic,
                                       notice_zh, notice_en, open_collections)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            head.code(),
            head.nameZh(),
            head.nameEn(),
            head.packageVersion(),
            head.synthetic(),
            head.noticeZh(),
            head.noticeEn(),
            head.openCollections().toArray(String[]::new))
        .update();
    int ordinal = 0;
    for (FileSource file : head.sources()) {
      jdbc.sql("INSERT INTO office.county_file (ordinal, file, provenance_id) VALUES (?, ?, ?)")
          .params(ordinal++, file.file(), provenances.idOf(file.provenance()))
          .update();
    }
  }
}
