package org.ronghe.series.journal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// An append-only log in numbered segment files. What [#append(ByteBuffer)] returned from survives
/// a killed process and, when syncing, a power cut. One thread writes.
///
/// A frame is its length, its CRC-32C and its bytes; reading stops at the first frame that is cut
/// short or whose sum is wrong, which can only be one that was never acknowledged.
public final class Journal implements Closeable {
  private static final String SUFFIX = ".journal";
  private static final int HEAD_BYTES = 8;

  private final Path folder;
  private final boolean sync;
  private final Opener opener;
  private FileChannel channel;
  private long segment;
  private long end_bytes;
  private boolean torn;

  private Journal(Path folder, boolean sync, Opener opener, long segment) throws IOException {
    this.folder = folder;
    this.sync = sync;
    this.opener = opener;
    this.channel = opener.create(file(folder, segment));
    this.segment = segment;
  }

  /// Creates segment files.
  @FunctionalInterface
  public interface Opener {
    /// A new file, open for writing; fails when there is one already.
    FileChannel create(Path file) throws IOException;
  }

  /// Starts a new, empty segment in `folder`.
  public static Journal open(Path folder, boolean sync, Opener opener, long segment)
      throws IOException {
    Files.createDirectories(folder);
    Journal journal = new Journal(folder, sync, opener, segment);
    journal.syncFolder();
    return journal;
  }

  /// Numbers of the segments in `folder`, ascending.
  public static List<Long> segments(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> Long.valueOf(name.substring(0, name.length() - SUFFIX.length())))
          .sorted()
          .toList();
    }
  }

  /// Hands over each whole frame of a segment, in order.
  public static void read(Path folder, long segment, Consumer<ByteBuffer> frame)
      throws IOException {
    try (FileChannel in = FileChannel.open(file(folder, segment), StandardOpenOption.READ)) {
      ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
      long size = in.size();
      long at = 0;
      while (size - at >= HEAD_BYTES) {
        fill(in, head.clear(), at);
        int length = head.getInt(0);
        int sum = head.getInt(4);
        if (length <= 0 || length > size - at - HEAD_BYTES) {
          return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        fill(in, bytes, at + HEAD_BYTES);
        bytes.flip();
        if (sum != sumOf(bytes)) {
          return;
        }
        frame.accept(bytes);
        at += HEAD_BYTES + length;
      }
    }
  }

  /// Removes a segment whose readings are safe in the tables.
  public static void delete(Path folder, long segment) throws IOException {
    Files.deleteIfExists(file(folder, segment));
  }

  public long segment() {
    return segment;
  }

  /// Writes one frame; durable when it returns (see the class). When it fails the frame is taken
  /// back, and a later one may succeed unless the journal is [torn][#isTorn()].
  public void append(ByteBuffer bytes) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
    head.putInt(bytes.remaining()).putInt(sumOf(bytes)).flip();
    long length = HEAD_BYTES + bytes.remaining();
    ByteBuffer[] parts = {head, bytes};
    try {
      while (bytes.hasRemaining()) {
        channel.write(parts);
      }
      if (sync) {
        channel.force(false);
      }
    } catch (IOException e) {
      takeBack(e);
      throw e;
    }
    end_bytes += length;
  }

  /// True when a frame that failed could not be taken back: nothing after it would be read.
  public boolean isTorn() {
    return torn;
  }

  private void takeBack(IOException why) {
    try {
      channel.truncate(end_bytes);
    } catch (IOException e) {
      torn = true;
      why.addSuppressed(e);
    }
  }

  /// Closes this segment and starts the next one.
  public void next() throws IOException {
    FileChannel before = channel;
    channel = opener.create(file(folder, segment + 1));
    segment++;
    end_bytes = 0;
    syncFolder();
    before.close();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void syncFolder() throws IOException {
    if (sync) {
      try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }

  /// The opener of a journal on a plain file system.
  public static FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static Path file(Path folder, long segment) {
    return folder.resolve(String.format(Locale.ROOT, "%012d%s", segment, SUFFIX));
  }

  private static void fill(FileChannel in, ByteBuffer into, long at) throws IOException {
    long from = at;
    while (into.hasRemaining()) {
      int read = in.read(into, from);
      if (read < 0) {
        throw new EOFException("journal shrank while it was read");
      }
      from += read;
    }
  }

  private static int sumOf(ByteBuffer bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes.duplicate());
    return (int) sum.getValue();
  }
}
