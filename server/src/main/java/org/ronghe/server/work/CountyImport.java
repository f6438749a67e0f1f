package org.ronghe.server.work;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.county.County;
import org.ronghe.model.county.CountyHead;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.register.CountyRegister;
import org.ronghe.office.register.ImportSummary;
import org.ronghe.office.register.StandingCounty;
import org.ronghe.sources.county.CountyPackageReader;
import org.ronghe.sources.county.FileCount;
import org.ronghe.sources.county.PackageReading;
import org.ronghe.sources.county.notice.Notice;
import org.springframework.stereotype.Component;

/// Reads a county package and puts it into the register, all or nothing.
@Component
public class CountyImport {
  private final CountyRegister register;
  private final StandingCounty standing;
  private final Audit audit;
  private final WorkProgress progress;

  CountyImport(
      CountyRegister register, StandingCounty standing, Audit audit, WorkProgress progress) {
    this.register = register;
    this.standing = standing;
    this.audit = audit;
    this.progress = progress;
  }

  /// @param keepGood import the good rows although others are bad
  /// @param replace put the county in the place of another one that is loaded
  /// @throws Problem when another county is loaded and `replace` is false
  public Result run(Path folder, boolean keepGood, boolean replace, String by) {
    try {
      return put(CountyPackageReader.read(folder, progress::reached), keepGood, replace, by);
    } finally {
      progress.done();
    }
  }

  private void refuseAnother(County next) {
    CountyHead now = standing.against(next).orElse(null);
    if (now == null) {
      return;
    }
    CountyHead other = next.head();
    throw Problem.conflict(
            "another-county",
            "已载入的是%s（%s），这个数据包是%s（%s）；没有导入任何内容。"
                .formatted(now.nameZh(), now.code(), other.nameZh(), other.code()),
            "The county loaded is %s (%s), this package is %s (%s); nothing was imported."
                .formatted(now.nameEn(), now.code(), other.nameEn(), other.code()))
        .next(
            "先用 ./ronghe backup 备份；确要替换就加 --replace，也许是 --data 指错了目录。",
            "Back up first with ./ronghe backup; add --replace if you mean it. Maybe --data names"
                + " the wrong folder.");
  }

  private Result put(PackageReading reading, boolean keepGood, boolean replace, String by) {
    List<Said> notices = reading.notices().stream().map(Said::of).toList();
    if (reading.county().isEmpty() || (reading.hasErrors() && !keepGood)) {
      return new Result(false, null, reading.files(), notices);
    }
    if (!replace) {
      refuseAnother(reading.county().get());
    }
    ImportSummary summary = register.replace(reading.county().get(), by);
    if (!summary.nothingChanged()) {
      audit.record(by, "county-import", reading.county().get().head().code(), summary.toString());
    }
    return new Result(true, summary, reading.files(), notices);
  }

  /// @param imported false when bad rows held it back
  /// @param summary what changed; null when nothing was imported
  public record Result(
      boolean imported,
      @Nullable ImportSummary summary,
      List<FileCount> files,
      List<Said> notices) {
    public Result {
      files = List.copyOf(files);
      notices = List.copyOf(notices);
    }
  }

  /// A notice in both languages.
  public record Said(
      String severity,
      String code,
      String file,
      long row,
      String field,
      String value,
      String zh,
      String en,
      String maybeZh,
      String maybeEn) {
    public static Said of(Notice notice) {
      return new Said(
          notice.severity().name(),
          notice.code(),
          notice.file(),
          notice.row(),
          notice.field(),
          notice.value(),
          notice.why().zh(),
          notice.why().en(),
          notice.maybe().map(text -> text.zh()).orElse(""),
          notice.maybe().map(text -> text.en()).orElse(""));
    }
  }
}
