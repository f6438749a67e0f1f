package org.ronghe.sources.pack;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ronghe.engines.alarm.PackProof;
import org.ronghe.model.pack.AlarmDeclaration;
import org.ronghe.model.pack.Condition;
import org.ronghe.model.pack.Pack;
import org.ronghe.model.pack.Profile;
import org.ronghe.model.pack.Words;

/// The packs of this repository.
class PacksTest {
  static final Path PACKS = Path.of("..", "packs");
  private static final Path POINTS = Path.of("..", "counties", "shangdang", "points.csv");

  /// What the platform is built on: a county's points may name any of these.
  private static final Set<String> PROFILES =
      """
      tunnel.o2 tunnel.ch4 tunnel.h2s tunnel.temperature tunnel.humidity tunnel.water-level
      tunnel.smoke tunnel.intrusion tunnel.fan tunnel.pump tunnel.door tunnel.lighting
      water.pressure water.flow water.turbidity water.chlorine water.tank-level water.pump-state
      water.valve-position
      heat.supply-temperature heat.return-temperature heat.pressure heat.flow heat.energy
      heat.pump-state
      power.voltage power.current power.active-power power.switch-state power.cable-temperature
      power.transformer-temperature
      gas.pressure gas.flow gas.leak
      sewer.level sewer.flow sewer.h2s sewer.pump-state
      drainage.level drainage.rain drainage.pump-state drainage.underpass-level
      """
          .lines()
          .flatMap(line -> Stream.of(line.split(" ")))
          .collect(Collectors.toSet());

  private static PackFolder packs() throws IOException {
    return PackReader.read(PACKS);
  }

  private static Stream<Profile> profiles() throws IOException {
    return packs().packs().stream().flatMap(pack -> pack.profiles().stream());
  }

  @Test
  void a01_everyPackFitsTheSchema() throws IOException {
    assertThat(packs().notices()).extracting(PackNotice::english).isEmpty();
    assertThat(packs().packs())
        .extracting(Pack::domain)
        .containsExactly("drainage", "gas", "heat", "power", "sewer", "tunnel", "water");
  }

  @Test
  void a02_everyExampleGoesAsWritten() throws IOException {
    List<String> failures =
        packs().packs().stream()
            .flatMap(pack -> PackProof.failures(pack).stream())
            .map(PackProof.Failure::english)
            .toList();
    assertThat(failures).isEmpty();
  }

  @Test
  void a03_everyProfileThatPointsMayNameIsThere() throws IOException {
    assertThat(profiles().map(Profile::id)).containsExactlyInAnyOrderElementsOf(PROFILES);
  }

  @Test
  void b01_everyTextIsChineseInZhAndEnglishInEn() throws IOException {
    List<Words> texts =
        profiles()
            .flatMap(profile ->
                Stream.concat(
                    Stream.of(profile.name(), profile.source()),
                    profile.alarms().stream()
                        .flatMap(alarm ->
                            Stream.of(
                                alarm.name(),
                                alarm.cause(),
                                alarm.consequence(),
                                alarm.response()))))
            .toList();
    assertThat(texts).hasSizeGreaterThan(300);
    assertThat(texts).allSatisfy(text -> assertThat(text.zh()).matches("(?s).*(\\p{IsHan}|GB ).*"));
    assertThat(texts).allSatisfy(text -> assertThat(text.en()).doesNotMatch("(?s).*\\p{IsHan}.*"));
  }

  @Test
  void b02_everyPointCanFallSilent() throws IOException {
    assertThat(profiles())
        .allSatisfy(profile -> assertThat(profile.alarm("stale")).as(profile.id()).isPresent());
  }

  @Test
  void b03_limitsStandInTheirOrder() throws IOException {
    assertThat(profiles())
        .allSatisfy(profile -> {
          List<Double> upwards =
              Stream.of("low-low", "low", "high", "high-high")
                  .flatMap(kind -> limit(profile, kind))
                  .toList();
          assertThat(upwards).as(profile.id()).isSorted().doesNotHaveDuplicates();
        });
  }

  private static Stream<Double> limit(Profile profile, String kind) {
    return profile.alarms().stream()
        .map(AlarmDeclaration::condition)
        .filter(condition -> condition.kind().equals(kind))
        .map(Condition::limit);
  }

  @Test
  void c01_thePointsOfTheSampleCountyMeasureWhatTheirProfilesSay() throws IOException {
    PackFolder folder = packs();
    Set<String> strangers = new TreeSet<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(POINTS)) {
      for (NamedCsvRecord row : rows) {
        String name = row.getField("profile");
        String said =
            row.getField("quantity")
                + " "
                + row.getField("unit")
                + " "
                + row.getField("value_kind");
        String wanted =
            folder
                .profile(name)
                .map(profile ->
                    profile.quantity()
                        + " "
                        + profile.unit()
                        + " "
                        + profile.valueKind().name().toLowerCase(Locale.ROOT))
                .orElse("no such profile");
        if (!said.equals(wanted)) {
          strangers.add(name + ": " + said + ", the pack says " + wanted);
        }
      }
    }
    assertThat(strangers).isEmpty();
  }
}
