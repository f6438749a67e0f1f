package org.ronghe.office.totp;

import java.util.List;
import org.ronghe.office.cipher.KeyRing;
import org.ronghe.office.cipher.Sealed;
import org.ronghe.office.cipher.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// The secrets of authenticator apps, for a change of keys.
@Configuration(proxyBeanMethods = false)
class SealedSecrets {
  @Bean
  Sealed sealedTotp(JdbcClient database, PlatformTransactionManager transactions, KeyRing ring) {
    return new SealedColumn(
        database,
        transactions,
        ring,
        "office.totp",
        "secret",
        List.of(new SealedColumn.Part("account", "text")),
        key -> SecondFactor.context(key.getFirst()));
  }
}
