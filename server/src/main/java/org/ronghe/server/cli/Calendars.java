package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.calendar.CalendarFolder;
import org.ronghe.sources.calendar.CalendarReader;

/// The calendars a command reckons with.
final class Calendars {
  private Calendars() {}

  /// Where the shipped years are.
  static Path shipped() {
    return Path.of(System.getProperty("ronghe.home", ".")).resolve("packs/calendar");
  }

  /// All years of `folder`; refused when a file there cannot be understood.
  static WorkCalendar read(Path folder) throws IOException {
    CalendarFolder read = CalendarReader.read(folder);
    if (!read.notices().isEmpty()) {
      var first = read.notices().getFirst();
      throw new Refusal(
          "calendar-unreadable",
          first.chinese(),
          first.english(),
          "改正这个文件，或重新导入：./ronghe serve calendar import 文件 --replace。",
          "Correct that file, or import it again: ./ronghe serve calendar import FILE --replace.");
    }
    return read.calendar();
  }

  static Refusal noCalendar(int year, WorkCalendar calendar, String reachedZh, String reachedEn) {
    String known =
        calendar.years().isEmpty()
            ? "–"
            : calendar.years().firstKey() + "–" + calendar.years().lastKey();
    return new Refusal(
        "no-calendar",
        "没有 " + year + " 年的工作日历（现有 " + known + "），不能推算" + reachedZh + "。",
        "There is no calendar of "
            + year
            + " (known: "
            + known
            + "), so it cannot be reckoned"
            + reachedEn
            + ".",
        "国务院办公厅发布 "
            + year
            + " 年放假通知后导入：./ronghe serve calendar import "
            + year
            + ".json（格式见 docs/guide/calendar.md）。",
        "When the State Council's notice for "
            + year
            + " is out, import it: ./ronghe serve calendar import "
            + year
            + ".json (the format is in docs/guide/calendar.md).");
  }
}
