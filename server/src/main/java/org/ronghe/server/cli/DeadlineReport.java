package org.ronghe.server.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ronghe.engines.clock.DeadlineAnswer;
import org.ronghe.engines.clock.LedgerLine;
import org.ronghe.engines.clock.Suspension;
import org.ronghe.engines.clock.Term;
import org.ronghe.model.calendar.CalendarYear;
import org.ronghe.model.calendar.WorkCalendar;

/// A deadline as JSON and as text.
final class DeadlineReport {
  private DeadlineReport() {}

  static Map<String, Object> of(
      LocalDate from,
      Term term,
      List<Suspension> suspensions,
      DeadlineAnswer.Due due,
      WorkCalendar calendar) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("from", from.toString());
    report.put("days", term.days());
    report.put("unit", name(term.unit()));
    report.put("due", due.due().toString());
    report.put(
        "suspend",
        suspensions.stream().map(one -> one.days().from() + ".." + one.days().to()).toList());
    report.put("suspendedWorkingDays", suspended(due));
    report.put("ledger", due.ledger().stream().map(DeadlineReport::line).toList());
    report.put("calendars", calendars(from, due.due(), calendar));
    report.put("cautions", cautions(due.due(), calendar));
    return report;
  }

  /// Working days that were suspended before the end.
  private static int suspended(DeadlineAnswer.Due due) {
    return due.ledger().stream()
        .filter(line -> line.kind() == LedgerLine.Kind.SUSPENDED)
        .mapToInt(LedgerLine::workingDays)
        .sum();
  }

  static Map<String, Object> line(LedgerLine line) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("from", line.days().from().toString());
    entry.put("to", line.days().to().toString());
    entry.put("kind", name(line.kind()));
    entry.put("days", line.days().days());
    entry.put("workingDays", line.workingDays());
    entry.put("counted", line.counted());
    entry.put("running", line.running());
    entry.put("zh", line.words().zh());
    entry.put("en", line.words().en());
    return entry;
  }

  private static List<Map<String, Object>> calendars(
      LocalDate from, LocalDate due, WorkCalendar calendar) {
    List<Map<String, Object>> used = new ArrayList<>();
    for (CalendarYear year :
        calendar.years().subMap(from.getYear(), true, due.getYear(), true).values()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("year", year.year());
      one.put(
          "notices",
          year.notices().stream()
              .map(notice -> (notice.number() + " " + notice.address()).strip())
              .toList());
      used.add(one);
    }
    return used;
  }

  private static List<Map<String, String>> cautions(LocalDate due, WorkCalendar calendar) {
    if (!calendar.mayStillChange(due)) {
      return List.of();
    }
    int next = due.getYear() + 1;
    return List.of(
        Map.of(
            "zh", next + " 年的放假通知还没有导入；它若调整 12 月底的日子，这个期限会变。",
            "en",
                "The notice for "
                    + next
                    + " is not imported yet; should it move days at the end of"
                    + " December, this date changes."));
  }

  static String words(Term term, DeadlineAnswer.Due due, WorkCalendar calendar) {
    StringBuilder text = new StringBuilder(256);
    text.append(
        Words.say(
            "到期日 " + due.due() + "（" + term.words().zh() + "）",
            "due " + due.due() + " (" + term.words().en() + ")"));
    for (LedgerLine line : due.ledger()) {
      text.append("\n  ").append(Words.say(line.words().zh(), line.words().en()));
    }
    for (Map<String, String> caution : cautions(due.due(), calendar)) {
      text.append("\n! ")
          .append(Words.say(caution.getOrDefault("zh", ""), caution.getOrDefault("en", "")));
    }
    return text.toString();
  }

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
