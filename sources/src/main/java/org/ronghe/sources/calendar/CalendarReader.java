package org.ronghe.sources.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronghe.model.calendar.CalendarYear;
import org.ronghe.model.calendar.Holiday;
import org.ronghe.model.calendar.HolidayNotice;
import org.ronghe.model.calendar.Span;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.pack.Words;
import org.ronghe.sources.pack.PackNotice;
import org.ronghe.sources.yaml.YamlNode;

/// Reads `YYYY.yaml`, one file a year.
public final class CalendarReader {
  static final String FORMAT = "ronghe-calendar/1";

  private CalendarReader() {}

  /// All years in `folder`; an empty calendar when there is no such folder.
  ///
  /// @throws IOException when a file cannot be read at all
  public static CalendarFolder read(Path folder) throws IOException {
    List<CalendarYear> years = new ArrayList<>();
    List<CalendarExample> examples = new ArrayList<>();
    List<PackNotice> notices = new ArrayList<>();
    for (Path path : files(folder)) {
      String file = "calendar/" + path.getFileName();
      parse(file, Files.readString(path), examples, notices)
          .filter(year -> named(file, year, notices))
          .ifPresent(years::add);
    }
    return new CalendarFolder(WorkCalendar.of(years), examples, notices);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static boolean named(String file, CalendarYear year, List<PackNotice> notices) {
    if (file.equals("calendar/" + year.year() + ".yaml")) {
      return true;
    }
    notices.add(
        new PackNotice(
            "calendar-file-name",
            file,
            "/year",
            String.valueOf(year.year()),
            new Words("文件名与年份不一致。", "The file is not named after its year."),
            new Words(year.year() + ".yaml", year.year() + ".yaml")));
    return false;
  }

  /// One year's text; empty, with a notice, when anything is wrong with it.
  static Optional<CalendarYear> parse(
      String file, String text, List<CalendarExample> examples, List<PackNotice> notices) {
    try {
      YamlNode node = YamlNode.parse(text);
      CalendarYear year = year(node);
      Optional<PackNotice> wrong = CalendarCheck.firstWrong(file, year);
      wrong.ifPresent(notices::add);
      List<CalendarExample> found = new ArrayList<>();
      for (YamlNode example : node.find("examples").map(YamlNode::list).orElse(List.of())) {
        found.add(
            new CalendarExample(
                file,
                example.get("from").date(),
                example.get("working-days").integer(),
                example.get("due").date()));
      }
      examples.addAll(found);
      return wrong.isEmpty() ? Optional.of(year) : Optional.empty();
    } catch (YamlNode.Mistake mistake) {
      String message = String.valueOf(mistake.getMessage());
      notices.add(
          new PackNotice(
              "calendar",
              file,
              "/",
              "",
              new Words("看不懂：" + message, message),
              new Words(
                  "格式见 docs/guide/calendar.md。", "the format is in docs/guide/calendar.md.")));
      return Optional.empty();
    }
  }

  private static CalendarYear year(YamlNode node) {
    if (!node.get("format").text().equals(FORMAT)) {
      throw node.get("format").mistake("must be " + FORMAT);
    }
    List<HolidayNotice> notices = new ArrayList<>();
    for (YamlNode notice : node.get("notices").list()) {
      notices.add(
          new HolidayNotice(
              notice.find("number").map(YamlNode::text).orElse(""),
              notice.get("issued").date(),
              notice.get("address").text()));
    }
    List<Holiday> holidays = new ArrayList<>();
    for (YamlNode holiday : node.get("holidays").list()) {
      holidays.add(holiday(holiday));
    }
    return new CalendarYear(node.get("year").integer(), notices, holidays);
  }

  private static Holiday holiday(YamlNode node) {
    var from = node.get("from").date();
    var to = node.get("to").date();
    if (from.isAfter(to)) {
      throw node.get("to").mistake("(" + to + ") is before from (" + from + ")");
    }
    YamlNode name = node.get("name");
    return new Holiday(
        new Words(name.get("zh").text(), name.get("en").text()),
        new Span(from, to),
        node.find("make-up").map(YamlNode::list).orElse(List.of()).stream()
            .map(YamlNode::date)
            .toList());
  }
}
