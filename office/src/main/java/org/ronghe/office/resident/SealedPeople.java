package org.ronghe.office.resident;

import java.util.List;
import org.ronghe.office.cipher.KeyRing;
import org.ronghe.office.cipher.Sealed;
import org.ronghe.office.cipher.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// What is kept sealed of residents, for a change of keys.
@Configuration(proxyBeanMethods = false)
class SealedPeople {
  @Bean
  Sealed sealedPersons(JdbcClient database, PlatformTransactionManager transactions, KeyRing ring) {
    return new SealedColumn(
        database,
        transactions,
        ring,
        "office.resident",
        "person",
        List.of(new SealedColumn.Part("account", "text")),
        key -> Residents.context(key.getFirst()));
  }
}
