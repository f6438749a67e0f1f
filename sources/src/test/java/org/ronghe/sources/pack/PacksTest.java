package org.ronghe.sources.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.ronghe.engines.alarm.PackProof;
import org.ronghe.model.pack.Pack;

/// The packs of this repository.
@DisplayNameGeneration(DisplayNameGenerator.Simple.class)
class PacksTest {
  static final Path PACKS = Path.of("..", "packs");

  @Test
  void a01_everyPackFitsTheSchema() throws IOException {
    PackFolder folder = PackReader.read(PACKS);
    assertThat(folder.notices()).extracting(PackNotice::english).isEmpty();
    assertThat(folder.packs()).extracting(Pack::domain).contains("tunnel");
  }

  @Test
  void a02_everyExampleGoesAsWritten() throws IOException {
    List<String> failures =
        PackReader.read(PACKS).packs().stream()
            .flatMap(pack -> PackProof.failures(pack).stream())
            .map(PackProof.Failure::english)
            .toList();
    assertThat(failures).isEmpty();
  }
}
