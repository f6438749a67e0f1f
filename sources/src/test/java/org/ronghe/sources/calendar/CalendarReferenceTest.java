package org.ronghe.sources.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ronghe.engines.clock.DeadlineAnswer;
import org.ronghe.engines.clock.Deadlines;
import org.ronghe.engines.clock.LedgerLine;
import org.ronghe.engines.clock.Suspension;
import org.ronghe.engines.clock.Term;
import org.ronghe.model.calendar.CalendarYear;
import org.ronghe.model.calendar.Day;
import org.ronghe.model.calendar.WorkCalendar;
import org.ronghe.model.pack.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The shipped calendars against two lists kept by others: chinese-days 1.5.7 (npm, MIT) and
/// holiday-cn (NateScarlet, MIT).
class CalendarReferenceTest {
  private static final Path LISTS =
      Path.of(Optional.ofNullable(System.getenv("RONGHE_REFERENCE")).orElse("../../shared/data"))
          .resolve("county/calendar");

  @BeforeAll
  static void needsReferenceData() {
    assumeTrue(
        Files.isDirectory(LISTS), "no reference data: set RONGHE_REFERENCE to check the calendars");
  }

  private static WorkCalendar shipped() throws IOException {
    CalendarFolder folder = CalendarReader.read(Path.of("../packs/calendar"));
    assertThat(folder.notices()).isEmpty();
    return folder.calendar();
  }

  private static JsonNode json(String file) throws IOException {
    return JsonMapper.builder().build().readTree(Files.readString(LISTS.resolve(file)));
  }

  private static boolean worked(JsonNode chineseDays, LocalDate date) {
    if (chineseDays.path("holidays").has(date.toString())) {
      return false;
    }
    return chineseDays.path("workdays").has(date.toString())
        || (date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY);
  }

  @Test
  void A01_every_day_of_2018_to_2026_is_as_chinese_days_has_it() throws IOException {
    WorkCalendar calendar = shipped();
    JsonNode list = json("chinese-days-1.5.7.json");
    List<LocalDate> different =
        LocalDate.of(2018, 1, 1)
            .datesUntil(LocalDate.of(2027, 1, 1))
            .filter(date -> calendar.day(date).map(Day::worked).orElseThrow() != worked(list, date))
            .toList();
    assertThat(different).isEmpty();
  }

  @Test
  void A02_importing_holiday_cn_gives_the_shipped_calendars() throws IOException {
    WorkCalendar calendar = shipped();
    List<CalendarYear> years = new ArrayList<>();
    for (int year = 2018; year <= 2026; year++) {
      String file = "holiday-cn-" + year + ".json";
      var answer =
          CalendarImport.parse(
              file, Files.readString(LISTS.resolve(file)), LocalDate.of(2026, 1, 1));
      assertThat(answer.notices()).as(file).isEmpty();
      var again =
          CalendarImport.parse(
              "again", CalendarImport.yaml(answer.year().orElseThrow()), LocalDate.of(2026, 1, 1));
      assertThat(again.year()).as("our own YAML reads back").isEqualTo(answer.year());
      years.add(answer.year().orElseThrow());
    }
    WorkCalendar imported = WorkCalendar.of(years);
    LocalDate.of(2018, 1, 1)
        .datesUntil(LocalDate.of(2027, 1, 1))
        .forEach(date ->
            assertThat(imported.day(date).map(Day::worked))
                .as(date.toString())
                .isEqualTo(calendar.day(date).map(Day::worked)));
  }

  @Test
  void A03_the_empty_list_of_2027_is_refused() throws IOException {
    var answer =
        CalendarImport.parse(
            "holiday-cn-2027.json",
            Files.readString(LISTS.resolve("holiday-cn-2027.json")),
            LocalDate.of(2026, 11, 23));
    assertThat(answer.year()).isEmpty();
    assertThat(answer.notices().getFirst().english())
        .contains("holiday-cn-2027.json", "2027 lists 0 days off", "not been issued yet");
  }

  @Test
  void B01_five_thousand_deadlines_are_as_counted_day_by_day_in_chinese_days() throws IOException {
    WorkCalendar calendar = shipped();
    JsonNode list = json("chinese-days-1.5.7.json");
    Random random = new Random(20_261_123);
    for (int i = 0; i < 5_000; i++) {
      LocalDate from = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(3_100));
      int days = 1 + random.nextInt(45);
      LocalDate stop = from.plusDays(random.nextInt(40) - 5L);
      LocalDate go = stop.plusDays(random.nextInt(15));
      DeadlineAnswer answer =
          Deadlines.due(
              calendar,
              from,
              Term.workingDays(days),
              List.of(Suspension.of(stop, go, new Words("中止", "stopped"))));
      LocalDate expected = from;
      for (int left = days; left > 0; ) {
        expected = expected.plusDays(1);
        boolean stopped = !expected.isBefore(stop) && !expected.isAfter(go);
        left -= !stopped && worked(list, expected) ? 1 : 0;
      }
      switch (answer) {
        case DeadlineAnswer.Due(LocalDate due, List<LedgerLine> _) ->
            assertThat(due).as(from + " + " + days).isEqualTo(expected);
        case DeadlineAnswer.NoCalendar none ->
            assertThat(expected.getYear()).isEqualTo(none.year());
      }
    }
  }
}
