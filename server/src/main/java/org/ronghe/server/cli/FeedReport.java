package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.transit.FeedNotice;
import org.ronghe.sources.transit.FeedNotices;

/// Says what was noticed about timetables: the first few of each kind, all of them into a file.
final class FeedReport {
  private static final int FEW = 10;

  private FeedReport() {}

  static void say(Terminal terminal, FeedNotices notices, @Nullable Path file) {
    Map<String, Integer> said = new HashMap<>();
    for (FeedNotice notice : notices.all()) {
      if (said.merge(notice.code(), 1, Integer::sum) <= FEW) {
        terminal.warn(zh(notice), en(notice));
      }
    }
    notices
        .counts()
        .forEach((code, count) -> {
          if (count > FEW) {
            terminal.warn(
                "%s：另有 %,d 处；全部见 --gtfs-notices".formatted(code, count - FEW),
                "%s: %,d more; all of them with --gtfs-notices".formatted(code, count - FEW));
          }
        });
    if (file != null) {
      write(notices, file);
    }
  }

  private static String zh(FeedNotice notice) {
    return notice.file()
        + (notice.row() > 0 ? " 第 " + notice.row() + " 行 " : "：")
        + (notice.field().isEmpty() ? "" : notice.field() + "（" + notice.value() + "）")
        + notice.zh()
        + "。"
        + notice.maybeZh();
  }

  private static String en(FeedNotice notice) {
    return notice.file()
        + (notice.row() > 0 ? " row " + notice.row() : "")
        + (notice.field().isEmpty() ? " " : ", " + notice.field() + " (" + notice.value() + ") ")
        + notice.en()
        + "."
        + (notice.maybeEn().isEmpty() ? "" : " " + notice.maybeEn());
  }

  private static void write(FeedNotices notices, Path file) {
    List<String> lines = new ArrayList<>();
    lines.add("code,file,row,field,value,zh,en,maybe_zh,maybe_en");
    for (FeedNotice notice : notices.all()) {
      lines.add(
          String.join(
              ",",
              List.of(
                  notice.code(),
                  cell(notice.file()),
                  Long.toString(notice.row()),
                  notice.field(),
                  cell(notice.value()),
                  cell(notice.zh()),
                  cell(notice.en()),
                  cell(notice.maybeZh()),
                  cell(notice.maybeEn()))));
    }
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new Refusal(
          "cannot-write",
          file + " 写不了：" + e.getMessage(),
          file + " cannot be written: " + e.getMessage(),
          "",
          "");
    }
  }

  private static String cell(String text) {
    return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
