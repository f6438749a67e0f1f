package org.ronghe.server.boot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationState;
import org.ronghe.server.folder.DataFolder;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The connections to PostgreSQL and the forward-only migrations.
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {
  private static final int CONNECTIONS = 12;

  @Bean
  DataSource dataSource(EarlyParts early) {
    return new HikariDataSource(pool(early.database().get().address(), CONNECTIONS));
  }

  static HikariConfig pool(DatabaseAddress address, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("office");
    config.setJdbcUrl(address.jdbcUrl());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(15_000);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("ApplicationName", "ronghe");
    return config;
  }

  @Bean
  FlywayMigrationStrategy refuseNewerData(DataFolder folder) {
    return flyway -> {
      for (var migration : flyway.info().all()) {
        if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
          throw DataFolder.newer(
              folder.path(),
              "数据库迁移 " + migration.getVersion(),
              "database migration " + migration.getVersion());
        }
      }
      flyway.migrate();
    };
  }
}
