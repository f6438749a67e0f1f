package org.ronghe.counties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The committed package is exactly what the generator writes, on any machine. With
/// `-Dronghe.regenerate=true` it is written anew instead of compared.
class CommittedPackageTest {
  private static final Path COMMITTED = Path.of("shangdang");
  private static final List<String> WRITTEN_BY_HAND = List.of("README.md", "README.zh-CN.md");

  private static final CountyPackage MADE = CountyPackage.shangdang();

  @TempDir Path fresh;

  @Test
  void a01_every_committed_file_is_what_the_generator_writes() throws IOException {
    if (Boolean.getBoolean("ronghe.regenerate")) {
      MADE.write(COMMITTED);
    }
    MADE.write(fresh);
    assertThat(namesIn(COMMITTED)).isEqualTo(namesIn(fresh));
    for (String name : namesIn(fresh)) {
      assertThat(Files.mismatch(COMMITTED.resolve(name), fresh.resolve(name)))
          .as("first differing byte of %s; regenerate as README.md says", name)
          .isEqualTo(-1);
    }
  }

  @Test
  void a02_language_and_time_zone_of_the_machine_change_nothing() {
    Locale language = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.of("ar", "EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      assertThat(CountyPackage.shangdang().files()).isEqualTo(MADE.files());
    } finally {
      Locale.setDefault(language);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void a03_the_package_stays_small() throws IOException {
    long bytes = 0;
    for (String name : namesIn(COMMITTED)) {
      bytes += Files.size(COMMITTED.resolve(name));
    }
    assertThat(bytes).isLessThan(8_000_000);
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !WRITTEN_BY_HAND.contains(name))
          .sorted()
          .toList();
    }
  }
}
