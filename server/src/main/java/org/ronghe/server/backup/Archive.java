package org.ronghe.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip file under way, readable by its owner only, that remembers the hash of each entry.
final class Archive implements AutoCloseable {
  private final ZipOutputStream zip;
  private final Map<String, String> hashes = new TreeMap<>();

  Archive(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE);
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /// Adds a folder as `name/`: empty folders too, and only files that `wanted` accepts by their
  /// path below it. A file that goes away meanwhile is left out.
  void addFolder(Path folder, String name, Predicate<String> wanted) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String below = folder.relativize(file).toString();
        String entry = below.isEmpty() ? name : name + "/" + below;
        if (Files.isDirectory(file)) {
          zip.putNextEntry(new ZipEntry(entry + "/"));
          zip.closeEntry();
        } else if (wanted.test(below)) {
          addFile(file, entry);
        }
      }
    }
  }

  void addFile(Path file, String entry) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      add(in, entry);
    } catch (NoSuchFileException _) {
      // dropped by the database meanwhile; its log says so too
    }
  }

  void addText(String text, String entry) throws IOException {
    add(new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), entry);
  }

  Map<String, String> hashes() {
    return hashes;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void add(InputStream in, String entry) throws IOException {
    zip.putNextEntry(new ZipEntry(entry));
    MessageDigest digest = sha256();
    in.transferTo(new DigestOutputStream(zip, digest));
    zip.closeEntry();
    hashes.put(entry, HexFormat.of().formatHex(digest.digest()));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
