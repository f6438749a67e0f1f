package org.ronghe.sources.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.point.MeasuringPoint;

/// Signals of a small county, from a quiet night to a burst main.
class DemoSignalsTest {
  private static final long START_US = 1_795_413_600_000_000L; // 2026-11-23T06:00:00Z, 14:00 local
  private static final long MINUTE_US = 60_000_000L;
  private static final List<MeasuringPoint> POINTS = DemoCounty.points();
  private static final DemoScript QUIET = new DemoScript(1, List.of());

  @Test
  void A01_the_same_time_gives_the_same_values() {
    double[] once = values(new DemoSignals(POINTS, QUIET, START_US), START_US + MINUTE_US);
    double[] again = values(new DemoSignals(POINTS, QUIET, START_US), START_US + MINUTE_US);
    assertThat(again).isEqualTo(once);
    double[] elsewhere =
        values(new DemoSignals(POINTS, new DemoScript(2, List.of()), START_US), START_US);
    assertThat(elsewhere).isNotEqualTo(once);
  }

  @Test
  void A02_nothing_is_wrong_on_a_quiet_day() {
    var signals = new DemoSignals(POINTS, QUIET, START_US);
    for (int minute = 0; minute < 24 * 60; minute += 7) {
      DemoSignals.Moment moment = signals.at(START_US + minute * MINUTE_US);
      assertThat(moment.underWay()).isEmpty();
      for (int i : of("tunnel.ch4")) {
        assertThat(moment.value(i)).isBetween(0.0, 0.3);
      }
      for (int i : of("water.pressure")) {
        assertThat(moment.value(i)).isBetween(0.3, 0.5);
      }
    }
  }

  @Test
  void A03_a_town_draws_more_water_in_the_evening_than_at_night() {
    var signals = new DemoSignals(POINTS, QUIET, START_US);
    double evening = sum(signals, "water.flow", START_US + 5 * 60 * MINUTE_US); // 19:00 local
    double night = sum(signals, "water.flow", START_US + 13 * 60 * MINUTE_US); // 03:00 local
    assertThat(evening).isGreaterThan(1.8 * night);
    assertThat(sum(signals, "water.pressure", START_US + 5 * 60 * MINUTE_US))
        .isLessThan(sum(signals, "water.pressure", START_US + 13 * 60 * MINUTE_US));
  }

  @Test
  void A04_january_is_cold_and_july_is_warm() {
    assertThat(Weather.at(1, 1_768_500_000).temperature_C()).isLessThan(4);
    assertThat(Weather.at(1, 1_784_140_000).temperature_C()).isGreaterThan(14);
  }

  @Test
  void B01_a_gas_leak_rises_where_it_is_and_its_fan_starts() throws IOException {
    var signals = new DemoSignals(POINTS, shipped(), START_US);
    DemoSignals.Moment leak = signals.at(START_US + 5 * MINUTE_US);
    assertThat(leak.underWay()).extracting(Incident::id).containsExactly("gas-leak");
    int worst =
        of("tunnel.ch4").stream()
            .max(java.util.Comparator.comparingDouble(leak::value))
            .orElseThrow();
    assertThat(leak.value(worst)).isGreaterThan(1.25);
    assertThat(of("tunnel.ch4").stream().filter(i -> leak.value(i) > 0.3).count())
        .as("only neighbours feel it")
        .isBetween(3L, 14L);
    String section = POINTS.get(worst).owner().id();
    int fan =
        of("tunnel.fan").stream()
            .filter(i -> POINTS.get(i).owner().id().equals(section))
            .findFirst()
            .orElseThrow();
    assertThat(leak.value(fan)).isEqualTo(1);
    assertThat(signals.at(START_US + 11 * MINUTE_US).value(worst))
        .as("over after eight minutes")
        .isCloseTo(0.05, within(0.1));
  }

  @Test
  void B02_a_burst_lowers_the_pressure_along_the_main_and_raises_the_flow() throws IOException {
    var calm = new DemoSignals(POINTS, QUIET, START_US);
    var signals = new DemoSignals(POINTS, shipped(), START_US);
    long during_us = START_US + 11 * MINUTE_US;
    double pressure = sum(signals, "water.pressure", during_us);
    double flow = sum(signals, "water.flow", during_us);
    assertThat(pressure).isLessThan(sum(calm, "water.pressure", during_us) * 0.85);
    assertThat(flow).isGreaterThan(sum(calm, "water.flow", during_us) * 1.1);
  }

  @Test
  void B03_the_next_leak_is_somewhere_else() throws IOException {
    var signals = new DemoSignals(POINTS, shipped(), START_US);
    long places =
        IntStream.range(0, 8)
            .map(n -> worst(signals.at(START_US + (6 + 30L * n) * MINUTE_US)))
            .distinct()
            .count();
    assertThat(places).isGreaterThan(3);
  }

  @Test
  void C01_a_script_with_a_mistake_says_which(@TempDir Path folder) throws IOException {
    Path script = folder.resolve("script.yaml");
    Files.writeString(script, "format: ronghe-demo/1\nseed: one\nincidents: []\n");
    assertThatThrownBy(() -> DemoScript.read(script))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("script.yaml: seed must be a number");
  }

  static DemoScript shipped() throws IOException {
    return DemoScript.read(Path.of("../packs/demo/script.yaml"));
  }

  private static int worst(DemoSignals.Moment moment) {
    return of("tunnel.ch4").stream()
        .max(java.util.Comparator.comparingDouble(moment::value))
        .orElseThrow();
  }

  private static double sum(DemoSignals signals, String profile, long time_us) {
    DemoSignals.Moment moment = signals.at(time_us);
    return of(profile).stream().mapToDouble(moment::value).sum();
  }

  private static double[] values(DemoSignals signals, long time_us) {
    DemoSignals.Moment moment = signals.at(time_us);
    return IntStream.range(0, POINTS.size()).mapToDouble(moment::value).toArray();
  }

  private static List<Integer> of(String profile) {
    return IntStream.range(0, POINTS.size())
        .filter(i -> profile.equals(POINTS.get(i).profile()))
        .boxed()
        .toList();
  }
}
