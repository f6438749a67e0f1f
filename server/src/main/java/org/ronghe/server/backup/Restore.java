package org.ronghe.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ronghe.office.problem.Refusal;
import org.ronghe.server.folder.DataFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Puts a backup back into an empty data folder. Every file is compared with its hash before the
/// folder is called by its name.
public final class Restore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Restore() {}

  /// @param data must be empty or absent
  public static Manifest into(Path file, Path data) {
    if (!Files.isRegularFile(file)) {
      throw new Refusal(
          "no-file",
          "没有备份文件 " + file + "。",
          "There is no backup " + file + ".",
          "检查路径。",
          "Check the path.");
    }
    Path target = data.toAbsolutePath().normalize();
    Path fresh = target.resolveSibling(target.getFileName() + ".restoring");
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Manifest manifest = manifest(zip, file);
      if (manifest.format() > DataFolder.FORMAT) {
        throw DataFolder.newer(file, "格式 " + manifest.format(), "format " + manifest.format());
      }
      refuseFull(target);
      refuseFull(fresh);
      return unpack(zip, manifest, file, fresh, target);
    } catch (IOException e) {
      throw damaged(file, String.valueOf(e.getMessage()));
    }
  }

  /// Unpacks beside the target, and gives it the target's name only when all of it is right.
  private static Manifest unpack(ZipFile zip, Manifest manifest, Path file, Path fresh, Path target)
      throws IOException {
    try {
      Files.createDirectories(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      Enumeration<? extends ZipEntry> entries = zip.entries();
      int compared = 0;
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.getName().equals(Manifest.ENTRY)) {
          compared += unpack(zip, entry, fresh, manifest);
        }
      }
      if (compared != manifest.files().size()) {
        throw damaged(file, compared + " of " + manifest.files().size() + " files");
      }
      Files.deleteIfExists(target);
      Files.move(fresh, target);
      return manifest;
    } finally {
      Backup.deleteTree(fresh);
    }
  }

  private static Manifest manifest(ZipFile zip, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(Manifest.ENTRY);
    if (entry == null) {
      throw damaged(file, "no " + Manifest.ENTRY);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return JSON.readValue(in, Manifest.class);
    } catch (JacksonException e) {
      throw damaged(file, Manifest.ENTRY + ": " + e.getOriginalMessage());
    }
  }

  /// Unpacks one entry, for its owner only; says how many files that were.
  private static int unpack(ZipFile zip, ZipEntry entry, Path fresh, Manifest manifest)
      throws IOException {
    Path path = fresh.resolve(entry.getName()).normalize();
    if (!path.startsWith(fresh)) {
      throw new IOException("an entry points outside: " + entry.getName());
    }
    boolean isPrivate =
        path.startsWith(fresh.resolve("postgres/cluster"))
            || path.startsWith(fresh.resolve("secrets"))
            || path.startsWith(fresh.resolve("attachments"))
            || path.startsWith(fresh.resolve("licences"));
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(isPrivate ? "rwx------" : "rwxr-xr-x"));
      return 0;
    }
    Files.createDirectories(path.getParent());
    Files.createFile(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    MessageDigest digest = Archive.sha256();
    try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest);
        OutputStream out = Files.newOutputStream(path)) {
      in.transferTo(out);
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(manifest.files().get(entry.getName()))) {
      throw new IOException(entry.getName() + " is not as it was written");
    }
    return 1;
  }

  private static void refuseFull(Path target) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    try (Stream<Path> present = Files.list(target)) {
      if (present.findAny().isPresent()) {
        throw new Refusal(
            "not-empty",
            "目标目录 " + target + " 不是空的，恢复不会覆盖任何数据。",
            "The folder " + target + " is not empty; a restore overwrites nothing.",
            "用 --data 指定一个空目录，或先把原目录改名。",
            "Name an empty folder with --data, or rename the old one first.");
      }
    }
  }

  private static Refusal damaged(Path file, String why) {
    return new Refusal(
        "backup-damaged",
        "备份文件 " + file + " 不可用：" + why,
        "The backup " + file + " cannot be used: " + why,
        "换一份备份；数据目录没有被改动。",
        "Use another backup; the data folder was not touched.");
  }
}
