package org.ronghe.serve.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.seal.SealFonts;
import org.ronghe.serve.filing.Licences;
import org.ronghe.serve.filing.SealedHall;

/// From the decision to a PDF in the holder's hands that proves itself.
class LicencePdfsTest {
  @TempDir static Path data;
  private static EmbeddedPostgres postgres;
  private static SealedHall hall;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start(data.resolve("postgres"), data.resolve("postgres.log"));
    hall = new SealedHall(postgres, data);
  }

  @AfterAll
  static void close() {
    hall.close();
    postgres.close();
  }

  private static byte[] pdf(Licences.Licence licence) throws IOException {
    try (InputStream in = hall.get(LicencePdfs.class).pdf(licence)) {
      return in.readAllBytes();
    }
  }

  @Test
  void A01_an_issued_licence_becomes_one_signed_pdf() throws IOException {
    assumeThat(new SealFonts("").present()).as("Noto Sans CJK is installed").isTrue();
    Licences.Licence licence = hall.issued();
    hall.sendOutbox();
    assertThat(hall.count("serve.licence_pdf where number = '" + licence.number() + "'")).isOne();
    byte[] first = pdf(licence);
    assertThat(pdf(licence)).isEqualTo(first);
    try (var document = Loader.loadPDF(first)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("合成数据", licence.number(), licence.verifyCode(), "王安");
    }
    LicencePdfs.Checked checked = hall.get(LicencePdfs.class).check(first);
    assertThat(checked.signature()).isEqualTo("valid");
    assertThat(checked.licence()).isNotNull();
    assertThat(java.util.Objects.requireNonNull(checked.licence()).holder()).isEqualTo("王*");
    assertThat(checked.licence().status()).isEqualTo("valid");
    first[first.length / 2] ^= 1;
    assertThat(hall.get(LicencePdfs.class).check(first).signature()).isEqualTo("altered");
  }

  @Test
  void A02_on_disk_it_is_sealed() throws IOException {
    assumeThat(new SealFonts("").present()).as("Noto Sans CJK is installed").isTrue();
    pdf(hall.issued());
    try (Stream<Path> files = Files.walk(data.resolve("licences"))) {
      assertThat(files.filter(Files::isRegularFile).toList())
          .isNotEmpty()
          .allSatisfy(file ->
              assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                  .doesNotContain("%PDF"));
    }
  }

  @Test
  void A03_taken_back_it_says_so() {
    Licences.Licence licence = hall.issued();
    Licences licences = hall.get(Licences.class);
    assertThat(licences.verify(licence.verifyCode()).orElseThrow().status()).isEqualTo("valid");
    assertThat(licences.revoke(licence.number(), "误发")).isTrue();
    assertThat(licences.revoke(licence.number(), "误发")).isFalse();
    Licences.Verified verified = licences.verify(licence.verifyCode()).orElseThrow();
    assertThat(verified.status()).isEqualTo("revoked");
    assertThat(verified.valid()).isFalse();
  }

  @Test
  void A04_after_its_last_day_it_says_so() {
    Licences.Licence licence = hall.issued();
    hall.expires(licence.number(), "2026-03-03");
    assertThat(hall.get(Licences.class).verify(licence.verifyCode()).orElseThrow().status())
        .isEqualTo("expired");
    hall.expires(licence.number(), "2026-03-04");
    assertThat(hall.get(Licences.class).verify(licence.verifyCode()).orElseThrow().status())
        .isEqualTo("valid");
  }
}
