package org.ronghe.sources.plan;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ronghe.model.remark.Remark;

/// Opens text tables, plain or gzip (told by their first bytes, not their names), in UTF-8 with or
/// without a byte order mark.
final class TextTable {
  private static final int BUFFER = 1 << 16;

  private TextTable() {}

  static Reader open(Path file) throws IOException, TableFault {
    if (Files.isDirectory(file)) {
      throw new TableFault(
          Remark.of("table-is-folder", file + " 是文件夹，不是文件。", file + " is a folder, not a file."));
    }
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    bytes.mark(2);
    boolean zipped = bytes.read() == 0x1F && bytes.read() == 0x8B;
    bytes.reset();
    Reader text =
        new InputStreamReader(
            zipped ? new GZIPInputStream(bytes, BUFFER) : bytes,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    return new java.io.BufferedReader(text, BUFFER);
  }

  /// Past a byte order mark.
  static Reader pastMark(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /// The words for a file that could not be read to its end.
  static Remark why(Path file, IOException thrown) {
    return switch (thrown) {
      case NoSuchFileException _ ->
          Remark.of("table-missing", file + " 不存在。", file + " is not there.");
      case AccessDeniedException _ ->
          Remark.of("table-denied", "没有读取 " + file + " 的权限。", "May not read " + file + ".");
      case EOFException _ ->
          new Remark(
              "table-truncated",
              file + " 的压缩数据不完整。",
              file + " ends in the middle of its compressed data.",
              "也许下载或复制中断了？",
              "Maybe a download or copy was cut short?");
      case ZipException _ ->
          new Remark(
              "table-damaged",
              file + " 的压缩数据已损坏：" + thrown.getMessage(),
              file + " holds damaged compressed data: " + thrown.getMessage(),
              "也许下载或复制出错了？",
              "Maybe it was damaged on its way?");
      case CharacterCodingException _ ->
          new Remark(
              "table-encoding",
              file + " 不是 UTF-8。",
              file + " is not UTF-8.",
              "也许是 GB18030（中文 Excel 的缺省）？请另存为“CSV UTF-8”。",
              "Maybe it is GB18030 (Excel in China)? Save it as CSV UTF-8.");
      default ->
          Remark.of(
              "table-unreadable",
              "读不了 " + file + "：" + thrown.getMessage(),
              "Cannot read " + file + ": " + thrown.getMessage());
    };
  }

  /// The cause that says more than its wrapper.
  static Remark why(Path file, UncheckedIOException thrown) {
    IOException cause = Objects.requireNonNull(thrown.getCause());
    return why(file, cause.getCause() instanceof IOException deeper ? deeper : cause);
  }
}
