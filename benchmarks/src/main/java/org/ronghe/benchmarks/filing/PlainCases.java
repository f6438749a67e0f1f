package org.ronghe.benchmarks.filing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/// The least a program can do that keeps a case and its history: a row for the case, a row for each
/// event, one transaction each time. No form, no seal, no chain, no clock, no inbox, no notice.
final class PlainCases implements Contender {
  private final DataSource source;

  PlainCases(DataSource source) {
    this.source = source;
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema plain");
      statement.execute(
          "create table plain.piece (id text primary key, applicant text not null, step int not null,"
              + " answers text not null, at timestamptz not null default now())");
      statement.execute(
          "create table plain.event (id text not null references plain.piece (id), step int not null,"
              + " who text not null, at timestamptz not null default now(), primary key (id, step))");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String name() {
    return "plain JDBC";
  }

  @Override
  public void run(int sender) {
    String id = UUID.randomUUID().toString();
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      update(
          connection,
          "insert into plain.piece (id, applicant, step, answers) values (?, ?, ?, '王安')",
          id,
          "racer" + sender,
          0);
      event(connection, id, 0, "racer" + sender);
      connection.commit();
      for (int step = 1; step <= 3; step++) {
        try (PreparedStatement lock =
            connection.prepareStatement("select step from plain.piece where id = ? for update")) {
          lock.setString(1, id);
          lock.executeQuery();
        }
        try (PreparedStatement next =
            connection.prepareStatement("update plain.piece set step = ? where id = ?")) {
          next.setInt(1, step);
          next.setString(2, id);
          next.executeUpdate();
        }
        event(connection, id, step, "desk" + step);
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void event(Connection connection, String id, int step, String who)
      throws SQLException {
    update(connection, "insert into plain.event (id, who, step) values (?, ?, ?)", id, who, step);
  }

  private static void update(Connection connection, String sql, String id, String who, int step)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      statement.setString(2, who);
      statement.setInt(3, step);
      statement.executeUpdate();
    }
  }
}
