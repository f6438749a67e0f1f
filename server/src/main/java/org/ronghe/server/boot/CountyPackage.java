package org.ronghe.server.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.county.County;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.county.CountyPackageReader;
import org.ronghe.sources.county.PackageProgress;
import org.ronghe.sources.county.PackageReading;
import org.ronghe.sources.county.notice.Notice;

/// The county package named at the start (or the sample on the first run), read while the rest
/// starts; not read at all when it is the one that was loaded last and no file of it was touched.
final class CountyPackage {
  private static final int SHOWN = 10;
  private final @Nullable Path folder;
  private final Path mark;
  private final String state;

  private CountyPackage(@Nullable Path folder, Path mark) {
    this.folder = folder;
    this.mark = mark;
    this.state = folder == null ? "" : folder.toAbsolutePath() + "\n" + stamps(folder);
  }

  /// @param mark the file that remembers what was loaded last
  static CountyPackage of(Settings settings, Path mark) {
    Path named = settings.county();
    if (named != null) {
      if (!Files.isRegularFile(named.resolve("county.yaml"))) {
        throw new Refusal(
            "no-county-package",
            named + " 里没有 county.yaml，不是县数据包。",
            named + " holds no county.yaml and is no county package.",
            "用 ./ronghe new-county 目录 生成一个模板。",
            "Make a template with ./ronghe new-county DIR.");
      }
      return new CountyPackage(named, mark);
    }
    Path sample = settings.home().resolve("counties/shangdang");
    boolean first = !Files.exists(mark);
    return new CountyPackage(
        first && Files.isRegularFile(sample.resolve("county.yaml")) ? sample : null, mark);
  }

  /// True when there is something to read.
  boolean isNew() {
    try {
      return folder != null && !(Files.exists(mark) && Files.readString(mark).equals(state));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads it; refuses when any row is bad.
  County read() {
    if (folder == null) {
      throw new IllegalStateException("no package");
    }
    PackageReading reading = CountyPackageReader.read(folder, PackageProgress.SILENT);
    List<Notice> errors = reading.errors();
    if (!errors.isEmpty()) {
      String shown =
          String.join("\n  ", errors.stream().limit(SHOWN).map(Notice::toString).toList());
      throw new Refusal(
          "bad-county-package",
          "县数据包 " + folder + " 有 " + errors.size() + " 处错误：\n  " + shown,
          "The county package " + folder + " has " + errors.size() + " errors:\n  " + shown,
          "改正后重试；或先启动，再用 ./ronghe import " + folder + " --keep-good 只导入好的行。",
          "Correct them; or start first, then ./ronghe import " + folder + " --keep-good.");
    }
    return reading.county().orElseThrow();
  }

  /// Remembers that it is in the register.
  void loaded() {
    try {
      Files.writeString(mark, state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String stamps(Path folder) {
    try (var files = Files.list(folder)) {
      StringBuilder text = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        text.append(file.getFileName())
            .append(' ')
            .append(Files.size(file))
            .append(' ')
            .append(Files.getLastModifiedTime(file).toMillis())
            .append('\n');
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
