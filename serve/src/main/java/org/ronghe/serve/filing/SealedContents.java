package org.ronghe.serve.filing;

import java.util.List;
import org.ronghe.office.cipher.KeyRing;
import org.ronghe.office.cipher.Sealed;
import org.ronghe.office.cipher.SealedColumn;
import org.ronghe.office.cipher.SealedColumn.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// What is kept sealed of cases, for a change of keys.
@Configuration(proxyBeanMethods = false)
class SealedContents {
  @Bean
  Sealed sealedAnswers(JdbcClient database, PlatformTransactionManager transactions, KeyRing ring) {
    return new SealedColumn(
        database,
        transactions,
        ring,
        "serve.case_content",
        "sealed",
        List.of(new Part("number", "text"), new Part("revision", "integer")),
        List::getFirst);
  }

  @Bean
  Sealed sealedDrafts(JdbcClient database, PlatformTransactionManager transactions, KeyRing ring) {
    return new SealedColumn(
        database,
        transactions,
        ring,
        "serve.draft",
        "sealed",
        List.of(new Part("owner", "text"), new Part("id", "text")),
        key -> Drafts.context(key.getFirst(), key.getLast()));
  }

  @Bean
  Sealed sealedLicences(
      JdbcClient database, PlatformTransactionManager transactions, KeyRing ring) {
    return new SealedColumn(
        database,
        transactions,
        ring,
        "serve.licence",
        "sealed",
        List.of(new Part("number", "text")),
        List::getFirst);
  }

  @Bean
  Sealed sealedAttachments(Attachments attachments) {
    return attachments.sealed();
  }
}
