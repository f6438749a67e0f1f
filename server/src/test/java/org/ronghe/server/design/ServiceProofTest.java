package org.ronghe.server.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ronghe.model.pack.Words;
import org.ronghe.sources.calendar.CalendarReader;
import org.ronghe.sources.service.CatalogueReader;

class ServiceProofTest {
  @Test
  void A01_every_shipped_service_proves_its_examples() throws IOException {
    var proof =
        new ServiceProof(
            CatalogueReader.read(Path.of("../packs/services")).catalogue(),
            CalendarReader.read(Path.of("../packs/calendar")).calendar());
    assertThat(proof.failures()).extracting(Words::en).isEmpty();
    assertThat(proof.examples()).isPositive();
  }
}
