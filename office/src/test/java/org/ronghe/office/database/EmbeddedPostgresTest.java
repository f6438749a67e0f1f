package org.ronghe.office.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path folder;

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(folder.resolve("postgres"), folder.resolve("postgres.log"));
  }

  private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(20);
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }

  @Test
  void A01_is_durable_checked_and_sorts_chinese_by_pinyin() throws SQLException {
    try (EmbeddedPostgres postgres = start()) {
      assertThat(ask(postgres, "show fsync")).isEqualTo("on");
      assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
      assertThat(ask(postgres, "show server_encoding")).isEqualTo("UTF8");
      assertThat(
              ask(
                  postgres,
                  "select string_agg(t, ' ' order by t) from (values ('张'), ('安'), ('李')) v(t)"))
          .isEqualTo("安 李 张");
    }
  }

  @Test
  void A02_keeps_what_was_written_over_an_orderly_stop() throws SQLException {
    try (EmbeddedPostgres postgres = start()) {
      ask(postgres, "create table t (n int)");
      ask(postgres, "insert into t values (7)");
    }
    try (EmbeddedPostgres postgres = start()) {
      assertThat(ask(postgres, "select n from t")).isEqualTo("7");
    }
  }

  @Test
  void A03_comes_back_by_itself_when_its_process_is_killed() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      ask(postgres, "create table t (n int)");
      ask(postgres, "insert into t values (8)");
      long first = postgres.pid();
      ProcessHandle handle = ProcessHandle.of(first).orElseThrow();
      handle.destroyForcibly();
      handle.onExit().get(10, TimeUnit.SECONDS);
      assertThat(askUntilAnswered(postgres, "select n from t")).isEqualTo("8");
      assertThat(postgres.pid()).isNotEqualTo(first);
    }
  }

  @Test
  void A04_a_pid_file_naming_another_program_does_not_stop_the_start() throws Exception {
    start().close();
    Files.writeString(
        folder.resolve("postgres/cluster/postmaster.pid"),
        ProcessHandle.current().pid() + "\n/elsewhere\n");
    try (EmbeddedPostgres postgres = start()) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
  }

  private static String askUntilAnswered(EmbeddedPostgres postgres, String sql) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (true) {
      try {
        return ask(postgres, sql);
      } catch (SQLException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }
}
