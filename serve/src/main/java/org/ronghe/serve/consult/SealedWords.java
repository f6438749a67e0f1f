package org.ronghe.serve.consult;

import java.util.List;
import org.ronghe.office.cipher.KeyRing;
import org.ronghe.office.cipher.Sealed;
import org.ronghe.office.cipher.SealedColumn;
import org.ronghe.office.cipher.SealedColumn.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// What people said in consultations, for a change of keys.
@Configuration(proxyBeanMethods = false)
class SealedWords {
  @Bean
  Sealed sealedOpinions(
      JdbcClient database, PlatformTransactionManager transactions, KeyRing ring) {
    return new SealedColumn(
        database,
        transactions,
        ring,
        "serve.consultation_answer",
        "sealed",
        List.of(new Part("consultation", "bigint"), new Part("account", "text")),
        key -> Consultations.context(Long.parseLong(key.getFirst())));
  }
}
