package org.ronghe.sources.county;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import org.ronghe.sources.county.manifest.FileSpec;
import org.ronghe.sources.county.manifest.Manifest;

/// What a package is made of, in 64 letters: names, lengths and contents of county.yaml and the
/// files it lists, but not where the folder stands or when the files were written.
final class Fingerprint {
  private Fingerprint() {}

  static String of(Path dir, Manifest manifest) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    names.add(Manifest.FILE);
    manifest.files().stream().map(FileSpec::file).forEach(names::add);
    MessageDigest digest = sha256();
    for (String name : names) {
      Path file = dir.resolve(name);
      if (Files.isRegularFile(file)) {
        byte[] label = name.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(label.length).flip());
        digest.update(label);
        digest.update(ByteBuffer.allocate(8).putLong(Files.size(file)).flip());
        add(digest, file);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
