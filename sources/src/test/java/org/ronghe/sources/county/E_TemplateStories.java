package org.ronghe.sources.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.county.County;
import org.ronghe.sources.county.manifest.FileKind;

/// What `./ronghe new-county` writes.
class E_TemplateStories {
  @TempDir Path dir;

  @Test
  void E01_the_template_is_read_without_a_word() throws IOException {
    List<Path> written = CountyTemplate.write(dir.resolve("county"));

    PackageReading reading =
        CountyPackageReader.read(dir.resolve("county"), PackageProgress.SILENT);
    assertThat(reading.notices()).isEmpty();
    assertThat(written).hasSize(17).allMatch(Files::isRegularFile);
  }

  @Test
  void E02_it_has_a_row_of_every_kind() throws IOException {
    CountyTemplate.write(dir);

    PackageReading reading = CountyPackageReader.read(dir, PackageProgress.SILENT);
    assertThat(reading.files())
        .extracting(FileCount::kind)
        .containsExactlyInAnyOrderElementsOf(
            java.util.Arrays.stream(FileKind.values()).map(FileKind::code).toList());
    assertThat(reading.files()).allMatch(count -> count.good() > 0 && count.bad() == 0);
    County county = reading.county().orElseThrow();
    assertThat(county.limits())
        .singleElement()
        .satisfies(limit -> {
          assertThat(limit.point()).isEqualTo("W.N1.PRES");
          assertThat(limit.rule()).isEqualTo("water.pressure/high");
          assertThat(limit.limit()).isEqualTo(0.9);
          assertThat(limit.hysteresis()).as("as in the pack").isNull();
          assertThat(limit.provenance().synthetic()).isTrue();
        });
    assertThat(county.head().synthetic()).isTrue();
    assertThat(county.head().noticeEn()).contains("made up");
  }

  @Test
  void E03_excel_opens_its_tables_as_utf8() throws IOException {
    for (Path file : CountyTemplate.write(dir)) {
      if (file.toString().endsWith(".csv")) {
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).startsWith("\uFEFF");
      }
    }
  }

  @Test
  void E04_nothing_is_written_over() throws IOException {
    Files.writeString(dir.resolve("points.csv"), "mine");

    assertThatThrownBy(() -> CountyTemplate.write(dir))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(dir.resolve("points.csv")).hasContent("mine");
    assertThat(dir.resolve("county.yaml")).doesNotExist();
  }
}
