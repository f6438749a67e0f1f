package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.office.problem.Refusal;
import org.ronghe.office.register.CountyRegister;
import org.ronghe.server.boot.RunningCounty;
import org.ronghe.server.boot.Settings;
import org.ronghe.sources.county.CountyTemplate;

/// `./ronghe start --county OTHER` on a data folder that holds the work of years.
class AnotherCountyTest {
  private static final Path SAMPLE = Path.of("../counties/shangdang").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void a01_another_county_is_not_put_in_the_place_of_a_real_one_unless_asked() throws IOException {
    Path data = folder.resolve("data");
    Settings real = TestCounty.settings(data, realCounty());
    Settings other = TestCounty.settings(data, SAMPLE);
    RunningCounty.start(real).close();

    assertThatThrownBy(() -> RunningCounty.start(other).close())
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.why().code()).isEqualTo(Settings.ANOTHER_COUNTY);
              assertThat(refusal.why().en()).contains("990101", "140404");
              assertThat(refusal.why().maybeEn()).contains("--replace");
            });
    assertThat(codeOf(TestCounty.settings(data, null))).isEqualTo("990101");
    assertThat(codeOf(other.replacing())).isEqualTo("140404");
  }

  private static String codeOf(Settings settings) {
    try (RunningCounty running = RunningCounty.start(settings)) {
      return running.part(CountyRegister.class).county().orElseThrow().head().code();
    }
  }

  /// The template, as if its rows had been surveyed.
  private Path realCounty() throws IOException {
    Path county = folder.resolve("county");
    CountyTemplate.write(county);
    Path yaml = county.resolve("county.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("synthetic: true", "synthetic: false"));
    return county;
  }
}
