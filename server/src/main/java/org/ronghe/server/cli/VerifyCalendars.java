package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.engines.clock.CalendarProof;
import org.ronghe.sources.calendar.CalendarFolder;
import org.ronghe.sources.calendar.CalendarReader;

/// The part of `./ronghe verify` that plays the examples of the working calendars.
final class VerifyCalendars {
  private VerifyCalendars() {}

  /// One line for each thing wrong; none when there are no calendars.
  static List<String> wrong(Path folder) throws IOException {
    CalendarFolder read = CalendarReader.read(folder);
    List<String> wrong = new ArrayList<>();
    read.notices()
        .forEach(notice -> wrong.add("✗ " + Words.say(notice.chinese(), notice.english())));
    read.examples()
        .forEach(example ->
            CalendarProof.failure(
                    read.calendar(), example.from(), example.workingDays(), example.due())
                .ifPresent(failure ->
                    wrong.add(
                        "✗ " + example.file() + ": " + Words.say(failure.zh(), failure.en()))));
    return wrong;
  }
}
