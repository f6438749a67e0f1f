package org.ronghe.sources.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.SentReading;
import org.ronghe.sources.payload.LedgerIntake;
import org.ronghe.sources.replay.ReplayLedger.Counts;

/// A small log, row by row, from whole rows to a night that happens twice.
class ReplayTest {
  private static final String MAPPING =
      """
      format: ronghe-replay/1
      id: small
      name: {zh: 小, en: small}
      utility: heat
      owner: {kind: facility, id: F1, lon: 113, lat: 36}
      provenance: {source: made by hand, vintage: "2026", licence: CC0-1.0}
      interval_s: 60
      encoding: UTF-8
      separator: ";"
      decimal: ","
      time: {columns: [day, time], pattern: "dd.MM.uuuu HH:mm", zone: Europe/Berlin}
      quality:
        - {column: error, unless: 0, quality: uncertain, reason: error-mask}
      columns:
        - {column: day, skip: the time}
        - {column: time, skip: the time}
        - {column: t, point: A.T, name: t, quantity: temperature, unit: ℃, range: [-20, 99], sentinels: {888.8: bad-sensor-failure}}
        - {column: p, point: A.P, name: p, quantity: pressure, unit: kPa, scale: 100}
        - {column: error, skip: a rule}
      """;

  @TempDir Path folder;
  private final LedgerIntake intake = new LedgerIntake();

  @Test
  void A01_whole_rows_are_stored_in_utc_and_scaled() throws Exception {
    ReplayLedger ledger = play(MAPPING, "01.02.2018;12:00;20,5;1,5;0");
    assertThat(ledger.rows()).isEqualTo(new Counts(1, 0, 0));
    assertThat(ledger.cells()).isEqualTo(new Counts(2, 0, 0));
    long noon_us = us("2018-02-01T11:00:00Z");
    assertThat(intake.kept())
        .containsExactly(SentReading.of("A.T", noon_us, 20.5), SentReading.of("A.P", noon_us, 150));
    assertThat(intake.batches().getFirst().device()).isEqualTo("replay:small");
    assertThat(intake.batches().getFirst().replay()).isTrue();
  }

  @Test
  void A02_a_mapping_brings_its_points() throws Exception {
    ReplayMapping mapping = mapping(MAPPING);
    assertThat(mapping.points()).extracting("id").containsExactly("A.T", "A.P");
    assertThat(mapping.points().getFirst().rangeHigh()).isEqualTo(99.0);
  }

