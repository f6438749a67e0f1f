package org.ronghe.office.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.ronghe.model.county.County;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.postgres.TestPostgres;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// A county of real size comes in and back in the time we promise. The figures are printed; the
/// bars here leave room for a machine that is busy with other things.
class CountySizeTest {
  @Test
  void A01_sixty_thousand_rows_come_in_and_back() {
    DataSource database = TestPostgres.freshDatabase();
    County county = LargeCounty.county();
    JdbcCountyRegister register = register(database);
    long start_ns = System.nanoTime();
    register.replace(county, "li");
    Duration importing = since(start_ns);

    start_ns = System.nanoTime();
    JdbcCountyRegister again = register(database);
    Duration loading = since(start_ns);

    start_ns = System.nanoTime();
    assertThat(again.replace(county, "li").nothingChanged()).isTrue();
    Duration comparing = since(start_ns);

    System.out.printf(
        "county of %d rows: import %d ms (bar 3000), load %d ms (bar 1000), import again %d ms%n",
        LargeCounty.POINTS + 2 * LargeCounty.NODES,
        importing.toMillis(),
        loading.toMillis(),
        comparing.toMillis());
    assertThat(again.county()).isEqualTo(register.county());
    assertThat(importing).isLessThan(Duration.ofSeconds(9));
    assertThat(loading).isLessThan(Duration.ofSeconds(3));
  }

  private static JdbcCountyRegister register(DataSource database) {
    return new JdbcCountyRegister(
        new JdbcTemplate(database),
        new JdbcTransactionManager(database),
        _ -> {},
        new Audit(JdbcClient.create(database)));
  }

  private static Duration since(long start_ns) {
    return Duration.ofNanos(System.nanoTime() - start_ns);
  }
}
