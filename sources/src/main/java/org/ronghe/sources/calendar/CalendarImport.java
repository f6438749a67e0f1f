package org.ronghe.sources.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.calendar.CalendarYear;
import org.ronghe.model.calendar.Holiday;
import org.ronghe.model.calendar.HolidayNotice;
import org.ronghe.model.calendar.Span;
import org.ronghe.model.pack.Words;
import org.ronghe.sources.pack.PackNotice;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes one year over from a file: our own YAML, or the JSON of holiday-cn (`year`, `papers`,
/// `days` with `name`, `date`, `isOffDay`).
public final class CalendarImport {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Map<String, String> ENGLISH =
      Map.of(
          "元旦", "New Year's Day",
          "春节", "Spring Festival",
          "清明节", "Qingming Festival",
          "劳动节", "Labour Day",
          "端午节", "Dragon Boat Festival",
          "中秋节", "Mid-Autumn Festival",
          "国庆节", "National Day");

  private CalendarImport() {}

  /// What was understood; without a year when there is a notice.
  public record Answer(Optional<CalendarYear> year, List<PackNotice> notices) {
    public Answer {
      notices = List.copyOf(notices);
    }
  }

  /// @param file its name, for the notices
  /// @param today written as the day of issue where the list does not say it
  public static Answer parse(String file, String text, LocalDate today) {
    List<PackNotice> notices = new ArrayList<>();
    if (!text.stripLeading().startsWith("{")) {
      Optional<CalendarYear> year = CalendarReader.parse(file, text, new ArrayList<>(), notices);
      return new Answer(year, notices);
    }
    try {
      JsonNode list = MAPPER.readTree(text);
      CalendarYear year = holidayCn(list, today);
      Optional<PackNotice> wrong = CalendarCheck.firstWrong(file, year);
      wrong.ifPresent(notices::add);
      return new Answer(wrong.isEmpty() ? Optional.of(year) : Optional.empty(), notices);
    } catch (JacksonException | DateTimeParseException | IllegalArgumentException unreadable) {
      String message = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
      notices.add(
          new PackNotice(
              "calendar",
              file,
              "/",
              "",
              new Words("看不懂：" + message, message),
              new Words(
                  "应是 holiday-cn 的 JSON：year、papers、days（name、date、isOffDay）。",
                  "it should be holiday-cn's JSON: year, papers, days (name, date, isOffDay).")));
      return new Answer(Optional.empty(), notices);
    }
  }

  private static CalendarYear holidayCn(JsonNode list, LocalDate today) {
    if (!list.path("year").isInt() || !list.path("days").isArray()) {
      throw new IllegalArgumentException("year or days is missing");
    }
    Map<String, TreeSet<LocalDate>> off = new LinkedHashMap<>();
    Map<String, TreeSet<LocalDate>> worked = new LinkedHashMap<>();
    for (JsonNode day : list.path("days")) {
      if (!day.path("isOffDay").isBoolean() || !day.path("name").isString()) {
        throw new IllegalArgumentException("a day lacks its name or isOffDay: " + day);
      }
      String name = day.path("name").asString();
      boolean isOff = day.path("isOffDay").asBoolean();
      LocalDate date = LocalDate.parse(day.path("date").asString());
      boolean added = (isOff ? off : worked).computeIfAbsent(name, _ -> new TreeSet<>()).add(date);
      if (!added) {
        throw new IllegalArgumentException("the day " + date + " is listed twice");
      }
    }
    List<Holiday> holidays = new ArrayList<>();
    off.forEach((name, days) -> holidays.addAll(holidays(name, days, worked.remove(name))));
    if (!worked.isEmpty()) {
      throw new IllegalArgumentException("days worked for a holiday without days off: " + worked);
    }
    List<HolidayNotice> papers = new ArrayList<>();
    list.path("papers")
        .forEach(paper -> papers.add(new HolidayNotice("", today, paper.asString())));
    return new CalendarYear(list.path("year").asInt(), papers, holidays);
  }

  private static List<Holiday> holidays(
      String name, TreeSet<LocalDate> off, @Nullable TreeSet<LocalDate> worked) {
    String english =
        List.of(name.split("、", -1)).stream()
            .map(part -> ENGLISH.getOrDefault(part, part))
            .collect(Collectors.joining(" and "));
    List<Span> runs = new ArrayList<>();
    LocalDate from = off.first();
    for (LocalDate day : off) {
      if (!off.contains(day.plusDays(1))) {
        runs.add(new Span(from, day));
        LocalDate next = off.higher(day);
        from = next == null ? day : next;
      }
    }
    List<Holiday> holidays = new ArrayList<>();
    for (Span run : runs) {
      List<LocalDate> makeUp =
          holidays.isEmpty() && worked != null ? List.copyOf(worked) : List.of();
      holidays.add(new Holiday(new Words(name, english), run, makeUp));
    }
    return holidays;
  }

  /// The year as a file of ours.
  public static String yaml(CalendarYear year) {
    StringBuilder out = new StringBuilder(1_024);
    out.append("# ").append(year.year()).append(" 年放假安排 · Days off and make-up workdays\n");
    out.append("format: ").append(CalendarReader.FORMAT).append('\n');
    out.append("year: ").append(year.year()).append("\nnotices:");
    out.append(year.notices().isEmpty() ? " []\n" : "\n");
    for (HolidayNotice notice : year.notices()) {
      out.append("  - {number: \"").append(notice.number());
      out.append("\", issued: ").append(notice.issuedOn());
      out.append(", address: \"").append(quoted(notice.address())).append("\"}\n");
    }
    out.append("holidays:\n");
    for (Holiday holiday : year.holidays()) {
      out.append("  - {name: {zh: \"").append(quoted(holiday.name().zh()));
      out.append("\", en: \"").append(quoted(holiday.name().en()));
      out.append("\"}, from: ").append(holiday.off().from());
      out.append(", to: ").append(holiday.off().to());
      if (!holiday.makeUpDays().isEmpty()) {
        out.append(", make-up: ").append(holiday.makeUpDays());
      }
      out.append("}\n");
    }
    return out.toString();
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
  }
}
