package org.ronghe.serve.seal;

import org.ronghe.office.cipher.Sealed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The files of licences, for a change of keys.
@Configuration(proxyBeanMethods = false)
class SealedPdfs {
  @Bean
  Sealed sealedLicenceFiles(SealParts parts) {
    return parts.files();
  }
}
