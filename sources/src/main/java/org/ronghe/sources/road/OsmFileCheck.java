package org.ronghe.sources.road;

import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Fileformat.BlobHeader;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// Walks through the blocks of a PBF file before it is read, so that a file that is no OSM data or
/// was cut short while copying is told at once and in words.
final class OsmFileCheck {
  private static final int HEADER_BYTES_ALLOWED = 64 << 10;
  private static final int BLOCK_BYTES_ALLOWED = 32 << 20;

  private OsmFileCheck() {}

  static void check(Path file) throws RoadFault {
    if (!Files.isRegularFile(file)) {
      throw new RoadFault(
          "no-file", file + " 不存在或不是文件。", file + " is not there, or is no file.", "", "");
    }
    String name = file.getFileName().toString();
    if (name.endsWith(".pbf")) {
      try {
        walk(file);
      } catch (InvalidProtocolBufferException _) {
        throw notOsm(file);
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
  }

  private static void walk(Path file) throws IOException, RoadFault {
    long size = Files.size(file);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      long at = 0;
      int blocks = 0;
      while (at < size) {
        byte[] length = in.readNBytes(4);
        if (length.length < 4) {
          throw cutShort(file, size, at + 4);
        }
        int headerBytes = ByteBuffer.wrap(length).getInt();
        if (headerBytes <= 0 || headerBytes > HEADER_BYTES_ALLOWED) {
          throw notOsm(file);
        }
        byte[] bytes = in.readNBytes(headerBytes);
        if (bytes.length < headerBytes) {
          throw cutShort(file, size, at + 4 + headerBytes);
        }
        BlobHeader header = BlobHeader.parseFrom(bytes);
        boolean known = header.getType().equals("OSMHeader") || header.getType().equals("OSMData");
        if (blocks == 0 && !known
            || header.getDatasize() < 0
            || header.getDatasize() > BLOCK_BYTES_ALLOWED) {
          throw notOsm(file);
        }
        at += 4L + headerBytes + header.getDatasize();
        if (at > size) {
          throw cutShort(file, size, at);
        }
        in.skipNBytes(header.getDatasize());
        blocks++;
      }
      if (blocks == 0) {
        throw notOsm(file);
      }
    }
  }

  private static RoadFault cutShort(Path file, long size, long needed) {
    return new RoadFault(
        "osm-cut-short",
        "%s 不完整：文件 %,d 字节，最后一块需要到 %,d 字节。".formatted(file, size, needed),
        "%s is cut short: it has %,d bytes, its last block goes on to %,d."
            .formatted(file, size, needed),
        "也许下载或复制没有完成？请重新下载。",
        "Maybe the download or the copy did not finish? Fetch it again.");
  }

  private static RoadFault notOsm(Path file) {
    return new RoadFault(
        "not-osm",
        file + " 不是 OSM PBF 数据。",
        file + " is no OSM PBF data.",
        "也许是网页或别的格式？需要 .osm.pbf 文件。",
        "Maybe it is a web page or another format? An .osm.pbf file is needed.");
  }

  static RoadFault unreadable(Path file, IOException e) {
    return new RoadFault(
        "unreadable",
        file + " 读不出来：" + e.getMessage(),
        file + " cannot be read: " + e.getMessage(),
        "",
        "");
  }

  static RoadFault damaged(Path file, RuntimeException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new RoadFault(
        "osm-damaged",
        file + " 无法解析：" + root.getMessage(),
        file + " cannot be made out: " + root.getMessage(),
        "也许文件已损坏？请重新下载。",
        "Maybe the file is damaged? Fetch it again.");
  }
}
