package org.ronghe.sources.county;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ronghe.sources.county.notice.Notice;

/// A county package that a story writes into a folder of its own.
final class PackageFolder {
  /// One county, one township, one village: what other stories build on.
  static final String DIVISIONS =
      """
      code,name,level,kind,parent,issuer,vintage
      140404,上党区,county,district,,NBS,2023-06-30
      140404101,韩店镇,township,town,140404,NBS,2023-06-30
      140404101001,韩店村,village,village-committee,140404101,NBS,2023-06-30
      """;

  static final String DIVISIONS_ENTRY = entry("divisions.csv", "divisions", "none");

  private final Path dir;

  PackageFolder(Path dir) {
    this.dir = dir;
  }

  /// One line of the list of files in county.yaml.
  static String entry(String file, String kind, String crs) {
    return "  - {file: %s, kind: %s, crs: %s, source: 测试, vintage: '2023', licence: CC0, synthetic: false}\n"
        .formatted(file, kind, crs);
  }

  /// The same with more entries, such as `encoding: GB18030`.
  static String entry(String file, String kind, String crs, String more) {
    return entry(file, kind, crs).replace("}\n", ", " + more + "}\n");
  }

  PackageFolder yaml(String... entries) {
    return file(
        "county.yaml",
        """
        format: ronghe-county/1
        code: "140404"
        name: {zh: 上党区, en: Shangdang District}
        version: "2026.1"
        files:
        """
            + String.join("", entries));
  }

  /// A county with its three divisions and the files of the story.
  PackageFolder county(String... entries) {
    return yaml(DIVISIONS_ENTRY + String.join("", entries)).file("divisions.csv", DIVISIONS);
  }

  /// Adds to the end of a file.
  PackageFolder append(String name, String text) {
    try {
      return file(name, Files.readString(dir.resolve(name)) + text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PackageFolder file(String name, String text) {
    return file(name, text, StandardCharsets.UTF_8);
  }

  PackageFolder file(String name, String text, Charset charset) {
    return file(name, text.getBytes(charset));
  }

  PackageFolder file(String name, byte[] bytes) {
    try {
      Files.createDirectories(dir.resolve(name).getParent());
      Files.write(dir.resolve(name), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path dir() {
    return dir;
  }

  PackageReading read() {
    return CountyPackageReader.read(dir, PackageProgress.SILENT);
  }

  /// The notices of a reading, one line each: `code file:row field=value`.
  static List<String> lines(PackageReading reading) {
    return reading.notices().stream().map(PackageFolder::line).toList();
  }

  static String line(Notice notice) {
    String at = notice.code() + " " + notice.file() + ":" + notice.row();
    return notice.field().isEmpty() ? at : at + " " + notice.field() + "=" + notice.value();
  }
}
