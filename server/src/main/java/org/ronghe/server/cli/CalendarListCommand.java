package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.calendar.CalendarYear;
import org.ronghe.model.calendar.WorkCalendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./ronghe serve calendar list`: which years are known, and from which notices.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "现有年份和依据的通知 / the years that are known, and their notices")
final class CalendarListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--calendars", paramLabel = "DIR", description = "日历文件夹 / folder of calendars")
  private @Nullable Path calendars;

  @Option(names = "--json", description = "一行 JSON / answer as one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    WorkCalendar calendar = Calendars.read(calendars == null ? Calendars.shipped() : calendars);
    List<Map<String, String>> rows = new ArrayList<>();
    for (CalendarYear year : calendar.years().values()) {
      long off = year.holidays().stream().mapToLong(holiday -> holiday.off().days()).sum();
      int makeUp = year.holidays().stream().mapToInt(one -> one.makeUpDays().size()).sum();
      Map<String, String> row = new LinkedHashMap<>();
      row.put("year", String.valueOf(year.year()));
      row.put("daysOff", String.valueOf(off));
      row.put("makeUpDays", String.valueOf(makeUp));
      row.put(
          "notices",
          String.join(
              " ",
              year.notices().stream()
                  .map(notice -> notice.number().isEmpty() ? notice.address() : notice.number())
                  .toList()));
      rows.add(row);
    }
    new Terminal(spec.commandLine(), json)
        .table(List.of("year", "daysOff", "makeUpDays", "notices"), rows, rows);
    return Commands.DONE;
  }
}
