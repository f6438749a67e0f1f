package org.ronghe.sources.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.ronghe.engines.alarm.PackProof;
import org.ronghe.model.pack.Condition;
import org.ronghe.model.pack.Pack;
import org.ronghe.model.pack.Profile;

/// A sound pack is read as written; each way to break it is noticed, at its place, in both
/// languages.
class BrokenPacksTest {
  private static final String SOUND =
      """
      format: ronghe-pack/1
      domain: tunnel
      version: "1"
      name: {zh: 管廊, en: Tunnels}
      profiles:
        tunnel.temperature:
          quantity: temperature
          unit: °C
          valueKind: number
          name: {zh: 温度, en: Temperature}
          source: {zh: 示例, en: example}
          alarms:
            - id: high
              kind: high
              limit: 40
              hysteresis: 2
              onDelay_s: 10
              priority: 3
              name: {zh: 温度高, en: Hot}
              cause: {zh: 通风差, en: Little air}
              consequence: {zh: 老化, en: Ageing}
              response: {zh: 开风机, en: Start fans}
              clause: 示例
              examples:
                - ["0 | 41", "10 | 41 | raised", "20 | 38 | returned"]
        tunnel.fan:
          quantity: fan-state
          unit: ""
          valueKind: state
          states: [{zh: 停, en: stopped}, {zh: 故障, en: fault}]
          name: {zh: 风机, en: Fan}
          source: {zh: 示例, en: example}
          alarms: []
      """;

  @TempDir Path folder;

  private PackFolder read(String pack) throws IOException {
    Files.copy(PacksTest.PACKS.resolve("pack.schema.json"), folder.resolve("pack.schema.json"));
    Files.writeString(Files.createDirectories(folder.resolve("tunnel")).resolve("pack.yaml"), pack);
    return PackReader.read(folder);
  }

  @Test
  void a01_aSoundPackIsReadAsWritten() throws IOException {
    PackFolder read = read(SOUND);

    assertThat(read.notices()).isEmpty();
    Profile profile = read.profile("tunnel.temperature").orElseThrow();
    assertThat(profile.unit()).isEqualTo("°C");
    assertThat(profile.alarms()).hasSize(1);
    assertThat(profile.ruleId(profile.alarms().getFirst())).isEqualTo("tunnel.temperature/high");
    assertThat(profile.alarms().getFirst().condition())
        .isEqualTo(new Condition.Limit(Condition.Level.HIGH, 40, 2));
    assertThat(profile.alarms().getFirst().response().zh()).isEqualTo("开风机");
    assertThat(PackProof.failures(read.packs().getFirst())).isEmpty();
  }

  @Test
  void a02_anExampleThatIsNotTrueIsToldWithWhatHappened() throws IOException {
    Pack pack =
        read(SOUND.replace("\"10 | 41 | raised\"", "\"5 | 41 | raised\"")).packs().getFirst();

    assertThat(PackProof.failures(pack))
        .extracting(PackProof.Failure::english)
        .containsExactly(
            "tunnel.temperature/high, example 1: at \"5 | 41 | raised\" the engine answered"
                + " \"nothing\".");
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "broken-packs.csv", numLinesToSkip = 1)
  void b_eachWayToBreakItIsNoticed(
      String story, String find, String replace, String code, String path, String words)
      throws IOException {
    assertThat(SOUND).as(story).contains(find);

    PackFolder read = read(SOUND.replace(find, replace == null ? "" : replace));

    assertThat(read.packs()).as(story).isEmpty();
    List<PackNotice> notices = read.notices();
    assertThat(notices)
        .as(story)
        .anySatisfy(notice -> {
          assertThat(notice.code()).isEqualTo(code);
          assertThat(notice.path()).isEqualTo(path);
          assertThat(notice.english()).startsWith("tunnel/pack.yaml ").contains(words);
          assertThat(notice.chinese()).matches("(?s).*\\p{IsHan}.*");
        });
  }

  @Test
  void c01_aFolderOfOtherThingsIsPassedOverButAMisnamedPackIsNot() throws IOException {
    Files.createDirectories(folder.resolve("replay"));
    Files.writeString(Files.createDirectories(folder.resolve("steam")).resolve("pack.yml"), SOUND);

    assertThat(read(SOUND).notices())
        .extracting(PackNotice::english)
        .containsExactly("steam/pack.yml /: The file must be called pack.yaml.");
  }
}
