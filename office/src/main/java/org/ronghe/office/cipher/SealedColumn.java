package org.ronghe.office.cipher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A column of sealed values. An empty value stands for one that was erased and is left alone.
public final class SealedColumn implements Sealed {
  private static final Logger LOG = LoggerFactory.getLogger(SealedColumn.class);
  private static final int BATCH = 200;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final KeyRing ring;
  private final String table;
  private final String column;
  private final List<Part> key;
  private final Function<List<String>, String> context;

  /// @param table with its schema
  /// @param key columns of the primary key, in its order
  /// @param context what the value was sealed for, from the values of `key` as text
  public SealedColumn(
      JdbcClient database,
      PlatformTransactionManager transactions,
      KeyRing ring,
      String table,
      String column,
      List<Part> key,
      Function<List<String>, String> context) {
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.ring = ring;
    this.table = table;
    this.column = column;
    this.key = List.copyOf(key);
    this.context = context;
  }

  @Override
  public String name() {
    return table + "." + column;
  }

  @Override
  public SortedMap<Integer, Long> byKey() {
    SortedMap<Integer, Long> counts = new TreeMap<>();
    database
        .sql(
            """
            select encode(substring(%1$s from 1 for %2$d), 'hex'), count(*) from (
              select case when get_byte(%1$s, 0) = 1 then substring(%1$s from 1 for 1)
                else %1$s end as %1$s
              from %3$s where octet_length(%1$s) > 0) heads
            group by 1
            """
                .formatted(column, KeyRing.HEAD, table))
        .query(row -> {
          int number = KeyRing.keyOf(HexFormat.of().parseHex(row.getString(1)));
          counts.merge(number, row.getLong(2), Long::sum);
        });
    return counts;
  }

  @Override
  public long reseal(LongConsumer progress) {
    long done = 0;
    List<Row> rows = next(null);
    while (!rows.isEmpty() && !Thread.currentThread().isInterrupted()) {
      List<Row> batch = rows;
      Long sealed = transaction.execute(_ -> batch.stream().filter(this::replace).count());
      done += sealed == null ? 0 : sealed;
      progress.accept(done);
      rows = next(rows.getLast().key());
    }
    return done;
  }

  /// False for a value that was written anew or erased meanwhile, and for one that no longer opens:
  /// that is for its reader to find, and keeps no other value under an old key.
  private boolean replace(Row row) {
    String where = context.apply(row.key());
    byte[] fresh;
    try {
      fresh = ring.seal(ring.open(row.sealed(), where), where);
    } catch (FieldCipher.BrokenSeal broken) {
      LOG.warn("a value of {} cannot be sealed again", name(), broken);
      return false;
    }
    List<Object> parameters = new ArrayList<>(List.of(fresh, row.sealed()));
    parameters.addAll(row.key());
    return database
            .sql(
                "update %1$s set %2$s = ? where %2$s = ? and (%3$s) = (%4$s)"
                    .formatted(table, column, names("", ""), values()))
            .params(parameters)
            .update()
        == 1;
  }

  /// In the order of the primary key, so that a long table is walked once.
  private List<Row> next(@Nullable List<String> after) {
    byte[] mark = ring.mark();
    List<Object> parameters = new ArrayList<>(List.of(mark.length, mark));
    if (after != null) {
      parameters.addAll(after);
    }
    return database
        .sql(
            """
            select t.%1$s, %2$s from %3$s t
            where octet_length(t.%1$s) > 0 and substring(t.%1$s from 1 for ?) <> ? %4$s
            order by %5$s limit %6$d
            """
                .formatted(
                    column,
                    names("t.", "::text"),
                    table,
                    after == null ? "" : "and (" + names("t.", "") + ") > (" + values() + ")",
                    // of the table, not of the texts above: 10 comes after 9
                    names("t.", ""),
                    BATCH))
        .params(parameters)
        .query((row, _) -> row(row))
        .list();
  }

  private Row row(ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      values.add(row.getString(i + 2));
    }
    return new Row(List.copyOf(values), row.getBytes(1));
  }

  private String names(String prefix, String cast) {
    return key.stream()
        .map(part -> prefix + part.column() + cast)
        .collect(Collectors.joining(", "));
  }

  private String values() {
    return key.stream().map(part -> "?::" + part.type()).collect(Collectors.joining(", "));
  }

  /// A column of the primary key.
  ///
  /// @param type of PostgreSQL
  public record Part(String column, String type) {}

  private record Row(List<String> key, byte[] sealed) {}
}
