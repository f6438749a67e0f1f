package org.ronghe.sources.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronghe.model.pack.AlarmDeclaration;
import org.ronghe.model.pack.Condition;
import org.ronghe.model.pack.Profile;
import org.ronghe.sources.pack.PackReader;

/// The demo against the limits of the shipped packs: an alarm in the demo is one of the script's.
class DemoAlarmsTest {
  private static final double YEAR_s = 365.25 * 86_400;
  private static final double START_s = 1_767_225_600;

  @Test
  void A01_no_profile_crosses_a_limit_on_its_own_in_a_year() throws IOException {
    List<Profile> profiles =
        PackReader.read(Path.of("../packs")).packs().stream()
            .flatMap(pack -> pack.profiles().stream())
            .filter(profile -> SignalShape.SHAPES.containsKey(profile.id()))
            .toList();
    assertThat(profiles).isNotEmpty();
    List<String> crossed = new ArrayList<>();
    for (Profile profile : profiles) {
      SignalShape shape = SignalShape.of(profile.id());
      for (double time_s = START_s; time_s < START_s + YEAR_s; time_s += 3 * 3_607) {
        Weather weather = Weather.at(140404, time_s);
        for (int point = 0; point < 5; point++) {
          double value = shape.value(weather, 1_000 + point, 77 + point / 2, time_s);
          for (AlarmDeclaration alarm : profile.alarms()) {
            if (crosses(alarm.condition(), value)) {
              crossed.add(profile.id() + " " + alarm.id() + " at " + value);
            }
          }
        }
      }
    }
    assertThat(crossed).isEmpty();
  }

  private static boolean crosses(Condition condition, double value) {
    return switch (condition) {
      case Condition.Limit limit ->
          switch (limit.level()) {
            case HIGH, HIGH_HIGH -> value > limit.limit();
            case LOW, LOW_LOW -> value < limit.limit();
          };
      case Condition.State state -> state.codes().contains((int) value);
      case Condition.Rate _,
          Condition.SetpointDeviation _,
          Condition.MeanDeviation _,
          Condition.Stale _ ->
          false;
    };
  }
}
