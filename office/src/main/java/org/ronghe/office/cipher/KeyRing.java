package org.ronghe.office.cipher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Seals with the newest key and opens with any key it has, so that cipher and key can change while
/// a county runs. Envelope: a byte 2, the suite, the number of the key (4 bytes), the nonce (12),
/// the text with its tag; all before the text is authenticated together with the context. Envelopes
/// of [AesCipher] (a byte 1) are those of the first key.
public final class KeyRing implements FieldCipher {
  /// Bytes before the nonce that say which key it is.
  static final int HEAD = 6;

  private static final byte RING = 2;
  private final AesCipher first;
  private final @Nullable Instant firstSince;
  private final KeyFile file;
  private final SecureRandom random = new SecureRandom();
  private volatile List<KeyFile.Entry> keys;

  private KeyRing(
      AesCipher first, @Nullable Instant firstSince, KeyFile file, List<KeyFile.Entry> keys) {
    this.first = first;
    this.firstSince = firstSince;
    this.file = file;
    this.keys = keys;
  }

  /// The keys of a folder only the owner can read: `field-key`, made when it is not there, and
  /// `field-keys` with what came after it. When the newest key is not of the wanted suite, one is
  /// added.
  public static KeyRing open(Path secrets, Suite wanted) {
    AesCipher first = AesCipher.withKeyFile(secrets.resolve("field-key"));
    KeyFile file = new KeyFile(secrets.resolve("field-keys"));
    KeyRing ring = new KeyRing(first, written(secrets.resolve("field-key")), file, file.read());
    if (ring.suite() != wanted) {
      ring.rotate(wanted);
    }
    return ring;
  }

  private static @Nullable Instant written(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException _) {
      return null;
    }
  }

  /// True when there is a key besides the first.
  public static boolean isRotated(Path secrets) {
    return Files.exists(secrets.resolve("field-keys"));
  }

  /// Adds a fresh key, kept before it is used; everything is sealed with it from now on.
  ///
  /// @return its number
  public synchronized int rotate(Suite suite) {
    byte[] fresh = new byte[suite.keyLength()];
    random.nextBytes(fresh);
    int number = current() + 1;
    keys = file.add(keys, new KeyFile.Entry(number, suite, new Suite.Key(fresh), Instant.now()));
    return number;
  }

  /// The number of the key in use; 0 is the first.
  public int current() {
    return keys.isEmpty() ? 0 : keys.getLast().number();
  }

  /// All keys, the first one first.
  public List<Known> keys() {
    List<Known> known = new ArrayList<>();
    known.add(new Known(0, Suite.AES, firstSince));
    keys.forEach(key -> known.add(new Known(key.number(), key.suite(), key.since())));
    return List.copyOf(known);
  }

  /// The number of the key that sealed this; it may be one the ring has not.
  public static int keyOf(byte[] sealed) {
    return sealed.length < HEAD || sealed[0] != RING ? 0 : ByteBuffer.wrap(sealed).getInt(2);
  }

  /// How everything begins that the key in use seals.
  byte[] mark() {
    List<KeyFile.Entry> known = keys;
    return known.isEmpty() ? AesCipher.mark() : head(known.getLast());
  }

  /// The suite in use.
  public Suite suite() {
    return keys.isEmpty() ? Suite.AES : keys.getLast().suite();
  }

  @Override
  public byte[] seal(byte[] plain, String context) {
    List<KeyFile.Entry> known = keys;
    if (known.isEmpty()) {
      return first.seal(plain, context);
    }
    KeyFile.Entry key = known.getLast();
    byte[] nonce = new byte[Suite.NONCE];
    random.nextBytes(nonce);
    byte[] head = head(key);
    try {
      byte[] text = key.suite().run(true, key.key(), nonce, bound(head, context), plain);
      return ByteBuffer.allocate(HEAD + Suite.NONCE + text.length)
          .put(head)
          .put(nonce)
          .put(text)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public byte[] open(byte[] sealed, String context) {
    if (sealed.length < HEAD + Suite.NONCE || sealed[0] != RING) {
      return first.open(sealed, context);
    }
    KeyFile.Entry key = key(sealed, context);
    byte[] head = Arrays.copyOf(sealed, HEAD);
    byte[] nonce = Arrays.copyOfRange(sealed, HEAD, HEAD + Suite.NONCE);
    byte[] text = Arrays.copyOfRange(sealed, HEAD + Suite.NONCE, sealed.length);
    try {
      return key.suite().run(false, key.key(), nonce, bound(head, context), text);
    } catch (GeneralSecurityException e) {
      throw new BrokenSeal(context, e);
    }
  }

  @Override
  public byte[] fingerprint(String text) {
    return first.fingerprint(text);
  }

  @Override
  public boolean isCurrent(byte[] sealed) {
    List<KeyFile.Entry> known = keys;
    return known.isEmpty()
        ? first.isCurrent(sealed)
        : sealed.length > HEAD && Arrays.equals(head(known.getLast()), 0, HEAD, sealed, 0, HEAD);
  }

  /// A key without its bytes.
  ///
  /// @param number 0 is the first
  /// @param since when it came into use; null when not known
  public record Known(int number, Suite suite, @Nullable Instant since) {}

  private KeyFile.Entry key(byte[] sealed, String context) {
    int number = ByteBuffer.wrap(sealed).getInt(2);
    return keys.stream()
        .filter(entry -> entry.number() == number && entry.suite().code() == sealed[1])
        .findFirst()
        .orElseThrow(() ->
            new BrokenSeal(context, new IllegalArgumentException("there is no key " + number)));
  }

  private static byte[] head(KeyFile.Entry key) {
    return ByteBuffer.allocate(HEAD).put(RING).put(key.suite().code()).putInt(key.number()).array();
  }

  private static byte[] bound(byte[] head, String context) {
    byte[] text = context.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(head.length + text.length).put(head).put(text).array();
  }
}
