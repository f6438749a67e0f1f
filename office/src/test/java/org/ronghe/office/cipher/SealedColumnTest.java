package org.ronghe.office.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.office.database.EmbeddedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// A column is brought under the newest key, row by row, while others write to it.
class SealedColumnTest {
  private static final int ROWS = 450;
  @TempDir static Path data;
  private static EmbeddedPostgres postgres;
  private static DriverManagerDataSource source;
  private static JdbcClient jdbc;
  @TempDir Path keys;
  private KeyRing ring;
  private SealedColumn column;

  @BeforeAll
  static void open() {
    postgres = EmbeddedPostgres.start(data.resolve("postgres"), data.resolve("postgres.log"));
    source = new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password());
    jdbc = JdbcClient.create(source);
  }

  @AfterAll
  static void close() {
    postgres.close();
  }

  @BeforeEach
  void fill() {
    jdbc.sql("drop table if exists kept").update();
    jdbc.sql("create table kept (name text, n integer, sealed bytea, primary key (name, n))")
        .update();
    ring = KeyRing.open(keys, Suite.AES);
    var transactions = new DataSourceTransactionManager(source);
    column =
        new SealedColumn(
            jdbc,
            transactions,
            ring,
            "public.kept",
            "sealed",
            List.of(new SealedColumn.Part("name", "text"), new SealedColumn.Part("n", "integer")),
            key -> key.getFirst() + "/" + key.getLast());
    new TransactionTemplate(transactions)
        .executeWithoutResult(_ -> {
          for (int n = 0; n < ROWS; n++) {
            put(n, ring.seal(text("value " + n), "李/" + n));
          }
        });
  }

  private static void put(int n, byte[] sealed) {
    jdbc.sql(
            """
            insert into kept (name, n, sealed) values ('李', ?, ?)
            on conflict (name, n) do update set sealed = excluded.sealed
            """)
        .params(List.of(n, sealed))
        .update();
  }

  private static byte[] get(int n) {
    return jdbc.sql("select sealed from kept where n = ?").param(n).query(byte[].class).single();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void A01_every_row_is_under_the_new_key_and_says_the_same() {
    assertThat(column.byKey()).containsExactly(Map.entry(0, (long) ROWS));
    ring.rotate(Suite.SM4);
    List<Long> told = new ArrayList<>();
    assertThat(column.reseal(told::add)).isEqualTo(ROWS);
    assertThat(told).containsExactly(200L, 400L, 450L);
    assertThat(column.byKey()).containsExactly(Map.entry(1, (long) ROWS));
    for (int n = 0; n < ROWS; n++) {
      assertThat(ring.open(get(n), "李/" + n)).isEqualTo(text("value " + n));
    }
    assertThat(column.reseal(told::add)).isZero();
  }

  @Test
  void A02_an_erased_value_stays_erased_and_a_broken_one_holds_nobody_up() {
    put(7, new byte[0]);
    byte[] broken = ring.seal(text("x"), "another place");
    put(8, broken);
    ring.rotate(Suite.AES);
    assertThat(column.reseal(_ -> {})).isEqualTo(ROWS - 2);
    assertThat(get(7)).isEmpty();
    assertThat(get(8)).isEqualTo(broken);
    assertThat(column.byKey()).containsExactly(Map.entry(0, 1L), Map.entry(1, ROWS - 2L));
  }

  @Test
  void A03_what_somebody_saves_meanwhile_is_not_overwritten() {
    ring.rotate(Suite.AES);
    byte[] fresh = ring.seal(text("saved meanwhile"), "李/449");
    column.reseal(done -> {
      if (done == 200) {
        put(449, fresh);
        put(300, new byte[0]);
      }
    });
    assertThat(get(449)).isEqualTo(fresh);
    assertThat(get(300)).isEmpty();
  }

  @Test
  void A04_an_interrupted_run_goes_on_with_what_is_left() {
    ring.rotate(Suite.AES);
    assertThat(column.reseal(_ -> Thread.currentThread().interrupt())).isEqualTo(200);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(column.reseal(_ -> {})).isEqualTo(ROWS - 200);
  }
}
