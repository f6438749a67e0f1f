package org.ronghe.series.questdb;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// A small file that is replaced as a whole: what the tables hold up to, the newest readings, the
/// open roll-up buckets.
final class State {
  private State() {}

  /// Writes the content of one part of the store.
  @FunctionalInterface
  interface Part {
    void write(DataOutputStream out) throws IOException;
  }

  static void save(Path file, boolean sync, Part content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    DataOutputStream out = new DataOutputStream(bytes);
    content.write(out);
    out.flush();
    CRC32C sum = new CRC32C();
    byte[] all = bytes.toByteArray();
    sum.update(all);
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer[] parts = {
        ByteBuffer.allocate(4).putInt((int) sum.getValue()).flip(), ByteBuffer.wrap(all)
      };
      while (parts[1].hasRemaining()) {
        channel.write(parts);
      }
      if (sync) {
        channel.force(true);
      }
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// The content saved last.
  ///
  /// @throws IOException when the file is damaged
  static DataInputStream load(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    CRC32C sum = new CRC32C();
    sum.update(all, 4, Math.max(0, all.length - 4));
    if (all.length < 4 || ByteBuffer.wrap(all).getInt() != (int) sum.getValue()) {
      throw new IOException(file + " is damaged: its checksum is wrong. Restore a backup.");
    }
    return new DataInputStream(new ByteArrayInputStream(all, 4, all.length - 4));
  }
}
