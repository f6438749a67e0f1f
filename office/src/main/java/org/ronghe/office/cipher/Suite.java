package org.ronghe.office.cipher;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.ronghe.office.problem.Refusal;

/// A block cipher in Galois/counter mode, 12 bytes nonce, 16 bytes tag.
public enum Suite {
  /// AES-256 of the JDK.
  AES(1, 32) {
    @Override
    byte[] run(boolean seal, Key key, byte[] nonce, byte[] aad, byte[] text)
        throws GeneralSecurityException {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          seal ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
          new SecretKeySpec(key.bytes(), "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(aad);
      return cipher.doFinal(text);
    }
  },
  /// SM4 (GB/T 32907-2016), key of 16 bytes, by Bouncy Castle.
  SM4(2, 16) {
    @Override
    byte[] run(boolean seal, Key key, byte[] nonce, byte[] aad, byte[] text)
        throws GeneralSecurityException {
      GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
      cipher.init(seal, new AEADParameters(new KeyParameter(key.bytes()), TAG_BITS, nonce, aad));
      byte[] out = new byte[cipher.getOutputSize(text.length)];
      int done = cipher.processBytes(text, 0, text.length, out, 0);
      try {
        int all = done + cipher.doFinal(out, done);
        return all == out.length ? out : Arrays.copyOf(out, all);
      } catch (InvalidCipherTextException e) {
        throw new GeneralSecurityException(e);
      }
    }
  };

  static final int NONCE = 12;
  static final int TAG_BITS = 128;
  private final int code;
  private final int keyLength;

  Suite(int code, int keyLength) {
    this.code = code;
    this.keyLength = keyLength;
  }

  /// The suite of that word of `ronghe.cipher`; refuses others.
  public static Suite of(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "aes" -> AES;
      case "sm4" -> SM4;
      default ->
          throw new Refusal(
              "cipher",
              "没有加密算法“" + word + "”，可用：aes、sm4。",
              "There is no cipher “" + word + "”; there are aes and sm4.",
              "改正 ronghe.cipher。",
              "Correct ronghe.cipher.");
    };
  }

  byte code() {
    return (byte) code;
  }

  /// In bytes.
  public int keyLength() {
    return keyLength;
  }

  /// Seals or opens; opening throws when anything was altered.
  abstract byte[] run(boolean seal, Key key, byte[] nonce, byte[] aad, byte[] text)
      throws GeneralSecurityException;

  /// Key bytes that no message prints.
  record Key(byte[] bytes) {
    @Override
    public String toString() {
      return "key";
    }
  }
}
