package org.ronghe.office.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ronghe.office.problem.Refusal;

/// How a seal signs.
public enum SealAlgorithm {
  /// P-256 with SHA-256: what readers everywhere check.
  ECDSA("EC", "secp256r1", "SHA256withECDSA"),
  /// 3072 bits with SHA-256.
  RSA("RSA", "", "SHA256withRSA"),
  /// SM2 with SM3 (GB/T 32918, GB/T 32905).
  SM2("EC", "sm2p256v1", "SM3withSM2");

  private static final int RSA_BITS = 3072;
  private final String keyKind;
  private final String curve;
  private final String signature;

  SealAlgorithm(String keyKind, String curve, String signature) {
    this.keyKind = keyKind;
    this.curve = curve;
    this.signature = signature;
  }

  /// The word of `ronghe.seal.algorithm`, e.g. `sm2`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The algorithm of that word; refuses others, naming them.
  public static SealAlgorithm of(String code) {
    for (SealAlgorithm one : values()) {
      if (one.code().equals(code.strip().toLowerCase(Locale.ROOT))) {
        return one;
      }
    }
    String known =
        Arrays.stream(values()).map(SealAlgorithm::code).collect(Collectors.joining(", "));
    throw new Refusal(
        "seal-algorithm",
        "没有签名算法“" + code + "”，可用：" + known + "。",
        "There is no signature algorithm “" + code + "”; there are " + known + ".",
        "改正 ronghe.seal.algorithm。",
        "Correct ronghe.seal.algorithm.");
  }

  /// As Java security names it.
  String signature() {
    return signature;
  }

  String keyKind() {
    return keyKind;
  }

  KeyPair freshKeys(Provider provider) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(keyKind, provider);
    if (curve.isEmpty()) {
      generator.initialize(RSA_BITS);
    } else {
      generator.initialize(new ECGenParameterSpec(curve));
    }
    return generator.generateKeyPair();
  }
}
