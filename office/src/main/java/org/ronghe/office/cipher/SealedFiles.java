package org.ronghe.office.cipher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Files kept by the SHA-256 of their plain content and sealed on disk, synced before they count as
/// kept. The same content twice is one file.
public final class SealedFiles implements Sealed {
  private static final int CHUNK = 64 << 10;
  private final Path folder;
  private final FieldCipher cipher;

  public SealedFiles(Path folder, FieldCipher cipher) {
    this.folder = folder;
    this.cipher = cipher;
  }

  /// Takes a content in. A content that cannot be read to its end leaves nothing.
  ///
  /// @return SHA-256 of the plain content, in hex
  public String put(InputStream content) throws IOException {
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, "in-", ".part");
    try {
      MessageDigest digest = sha256();
      write(draft, new DigestInputStream(content, digest));
      String name = HexFormat.of().formatHex(digest.digest());
      Path place = place(name);
      if (!Files.exists(place)) {
        Files.createDirectories(place.getParent());
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        PrivateFile.sync(java.util.Objects.requireNonNull(place.getParent()));
        PrivateFile.sync(folder);
      }
      return name;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void write(Path draft, InputStream content) throws IOException {
    try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      SealedStream.seal(cipher, content, Channels.newOutputStream(out), CHUNK);
      out.force(true);
    }
  }

  /// The plain content. Reading throws [FieldCipher.BrokenSeal] where a byte was altered, a piece
  /// moved or the end cut off.
  public InputStream open(String sha256) throws IOException {
    return SealedStream.open(cipher, Files.newInputStream(place(sha256)), sha256);
  }

  public boolean has(String sha256) {
    return sha256.matches("[0-9a-f]{64}") && Files.exists(place(sha256));
  }

  /// Removes a file, which need not be there.
  public void remove(String sha256) throws IOException {
    Files.deleteIfExists(place(sha256));
  }

  @Override
  public String name() {
    return String.valueOf(folder.getFileName());
  }

  @Override
  public SortedMap<Integer, Long> byKey() {
    SortedMap<Integer, Long> counts = new TreeMap<>();
    try {
      for (String name : names(_ -> true)) {
        try (InputStream raw = Files.newInputStream(place(name))) {
          counts.merge(SealedStream.keyOf(raw), 1L, Long::sum);
        } catch (NoSuchFileException _) {
          // removed meanwhile
        }
      }
      return counts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One file after the other; a file is whole with either key at any moment.
  @Override
  public long reseal(LongConsumer progress) {
    long done = 0;
    try {
      for (String name : names(_ -> true)) {
        if (Thread.currentThread().isInterrupted()) {
          return done;
        }
        if (resealed(name)) {
          done++;
          progress.accept(done);
        }
      }
      return done;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// False for a file that needs it not, or that was removed meanwhile.
  private boolean resealed(String name) throws IOException {
    try (InputStream raw = Files.newInputStream(place(name))) {
      if (SealedStream.isCurrent(cipher, raw)) {
        return false;
      }
    } catch (NoSuchFileException _) {
      return false;
    }
    Path draft = Files.createTempFile(folder, "in-", ".part");
    try (InputStream plain = open(name)) {
      write(draft, plain);
      if (!Files.exists(place(name))) {
        return false;
      }
      Files.move(draft, place(name), StandardCopyOption.ATOMIC_MOVE);
      PrivateFile.sync(java.util.Objects.requireNonNull(place(name).getParent()));
      return true;
    } catch (NoSuchFileException _) {
      return false;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /// Removes files older than `before` that nobody knows, and uploads that never ended.
  ///
  /// @param known true for names that something refers to
  /// @return how many were removed
  public int removeOrphans(Instant before, Predicate<String> known) throws IOException {
    int removed = 0;
    for (String name : names(name -> !known.test(name))) {
      Path place = place(name);
      if (Files.getLastModifiedTime(place).toInstant().isBefore(before)) {
        Files.deleteIfExists(place);
        removed++;
      }
    }
    for (Path part : below(1)) {
      if (part.toString().endsWith(".part")
          && Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
        Files.deleteIfExists(part);
        removed++;
      }
    }
    return removed;
  }

  private List<String> names(Predicate<String> wanted) throws IOException {
    return below(2).stream()
        .map(path -> path.getFileName().toString())
        .filter(name -> name.matches("[0-9a-f]{64}") && wanted.test(name))
        .toList();
  }

  private List<Path> below(int depth) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Path place(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
