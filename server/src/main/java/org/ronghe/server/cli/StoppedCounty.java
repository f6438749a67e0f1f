package org.ronghe.server.cli;

import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.device.DeviceRegister;
import org.ronghe.office.staff.Staff;
import org.ronghe.server.boot.DatabaseAddress;
import org.ronghe.server.folder.DataFolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The records of a county that does not run, opened for one command: the database alone, without
/// the application around it.
final class StoppedCounty implements AutoCloseable {
  private final DataFolder folder;
  private final @Nullable EmbeddedPostgres postgres;
  private final DriverManagerDataSource source;
  private final Audit audit;

  private StoppedCounty(DataFolder folder, @Nullable String database) {
    this.folder = folder;
    if (database == null) {
      EmbeddedPostgres started =
          EmbeddedPostgres.start(folder.postgres(), folder.logs().resolve("postgres.log"));
      postgres = started;
      source = new DriverManagerDataSource(started.jdbcUrl(), started.user(), started.password());
    } else {
      postgres = null;
      DatabaseAddress address = DatabaseAddress.parse(database);
      source = new DriverManagerDataSource(address.jdbcUrl());
      if (address.user() != null) {
        source.setUsername(address.user());
      }
      if (address.password() != null) {
        source.setPassword(address.password());
      }
    }
    audit = new Audit(JdbcClient.create(source));
  }

  static StoppedCounty open(DataOption option) {
    DataFolder folder = DataFolder.take(option.data);
    StoppedCounty county;
    try {
      county = new StoppedCounty(folder, option.database);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
    try {
      county.migrate();
      return county;
    } catch (RuntimeException e) {
      county.close();
      throw e;
    }
  }

  DriverManagerDataSource source() {
    return source;
  }

  DataFolder folder() {
    return folder;
  }

  DeviceRegister devices() {
    return new DeviceRegister(JdbcClient.create(source), audit);
  }

  Staff staff() {
    return new Staff(JdbcClient.create(source), audit);
  }

  /// Runs `work` in one transaction.
  <T> T inTransaction(Supplier<T> work) {
    T result = new TransactionTemplate(new JdbcTransactionManager(source)).execute(_ -> work.get());
    if (result == null) {
      throw new IllegalStateException("no result");
    }
    return result;
  }

  @Override
  public void close() {
    if (postgres != null) {
      postgres.close();
    }
    folder.close();
  }

  private void migrate() {
    Flyway flyway = Flyway.configure().dataSource(source).outOfOrder(true).load();
    for (var migration : flyway.info().all()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
        throw DataFolder.newer(
            folder.path(),
            "数据库迁移 " + migration.getVersion(),
            "database migration " + migration.getVersion());
      }
    }
    flyway.migrate();
  }
}
