package org.ronghe.sources.transit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.ronghe.sources.road.RoadFault;

/// The tables of a feed: in a zip file, also within one folder of it, or in a folder.
final class GtfsFiles implements AutoCloseable {
  private final Path path;
  private final @Nullable ZipFile zip;
  private final String folder;

  private GtfsFiles(Path path, @Nullable ZipFile zip, String folder) {
    this.path = path;
    this.zip = zip;
    this.folder = folder;
  }

  static GtfsFiles open(Path path) throws RoadFault {
    if (Files.isDirectory(path)) {
      return new GtfsFiles(path, null, "");
    }
    if (!Files.isRegularFile(path)) {
      throw new RoadFault("no-file", path + " 不存在。", path + " is not there.", "", "");
    }
    try {
      ZipFile zip = new ZipFile(path.toFile());
      return new GtfsFiles(path, zip, folder(zip));
    } catch (ZipException e) {
      throw new RoadFault(
          "gtfs-no-zip",
          path + " 不是完整的 zip 文件：" + e.getMessage(),
          path + " is no whole zip file: " + e.getMessage(),
          "--gtfs 需要 GTFS 的 zip 文件或文件夹；也许没有下载完？",
          "--gtfs takes a GTFS zip file or folder. Maybe the download was cut short?");
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  static RoadFault unreadable(Path path, IOException e) {
    return new RoadFault(
        "cannot-read",
        path + " 读不了：" + e.getMessage(),
        path + " cannot be read: " + e.getMessage(),
        "",
        "");
  }

  private static String folder(ZipFile zip) {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.equals("stops.txt") || name.endsWith("/stops.txt"))
        .map(name -> name.substring(0, name.length() - "stops.txt".length()))
        .min((a, b) -> Integer.compare(a.length(), b.length()))
        .orElse("");
  }

  /// What the feed is called in words.
  String name() {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }

  Path path() {
    return path;
  }

  /// A table, or none when the feed does not have it.
  Optional<InputStream> table(String name) throws IOException {
    if (zip == null) {
      Path file = path.resolve(name);
      return Files.isRegularFile(file)
          ? Optional.of(new BufferedInputStream(Files.newInputStream(file)))
          : Optional.empty();
    }
    ZipEntry entry = zip.getEntry(folder + name);
    return entry == null
        ? Optional.empty()
        : Optional.of(new BufferedInputStream(zip.getInputStream(entry)));
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    }
  }
}
