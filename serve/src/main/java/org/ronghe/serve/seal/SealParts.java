package org.ronghe.serve.seal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.ronghe.model.county.CountyHead;
import org.ronghe.office.cipher.FieldCipher;
import org.ronghe.office.cipher.SealedFiles;
import org.ronghe.office.register.CountyRegister;
import org.ronghe.office.seal.CountySeal;
import org.ronghe.office.seal.SealAlgorithm;
import org.ronghe.office.seal.SealCheck;
import org.ronghe.office.seal.SealFonts;
import org.ronghe.office.seal.SealKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What the sealing of licences needs, made when the first licence needs it: a county that issues
/// none pays nothing for it.
@Component
public class SealParts {
  private final CountyRegister register;
  private final Clock clock;
  private final Path data;
  private final SealAlgorithm algorithm;
  private final SealFonts fonts;
  private final SealedFiles files;

  SealParts(
      CountyRegister register,
      Clock clock,
      FieldCipher cipher,
      @Value("${ronghe.data}") String data,
      @Value("${ronghe.seal.algorithm:ecdsa}") String algorithm,
      @Value("${ronghe.seal.font:}") String font) {
    this.register = register;
    this.clock = clock;
    this.data = Path.of(data);
    this.algorithm = SealAlgorithm.of(algorithm);
    this.fonts = new SealFonts(font);
    this.files = new SealedFiles(this.data.resolve("licences"), cipher);
  }

  SealFonts fonts() {
    return fonts;
  }

  SealedFiles files() {
    return files;
  }

  /// Whose seal it is.
  String issuer() {
    return head().map(CountyHead::nameZh).orElse("示例县") + (isSynthetic() ? "（合成示例）" : "");
  }

  /// True when the county, or a part of it, is made up: no licence of it is one.
  boolean isSynthetic() {
    return head().map(CountyHead::synthetic).orElse(true);
  }

  private Optional<CountyHead> head() {
    return register.county().map(county -> county.head());
  }

  /// The keys of the seal, below the secrets.
  public SealKeys keys() {
    return new SealKeys(
        data.resolve("secrets/seal"), algorithm, issuer() + " 电子印章 Electronic Seal", clock);
  }

  CountySeal seal() {
    return new CountySeal(keys(), clock);
  }

  SealCheck check() {
    return new SealCheck(keys());
  }
}
