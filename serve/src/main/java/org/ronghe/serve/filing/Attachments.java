package org.ronghe.serve.filing;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.cipher.FieldCipher;
import org.ronghe.office.cipher.Sealed;
import org.ronghe.office.cipher.SealedFiles;
import org.ronghe.office.problem.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Uploaded files, kept by the hash of their content below the data folder, encrypted, synced
/// before they are acknowledged. What a file is, its first bytes say, not its name.
@Component
public class Attachments {
  static final long LARGEST = 20L << 20;
  private static final int HEAD = 64;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final SealedFiles files;

  Attachments(
      JdbcClient database,
      TransactionTemplate transaction,
      FieldCipher cipher,
      @Value("${ronghe.data}") String data) {
    this.database = database;
    this.transaction = transaction;
    this.files = new SealedFiles(Path.of(data).resolve("attachments"), cipher);
  }

  /// Takes a file in for `owner`; the same content twice is one file. What is refused or breaks off
  /// leaves nothing behind. However slowly it comes, the database is not kept waiting.
  public Stored store(String owner, String name, InputStream content) {
    String shown = name.replaceAll("[\\p{Cntrl}/\\\\<>:\"|?*]", "_");
    if (shown.isBlank() || shown.length() > 120) {
      throw Problem.badRequest(
              "file-name", "文件名须有 1 到 120 个字。", "A file name has 1 to 120 characters.")
          .at("name");
    }
    try {
      byte[] head = content.readNBytes(HEAD);
      String type = type(head);
      if (type == null) {
        throw Problem.badRequest(
                "file-type",
                "只收 PDF、OFD、PNG、JPEG 文件（看内容，不看扩展名）。",
                "Only PDF, OFD, PNG and JPEG are taken (by content, not by name).")
            .at("content");
      }
      Measured measured =
          new Measured(new SequenceInputStream(new ByteArrayInputStream(head), content), type);
      String sha256 = files.put(measured);
      Stored stored = new Stored(sha256, type, measured.size_bytes, shown);
      transaction.executeWithoutResult(_ -> record(owner, stored));
      return stored;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Removes uploads from before `before` that broke off, and files no row names.
  ///
  /// @return how many files were removed
  public int removeOrphans(Instant before) {
    Set<String> known =
        new HashSet<>(
            database.sql("select sha256 from serve.attachment").query(String.class).list());
    try {
      return files.removeOrphans(before, known::contains);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Sealed sealed() {
    return files;
  }

  /// Counts, refuses to go on past the largest size, and to end where its type does not end.
  private static final class Measured extends FilterInputStream {
    private final String type;
    private final Ending ending = new Ending();
    private long size_bytes;

    Measured(InputStream in, String type) {
      super(in);
      this.type = type;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      if (count < 0) {
        ended();
      } else {
        ending.add(into, offset, count);
        counted(count);
      }
      return count;
    }

    private void counted(int more) {
      size_bytes += more;
      if (size_bytes > LARGEST) {
        throw Problem.badRequest("file-large", "文件超过 20 MB。", "The file is larger than 20 MB.")
            .at("content");
      }
    }

    private void ended() {
      if (!ending.fits(type)) {
        throw Problem.badRequest(
                "file-broken",
                "文件不完整，或末尾夹带了别的内容，请重新导出或拍摄后上传。",
                "The file is cut off, or something else is hung on to it; export or photograph it"
                    + " again.")
            .at("content");
      }
    }
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

  /// Removes a file nothing names any more.
  void drop(String sha256) {
    try {
      files.remove(sha256);
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
        .query((row, _) -> new Kept(files, row.getString(1), row.getString(2)))
        .optional();
  }

  public record Stored(String sha256, String mediaType, long size_bytes, String name) {}

  /// A file that may be read.
  public record Kept(SealedFiles files, String sha256, String mediaType) {
    public boolean exists() {
      return files.has(sha256);
    }

    /// Its plain content.
    public InputStream open() throws IOException {
      return files.open(sha256);
    }
  }
}
