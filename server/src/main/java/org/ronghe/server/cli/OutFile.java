package org.ronghe.server.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.ronghe.office.problem.Refusal;

/// The file an answer goes to: looked at before the work begins, written beside its place and put
/// there when whole. What is no ordinary file (`/dev/stdout`) is written as it is.
final class OutFile implements AutoCloseable {
  private final Path file;
  private final Path unfinished;
  private final OutputStream out;

  private OutFile(Path file, Path unfinished, OutputStream out) {
    this.file = file;
    this.unfinished = unfinished;
    this.out = out;
  }

  /// Refuses what cannot be written, before hours go into the answer.
  static void check(Path file) {
    try {
      if (!isSpecial(file)) {
        Files.delete(Files.createTempFile(folder(file), ".ronghe", ".part"));
      }
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  static OutFile open(Path file) throws IOException {
    Path unfinished = isSpecial(file) ? file : folder(file).resolve(file.getFileName() + ".part");
    return new OutFile(
        file, unfinished, new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16));
  }

  /// Writes all of it, or refuses.
  static void write(Path file, byte[] bytes) {
    try (OutFile made = open(file)) {
      made.stream().write(bytes);
      made.finish();
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  OutputStream stream() {
    return out;
  }

  /// Puts the file in its place.
  void finish() throws IOException {
    out.close();
    if (!unfinished.equals(file)) {
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    if (!unfinished.equals(file)) {
      Files.deleteIfExists(unfinished);
    }
  }

  private static boolean isSpecial(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static Path folder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a folder");
    }
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    return folder;
  }

  static Refusal cannotWrite(Path file, IOException why) {
    String zh =
        switch (why) {
          case NoSuchFileException _ -> "它的文件夹不存在，或不能在其中建文件。";
          case NotDirectoryException _ -> "它的上一级不是文件夹。";
          case AccessDeniedException _ -> "没有权限。";
          default -> Files.isDirectory(file) ? "它是文件夹。" : why.getMessage();
        };
    String en =
        switch (why) {
          case NoSuchFileException _ -> "its folder is not there, or takes no files.";
          case NotDirectoryException _ -> "what should be its folder is none.";
          case AccessDeniedException _ -> "it is not permitted.";
          default -> Files.isDirectory(file) ? "it is a folder." : why.getMessage();
        };
    return new Refusal(
        "cannot-write",
        "写不了 " + file + "：" + zh,
        "Cannot write " + file + ": " + en,
        "换一个位置，或先建好文件夹。",
        "Name another place, or make the folder first.");
  }

  /// Refuses names that promise another format than text.
  static void refuseOtherThanText(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (String other : new String[] {".parquet", ".xlsx", ".xls", ".json", ".geojson", ".zip"}) {
      if (name.endsWith(other)) {
        throw new Refusal(
            "out-extension",
            "--out " + file + "：这张表只写 CSV。",
            "--out " + file + ": this table is written as CSV only.",
            "可用 .csv 或 .csv.gz。",
            "Use .csv or .csv.gz.");
      }
    }
  }
}
