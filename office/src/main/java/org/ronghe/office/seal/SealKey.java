package org.ronghe.office.seal;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/// A key of the county's seal with its certificate.
///
/// @param number the higher, the newer
record SealKey(
    int number, SealAlgorithm algorithm, PrivateKey secret, X509Certificate certificate) {
  /// Never the key.
  @Override
  public String toString() {
    return "seal " + number + " " + algorithm.code();
  }
}
