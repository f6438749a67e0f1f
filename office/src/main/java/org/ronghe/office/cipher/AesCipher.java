package org.ronghe.office.cipher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM with a key kept in a file only the owner can read. Layout: one byte that says AES,
/// 12 bytes nonce, the text with its 16-byte tag.
public final class AesCipher implements FieldCipher {
  private static final byte AES = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private final SecretKeySpec key;
  private final SecretKeySpec fingerprintKey;
  private final SecureRandom random = new SecureRandom();

  /// @param secret 64 bytes: 32 to seal, 32 for fingerprints
  public AesCipher(byte[] secret) {
    if (secret.length != 64) {
      throw new IllegalArgumentException("a secret of 64 bytes is needed");
    }
    key = new SecretKeySpec(Arrays.copyOfRange(secret, 0, 32), "AES");
    fingerprintKey = new SecretKeySpec(Arrays.copyOfRange(secret, 32, 64), "HmacSHA256");
  }

  /// With the key in this file, which is made when it is not there.
  public static AesCipher withKeyFile(Path file) {
    try {
      if (!Files.exists(file)) {
        byte[] fresh = new byte[64];
        new SecureRandom().nextBytes(fresh);
        PrivateFile.write(file, HexFormat.of().formatHex(fresh));
      }
      return new AesCipher(HexFormat.of().parseHex(Files.readString(file).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] seal(byte[] plain, String context) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] text = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE + text.length).put(AES).put(nonce).put(text).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public byte[] open(byte[] sealed, String context) {
    if (sealed.length < 1 + NONCE || sealed[0] != AES) {
      throw new BrokenSeal(context, new IllegalArgumentException("not sealed with AES"));
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, context)
          .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
    } catch (GeneralSecurityException e) {
      throw new BrokenSeal(context, e);
    }
  }

  @Override
  public byte[] fingerprint(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(fingerprintKey);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// How everything begins that such a cipher seals.
  static byte[] mark() {
    return new byte[] {AES};
  }

  @Override
  public boolean isCurrent(byte[] sealed) {
    return sealed.length > 0 && sealed[0] == AES;
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
