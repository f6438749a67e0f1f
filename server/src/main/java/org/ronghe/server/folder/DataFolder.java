package org.ronghe.server.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Refusal;

/// The folder everything is kept in. One process at a time holds it; a folder written by a newer
/// version is left alone.
public final class DataFolder implements AutoCloseable {
  /// Raised when an older Ronghe could no longer read what this one writes.
  public static final int FORMAT = 1;

  private static final long NEEDED_BYTES = 512L << 20;

  private final Path path;
  private final FileChannel lockFile;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel lockFile, FileLock lock) {
    this.path = path;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /// Creates the folder when it is not there, and takes it.
  public static DataFolder take(Path given) {
    Path path = given.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path);
      checkFormat(path);
      checkSpace(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw locked(path);
      }
      DataFolder folder = new DataFolder(path, channel, lock);
      folder.prepare();
      return folder;
    } catch (IOException e) {
      throw new Refusal(
          "data-folder",
          "无法使用数据目录 " + path + "：" + e.getMessage(),
          "The data folder " + path + " cannot be used: " + e.getMessage(),
          "检查路径、权限和磁盘，或用 --data 指定另一个目录。",
          "Check the path, its permissions and the disk, or name another folder with --data.");
    }
  }

  /// True when a running county holds this folder.
  public static boolean isTaken(Path given) {
    Path file = given.resolve("lock");
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        return true;
      }
      lock.release();
      return false;
    } catch (IOException _) {
      return false;
    }
  }

  public Path path() {
    return path;
  }

  public Path postgres() {
    return path.resolve("postgres");
  }

  public Path series() {
    return path.resolve("series");
  }

  public Path mqtt() {
    return path.resolve("mqtt");
  }

  public Path run() {
    return path.resolve("run");
  }

  public Path secrets() {
    return path.resolve("secrets");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  /// A new secret for commands on this machine, readable by the owner only; the old one is void.
  public String renewLocalToken() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    writePrivate(run().resolve("local-token"), token);
    return token;
  }

  /// Writes a file only the owner can read.
  public static void writePrivate(Path file, String text) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(run().resolve("ports.json"));
      Files.deleteIfExists(run().resolve("local-token"));
      lock.release();
      lockFile.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void prepare() throws IOException {
    for (Path folder : new Path[] {series(), mqtt(), run(), logs()}) {
      Files.createDirectories(folder);
    }
    Files.createDirectories(
        secrets(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path version = path.resolve("VERSION");
    if (!Files.exists(version)) {
      Files.writeString(version, FORMAT + "\n");
    }
  }

  private static void checkFormat(Path path) throws IOException {
    Path version = path.resolve("VERSION");
    if (!Files.exists(version)) {
      return;
    }
    String text = Files.readString(version, StandardCharsets.UTF_8).strip();
    int format = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    if (format > FORMAT) {
      throw newer(path, "格式 " + format, "format " + format);
    }
    if (format < 1) {
      throw new Refusal(
          "data-version",
          version + " 的内容“" + text + "”不是版本号。",
          version + " says “" + text + "”, which is no version.",
          "这是融合的数据目录吗？如是，请从备份恢复该文件；否则用 --data 指定另一个目录。",
          "Is this a data folder of Ronghe? Restore the file from a backup, or name another folder"
              + " with --data.");
    }
  }

  /// The refusal of data that a newer version wrote.
  public static Refusal newer(Path path, String whatZh, String whatEn) {
    return new Refusal(
        "data-newer",
        "数据目录 " + path + " 由更新版本的融合写成（" + whatZh + "），本版本读不了。",
        "The data folder " + path + " was written by a newer Ronghe (" + whatEn + ").",
        "用那个版本启动；若要退回，请用旧版本恢复升级前的备份。",
        "Start that version; to go back, restore the backup made before the upgrade.");
  }

  private static void checkSpace(Path path) throws IOException {
    long free = Files.getFileStore(path).getUsableSpace();
    if (free < NEEDED_BYTES) {
      throw new Refusal(
          "disk-full",
          "磁盘空间不足：" + path + " 所在磁盘只剩 " + (free >> 20) + " MiB。",
          "The disk is nearly full: " + (free >> 20) + " MiB left where " + path + " is.",
          "腾出至少 " + (NEEDED_BYTES >> 20) + " MiB，或用 --data 指定另一个磁盘上的目录。",
          "Free at least "
              + (NEEDED_BYTES >> 20)
              + " MiB, or name a folder on another disk with"
              + " --data.");
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  private static Refusal locked(Path path) throws IOException {
    Path ports = path.resolve("run").resolve("ports.json");
    String who = Files.exists(ports) ? Files.readString(ports, StandardCharsets.UTF_8).strip() : "";
    return new Refusal(
        "data-locked",
        "数据目录 " + path + " 正由另一个融合使用" + (who.isEmpty() ? "。" : "：" + who),
        "The data folder "
            + path
            + " is held by another Ronghe"
            + (who.isEmpty() ? "." : ": " + who),
        "先用 ./ronghe stop --data " + path + " 停掉它，或用 --data 指定另一个目录。",
        "Stop it with ./ronghe stop --data " + path + ", or name another folder with --data.");
  }
}