  @Test
  void B01_sentinels_ranges_and_error_masks_are_flagged() throws Exception {
    ReplayLedger ledger =
        play(
            MAPPING,
            "01.02.2018;12:00;888,8;1;0",
            "01.02.2018;12:01;120;1;0",
            "01.02.2018;12:02;20;1;4");
    assertThat(ledger.rows()).isEqualTo(new Counts(0, 3, 0));
    assertThat(ledger.cells()).isEqualTo(new Counts(2, 4, 0));
    assertThat(ledger.reasons())
        .isEqualTo(
            Map.of(
                "cell flagged sentinel", 1L,
                "cell flagged out-of-range", 1L,
                "cell flagged error-mask", 2L));
    assertThat(intake.kept())
        .extracting(SentReading::quality)
        .containsExactly(
            Quality.BAD_SENSOR_FAILURE,
            Quality.GOOD,
            Quality.UNCERTAIN_OUT_OF_RANGE,
            Quality.GOOD,
            Quality.UNCERTAIN,
            Quality.UNCERTAIN);
    assertThat(intake.kept().getFirst().value()).isNaN();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01.02.2018;12:00;20              | row rejected field-count",
        "01.02.2018;12:00;20;1;0;01.02    | row rejected field-count",
        "31.02.2018;12:00;20;1;0          | row rejected not-a-time",
        "2018;12:00;20;1;0                | row rejected not-a-time",
        "01.02.2018;12:00;2\u00010;1;0    | row rejected garbage",
        "25.03.2018;02:30;20;1;0          | row rejected time-in-gap",
        "' '                              | row rejected blank",
      })
  void B02_rows_that_say_nothing_are_rejected(String row, String reason) throws Exception {
    ReplayLedger ledger = play(MAPPING, row);
    assertThat(ledger.rows()).isEqualTo(new Counts(0, 0, 1));
    assertThat(ledger.cells()).isEqualTo(new Counts(0, 0, 2));
    assertThat(ledger.reasons()).isEqualTo(Map.of(reason, 1L));
    assertThat(intake.kept()).isEmpty();
  }

  @Test
  void B03_one_bad_cell_leaves_the_others() throws Exception {
    ReplayLedger ledger = play(MAPPING, "01.02.2018;12:00;warm;1;0", "01.02.2018;12:01;20.5;;0");
    assertThat(ledger.rows()).isEqualTo(new Counts(0, 1, 1));
    assertThat(ledger.cells()).isEqualTo(new Counts(1, 0, 3));
    assertThat(ledger.reasons())
        .isEqualTo(Map.of("cell rejected not-a-number", 2L, "cell rejected empty", 1L));
  }

  @Test
  void B04_bytes_the_encoding_does_not_know_are_garbage() throws Exception {
    Path log = folder.resolve("log.csv");
    byte[] text = "day;time;t;p;error\n01.02.2018;12:00;20?;1;0\n".getBytes(StandardCharsets.UTF_8);
    text[38] = (byte) 0xFF;
    Files.write(log, text);
    ReplayLedger ledger = run(mapping(MAPPING), log, 0);
    assertThat(ledger.reasons()).isEqualTo(Map.of("row rejected garbage", 1L));
  }

  @Test
  void C01_the_hour_that_comes_twice_is_told_apart_by_order() throws Exception {
    ReplayLedger ledger =
        play(
            MAPPING,
            "28.10.2018;01:30;1;1;0",
            "28.10.2018;02:30;2;1;0",
            "28.10.2018;02:50;3;1;0",
            "28.10.2018;02:10;4;1;0",
            "28.10.2018;02:30;5;1;0",
            "28.10.2018;03:00;6;1;0");
    assertThat(ledger.rows()).isEqualTo(new Counts(6, 0, 0));
    assertThat(intake.kept().stream().filter(r -> r.point().equals("A.T")))
        .extracting(r -> Instant.ofEpochSecond(r.sourceTime_us() / 1_000_000).toString())
        .containsExactly(
            "2018-10-27T23:30:00Z",
            "2018-10-28T00:30:00Z",
            "2018-10-28T00:50:00Z",
            "2018-10-28T01:10:00Z",
            "2018-10-28T01:30:00Z",
            "2018-10-28T02:00:00Z");
  }

  @Test
  void C02_or_as_the_mapping_says() throws Exception {
    String night = "28.10.2018;02:30;2;1;0";
    String zone = "zone: Europe/Berlin";
    assertThat(play(MAPPING.replace(zone, zone + ", overlap: reject"), night).reasons())
        .isEqualTo(Map.of("row rejected time-ambiguous", 1L));
    assertThat(play(MAPPING.replace(zone, zone + ", overlap: later"), night).reasons())
        .isEqualTo(Map.of("cell flagged time-ambiguous", 2L));
    assertThat(
            play(MAPPING.replace(zone, zone + ", gap: shift"), "25.03.2018;02:30;2;1;0").reasons())
        .isEqualTo(Map.of("cell flagged time-in-gap", 2L));
  }

  @Test
  void D01_a_replay_keeps_the_pace_it_is_given() throws Exception {
    Instant start = Instant.now();
    Path log = log("01.02.2018;12:00;1;1;0", "01.02.2018;12:01;2;1;0", "01.02.2018;12:02;3;1;0");
    ReplayLedger ledger = run(mapping(MAPPING), log, 300);
    assertThat(ledger.rows().stored()).isEqualTo(3);
    assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(390));
  }

  @Test
  void D02_what_went_to_the_door_adds_up_and_is_shown() throws Exception {
    Path log = log("01.02.2018;12:00;1;1;0", "01.02.2018;12:00;1;1;0", "oops");
    ReplayLedger ledger = run(mapping(MAPPING), log, 0);
    assertThat(ledger.door().stored()).isEqualTo(2);
    assertThat(ledger.door().duplicate()).isEqualTo(2);
    assertThat(ledger.table())
        .contains("log.csv", "1  row rejected field-count", "door: 2 stored, 2 duplicate");
  }

  @Test
  void D03_a_lost_store_ends_the_replay() throws Exception {
    intake.lose(true);
    assertThatThrownBy(() -> play(MAPPING, "01.02.2018;12:00;1;1;0"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("disk full");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zone: Europe/Berlin | zone: Europe/Atlantis | time.zone is no time zone",
        "encoding: UTF-8     | encoding: LATIN-99    | encoding is no encoding",
        "bad-sensor-failure  | bad-luck              | is no quality: bad-luck",
        "range: [-20, 99]    | range: [99, -20]      | columns[2].range must be [low, high]",
        "point: A.P          | pt: A.P               | columns[3].point is missing",
        "utility: heat       | utility: heath        | no utility heath",
        "replay/1            | replay/9              | format must be ronghe-replay/1",
      })
  void E01_a_mistake_in_a_mapping_is_named(String right, String wrong, String message) {
    assertThatThrownBy(() -> mapping(MAPPING.replace(right, wrong)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  @Test
  void E02_a_log_without_a_mapped_column_is_refused() throws Exception {
    Path log = folder.resolve("other.csv");
    Files.writeString(log, "day;time;x\n");
    assertThatThrownBy(() -> run(mapping(MAPPING), log, 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other.csv has no column \"t\"");
  }

  private ReplayLedger play(String mapping, String... rows) throws Exception {
    return run(mapping(mapping), log(rows), 0);
  }

  private ReplayLedger run(ReplayMapping mapping, Path log, double speed) throws Exception {
    return new Replay(mapping, intake, speed, InstantSource.system()).run(List.of(log), _ -> {});
  }

  private Path log(String... rows) throws IOException {
    Path log = folder.resolve("log.csv");
    Files.writeString(log, "day;time;t;p;error\n" + String.join("\n", rows) + "\n");
    return log;
  }

  private ReplayMapping mapping(String yaml) throws IOException {
    Path file = folder.resolve("mapping.yaml");
    Files.writeString(file, yaml);
    return ReplayMapping.read(file);
  }

  private static long us(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000;
  }
}
