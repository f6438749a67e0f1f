package org.ronghe.serve.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A secret that signs messages as Standard Webhooks 1.0 says: HMAC-SHA256 over id, second and
/// body. Never printed.
public final class HookKey {
  private static final String PREFIX = "whsec_";
  private static final int LEAST_BYTES = 24;
  private static final String ALGORITHM = "HmacSHA256";
  private final SecretKeySpec key;

  private HookKey(byte[] secret) {
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  /// @param text base64 of at least 24 bytes, with or without `whsec_` before it; anything else is
  ///   an [IllegalArgumentException] that does not repeat it
  public static HookKey parse(String text) {
    String base64 = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    byte[] secret;
    try {
      secret = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("the secret is not base64");
    }
    if (secret.length < LEAST_BYTES) {
      throw new IllegalArgumentException("the secret has fewer than " + LEAST_BYTES + " bytes");
    }
    return new HookKey(secret);
  }

  /// The value of the header `webhook-signature`.
  ///
  /// @param second seconds since 1970, as in `webhook-timestamp`
  String sign(String id, long second, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] sum = mac.doFinal((id + "." + second + "." + body).getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(sum);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "a key";
  }
}
