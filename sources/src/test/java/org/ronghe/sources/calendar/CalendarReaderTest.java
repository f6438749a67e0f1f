package org.ronghe.sources.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.engines.clock.CalendarProof;

/// The calendars in `packs/calendar` and what is said of broken ones.
class CalendarReaderTest {
  @TempDir Path folder;

  private static final String GOOD =
      """
      format: ronghe-calendar/1
      year: 2026
      notices: []
      holidays:
        - {name: {zh: 国庆节, en: National Day}, from: 2026-10-01, to: 2026-10-07, make-up: [2026-10-10]}
      """;

  private String said(String text) throws IOException {
    Files.writeString(folder.resolve("2026.yaml"), text);
    CalendarFolder read = CalendarReader.read(folder);
    assertThat(read.calendar().years()).isEmpty();
    return read.notices().getFirst().english();
  }

  @Test
  void A01_the_shipped_years_prove_their_examples() throws IOException {
    CalendarFolder read = CalendarReader.read(Path.of("../packs/calendar"));
    assertThat(read.notices()).isEmpty();
    assertThat(read.calendar().years().keySet())
        .containsExactly(2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026);
    assertThat(read.examples()).hasSizeGreaterThanOrEqualTo(18);
    read.examples()
        .forEach(example ->
            assertThat(
                    CalendarProof.failure(
                        read.calendar(), example.from(), example.workingDays(), example.due()))
                .isEmpty());
  }

  @Test
  void A02_2027_is_not_among_them() throws IOException {
    var calendar = CalendarReader.read(Path.of("../packs/calendar")).calendar();
    assertThat(calendar.day(LocalDate.of(2027, 1, 4))).isEmpty();
    assertThat(calendar.mayStillChange(LocalDate.of(2026, 12, 31))).isTrue();
  }

  @Test
  void B01_a_file_names_its_mistakes() throws IOException {
    assertThat(said(GOOD.replace("2026-10-07", "2026-09-07"))).contains("2026.yaml", "before from");
    assertThat(said(GOOD.replace("2026-10-10", "2026-10-07"))).contains("2026-10-07", "twice");
    assertThat(said(GOOD.replace("2026-10-10", "2025-10-10"))).contains("no day of 2026");
    assertThat(said(GOOD.replace("2026-10-07", "2026-10-02"))).contains("lists 2 days off");
    assertThat(said(GOOD.replace("year: 2026", "year: 2025"))).contains("no day of 2025");
    assertThat(said(GOOD.replace("2026-10-10", "tenth"))).contains("make-up[0]", "2026-01-31");
    assertThat(said("[")).contains("not YAML");
  }

  @Test
  void C01_a_holiday_cn_list_with_a_mistake_is_refused() {
    assertThat(imported("{}")).contains("year or days is missing");
    assertThat(
            imported(
                "{\"year\":2030,\"days\":[{\"name\":\"元旦\",\"date\":\"x\",\"isOffDay\":true}]}"))
        .contains("'x'");
    assertThat(imported("{\"year\":")).contains("holiday-cn's JSON");
  }

  private static String imported(String text) {
    var answer = CalendarImport.parse("list.json", text, LocalDate.of(2026, 1, 1));
    assertThat(answer.year()).isEmpty();
    return answer.notices().getFirst().english();
  }
}
