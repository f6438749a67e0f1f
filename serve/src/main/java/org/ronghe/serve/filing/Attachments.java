package org.ronghe.serve.filing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Uploaded files, kept by the hash of their content below the data folder, synced before they are
/// acknowledged. What a file is, its first bytes say, not its name.
@Component
public class Attachments {
  static final long LARGEST = 20L << 20;
  private final JdbcClient database;
  private final Path folder;

  Attachments(JdbcClient database, @Value("${ronghe.data}") String data) {
    this.database = database;
    this.folder = Path.of(data).resolve("attachments");
  }

  /// Takes a file in for `owner`; the same content twice is one file.
  @Transactional
  public Stored store(String owner, String name, InputStream content) {
    String shown = name.replaceAll("[\\p{Cntrl}/\\\\<>:\"|?*]", "_");
    if (shown.isBlank() || shown.length() > 120) {
      throw Problem.badRequest(
          "file-name", "文件名须有 1 到 120 个字。", "A file name has 1 to 120 characters.");
    }
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, "in-", ".part");
      try {
        Stored stored = take(draft, shown, content);
        keep(draft, stored.sha256());
        record(owner, stored);
        return stored;
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stored take(Path draft, String name, InputStream content) throws IOException {
    MessageDigest sha256 = LoggedEvent.sha256();
    byte[] buffer = new byte[64 << 10];
    byte[] head = new byte[0];
    long size = 0;
    try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        if (size > LARGEST) {
          throw Problem.badRequest("file-large", "文件超过 20 MB。", "The file is larger than 20 MB.");
        }
        if (head.length < 16) {
          head = java.util.Arrays.copyOf(buffer, Math.min(read, 64));
        }
        sha256.update(buffer, 0, read);
        out.write(ByteBuffer.wrap(buffer, 0, read));
      }
      out.force(true);
    }
    String type = type(head);
    if (type == null) {
      throw Problem.badRequest(
          "file-type",
          "只收 PDF、OFD、PNG、JPEG 文件（看内容，不看扩展名）。",
          "Only PDF, OFD, PNG and JPEG are taken (by content, not by name).");
    }
    return new Stored(HexFormat.of().formatHex(sha256.digest()), type, size, name);
  }

  private static @Nullable String type(byte[] head) {
    if (begins(head, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
      return "application/pdf";
    }
    if (begins(head, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})) {
      return "image/png";
    }
    if (begins(head, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})) {
      return "image/jpeg";
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return begins(head, new byte[] {'P', 'K', 3, 4}) && text.contains("OFD.xml")
        ? "application/ofd"
        : null;
  }

  private static boolean begins(byte[] head, byte[] magic) {
    return head.length >= magic.length
        && java.util.Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }

  private void keep(Path draft, String sha256) throws IOException {
    Path place = place(sha256);
    if (Files.exists(place)) {
      return;
    }
    Files.createDirectories(place.getParent());
    Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private void record(String owner, Stored stored) {
    database
        .sql(
            """
            insert into serve.attachment (sha256, media_type, size_bytes) values (?, ?, ?)
            on conflict do nothing
            """)
        .params(List.of(stored.sha256(), stored.mediaType(), stored.size_bytes()))
        .update();
    database
        .sql(
            """
            insert into serve.attachment_owner (owner, sha256, name) values (?, ?, ?)
            on conflict do nothing
            """)
        .params(List.of(owner, stored.sha256(), stored.name()))
        .update();
  }

  private Path place(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  /// Removes a file nothing names any more.
  void drop(String sha256) {
    try {
      Files.deleteIfExists(place(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The file if `owner` uploaded it.
  public Optional<Kept> ofOwner(String owner, String sha256) {
    return find(
        "select a.sha256, a.media_type from serve.attachment a join serve.attachment_owner o"
            + " using (sha256) where o.owner = ? and a.sha256 = ?",
        owner,
        sha256);
  }

  /// The file if it belongs to the case.
  public Optional<Kept> ofCase(String number, String sha256) {
    return find(
        "select a.sha256, a.media_type from serve.attachment a join serve.case_attachment c"
            + " using (sha256) where c.number = ? and a.sha256 = ?",
        number,
        sha256);
  }

  private Optional<Kept> find(String sql, String key, String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    return database
        .sql(sql)
        .params(List.of(key, sha256))
        .query((row, _) -> new Kept(place(row.getString(1)), row.getString(2)))
        .optional();
  }

  public record Stored(String sha256, String mediaType, long size_bytes, String name) {}

  public record Kept(Path path, String mediaType) {}
}
