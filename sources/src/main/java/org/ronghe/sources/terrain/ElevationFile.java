package org.ronghe.sources.terrain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ronghe.model.terrain.ElevationGrid;
import org.ronghe.sources.road.RoadFault;

/// Reads heights: an SRTM tile (`N42E001.hgt`, also `.hgt.zip`, `.hgt.gz`) or a GeoTIFF in degrees
/// (`.tif`, `.tiff`).
public final class ElevationFile {
  private ElevationFile() {}

  /// @throws RoadFault when the file is no such thing, is cut short, or is not in degrees
  public static ElevationGrid read(Path file) throws RoadFault {
    if (!Files.isRegularFile(file)) {
      throw new RoadFault(
          "no-file", file + " 不存在或不是文件。", file + " is not there, or is no file.", "", "");
    }
    Path last = file.getFileName();
    String name = (last == null ? "" : last.toString()).toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".tif") || name.endsWith(".tiff")) {
        return GeoTiff.read(file);
      }
      if (name.endsWith(".hgt")) {
        return SrtmTile.of(file, name, Files.readAllBytes(file));
      }
      if (name.endsWith(".hgt.gz")) {
        try (InputStream in = new GZIPInputStream(open(file))) {
          return SrtmTile.of(file, name, in.readAllBytes());
        }
      }
      if (name.endsWith(".zip")) {
        return zipped(file);
      }
    } catch (IOException e) {
      throw new RoadFault(
          "dem-damaged",
          file + " 读不了，或已损坏：" + e.getMessage(),
          file + " cannot be read, or is damaged: " + e.getMessage(),
          "也许没有下载完？",
          "Maybe the download was cut short?");
    }
    throw new RoadFault(
        "dem-kind",
        file + " 的扩展名不认识。",
        file + " has an extension that is not known.",
        "可用 .hgt、.hgt.zip、.hgt.gz、.tif。",
        "Use .hgt, .hgt.zip, .hgt.gz or .tif.");
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file));
  }

  private static ElevationGrid zipped(Path file) throws IOException, RoadFault {
    try (ZipInputStream zip = new ZipInputStream(open(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (name.endsWith(".hgt")) {
          return SrtmTile.of(file, name.substring(name.lastIndexOf('/') + 1), zip.readAllBytes());
        }
      }
    }
    throw new RoadFault("dem-kind", file + " 里没有 .hgt 文件。", file + " holds no .hgt file.", "", "");
  }
}
