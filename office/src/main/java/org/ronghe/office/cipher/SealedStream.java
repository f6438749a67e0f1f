package org.ronghe.office.cipher;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/// A long content sealed piece by piece, so that none has to fit in memory. Each piece is an
/// envelope of the cipher bound to the file (a random name), its place and whether it is the last:
/// pieces cannot be moved, left out or cut off.
final class SealedStream {
  private static final byte[] MAGIC = {0, 'R', 'H', 'S', '1'};
  private static final int NAME = 16;
  private static final int LONGEST_PIECE = 1 << 20;

  private SealedStream() {}

  static void seal(FieldCipher cipher, InputStream content, OutputStream sealed, int chunk)
      throws IOException {
    byte[] name = new byte[NAME];
    new SecureRandom().nextBytes(name);
    DataOutputStream out = new DataOutputStream(sealed);
    out.write(MAGIC);
    out.write(name);
    byte[] piece = content.readNBytes(chunk);
    for (int number = 0; ; number++) {
      byte[] next = piece.length < chunk ? new byte[0] : content.readNBytes(chunk);
      boolean last = next.length == 0;
      byte[] envelope = cipher.seal(piece, context(name, number, last));
      out.writeBoolean(last);
      out.writeInt(envelope.length);
      out.write(envelope);
      if (last) {
        out.flush();
        return;
      }
      piece = next;
    }
  }

  /// @param raw the file as it is on disk; files from before sealing are passed on as they are, as
  ///   long as their content has the hash they are called by
  static InputStream open(FieldCipher cipher, InputStream raw, String sha256) throws IOException {
    byte[] head = raw.readNBytes(MAGIC.length);
    if (!Arrays.equals(head, MAGIC)) {
      return plain(raw, head, sha256);
    }
    byte[] name = raw.readNBytes(NAME);
    return new Pieces(cipher, new DataInputStream(raw), name, sha256);
  }

  static boolean isCurrent(FieldCipher cipher, InputStream raw) throws IOException {
    DataInputStream in = new DataInputStream(raw);
    byte[] head = in.readNBytes(MAGIC.length);
    if (!Arrays.equals(head, MAGIC)) {
      return false;
    }
    in.skipNBytes(NAME + 5);
    return cipher.isCurrent(in.readNBytes(64));
  }

  /// The number of the key; [Sealed#NO_KEY] for a file from before sealing.
  static int keyOf(InputStream raw) throws IOException {
    DataInputStream in = new DataInputStream(raw);
    if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
      return Sealed.NO_KEY;
    }
    in.skipNBytes(NAME + 5);
    return KeyRing.keyOf(in.readNBytes(KeyRing.HEAD));
  }

  private static InputStream plain(InputStream raw, byte[] head, String sha256) throws IOException {
    try (raw) {
      byte[] all = new SequenceInputStream(new ByteArrayInputStream(head), raw).readAllBytes();
      MessageDigest digest = SealedFiles.sha256();
      if (!HexFormat.of().formatHex(digest.digest(all)).equals(sha256)) {
        throw broken(sha256, "not the content it is called by");
      }
      return new ByteArrayInputStream(all);
    }
  }

  private static String context(byte[] name, int number, boolean last) {
    return "file " + HexFormat.of().formatHex(name) + " " + number + (last ? " last" : "");
  }

  private static FieldCipher.BrokenSeal broken(String sha256, String why) {
    return new FieldCipher.BrokenSeal("file " + sha256, new IllegalArgumentException(why));
  }

  /// The plain content of the pieces, one in memory at a time.
  private static final class Pieces extends InputStream {
    private final FieldCipher cipher;
    private final DataInputStream in;
    private final byte[] name;
    private final String sha256;
    private byte[] piece = new byte[0];
    private int at;
    private int number;
    private boolean ended;

    Pieces(FieldCipher cipher, DataInputStream in, byte[] name, String sha256) {
      this.cipher = cipher;
      this.in = in;
      this.name = name;
      this.sha256 = sha256;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (at == piece.length) {
        if (ended) {
          return -1;
        }
        next();
      }
      int taken = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, into, offset, taken);
      at += taken;
      return taken;
    }

    private void next() throws IOException {
      try {
        int flag = in.readUnsignedByte();
        boolean last = flag == 1;
        int length = in.readInt();
        if (flag > 1 || length < 0 || length > LONGEST_PIECE) {
          throw broken(sha256, "no piece is that long");
        }
        byte[] envelope = new byte[length];
        in.readFully(envelope);
        piece = cipher.open(envelope, context(name, number++, last));
        at = 0;
        ended = last;
      } catch (EOFException e) {
        throw new FieldCipher.BrokenSeal("file " + sha256, e);
      }
      if (ended && in.read() >= 0) {
        throw broken(sha256, "something follows its end");
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
