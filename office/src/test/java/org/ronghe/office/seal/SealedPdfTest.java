package org.ronghe.office.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronghe.office.problem.Problem;

/// A sealed PDF is believed by others' programs, and not after any change.
class SealedPdfTest {
  private static final String RARE = "李𬱖 㐂 融合";
  @TempDir Path folder;

  private SealKeys keys(SealAlgorithm algorithm) {
    return new SealKeys(folder.resolve("seal"), algorithm, "示例县 Seal", Clock.systemUTC());
  }

  private static byte[] page() throws IOException {
    SealFonts fonts = new SealFonts("");
    if (fonts.present()) {
      Sheet sheet = new Sheet(fonts);
      sheet.text(60, 700, 20, "出生医学证明 " + RARE);
      sheet.qr(60, 500, 90, QrCode.of("0123456789ABCDEF0123"));
      return sheet.pdf("出生医学证明", "示例县");
    }
    System.out.println("no Noto Sans CJK here: pages of these tests are empty");
    try (PDDocument empty = new PDDocument();
        var out = new java.io.ByteArrayOutputStream()) {
      empty.addPage(new org.apache.pdfbox.pdmodel.PDPage());
      empty.save(out);
      return out.toByteArray();
    }
  }

  private byte[] sealed(SealAlgorithm algorithm) throws IOException {
    return new CountySeal(keys(algorithm), Clock.systemUTC()).sign(page(), "示例县", "issued");
  }

  private SealCheck.Outcome check(byte[] pdf) {
    return new SealCheck(keys(SealAlgorithm.ECDSA)).check(pdf).outcome();
  }

  @ParameterizedTest
  @EnumSource
  void A01_sealed_is_valid_and_keys_are_private(SealAlgorithm algorithm) throws IOException {
    byte[] pdf = sealed(algorithm);
    assertThat(check(pdf)).isEqualTo(SealCheck.Outcome.VALID);
    try (Stream<Path> files = Files.list(folder.resolve("seal"))) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(file ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo("rw-------"));
    }
  }

  @Test
  void A02_text_can_be_found_and_copied_rare_characters_too() throws IOException {
    assumeThat(new SealFonts("").present()).as("Noto Sans CJK is installed").isTrue();
    try (PDDocument document = Loader.loadPDF(sealed(SealAlgorithm.ECDSA))) {
      assertThat(new PDFTextStripper().getText(document)).contains("出生医学证明", RARE);
    }
  }

  @Test
  void A03_a_new_key_leaves_what_the_old_one_signed_valid() throws IOException {
    byte[] before = sealed(SealAlgorithm.ECDSA);
    keys(SealAlgorithm.ECDSA).rotate();
    byte[] after = sealed(SealAlgorithm.ECDSA);
    byte[] other = sealed(SealAlgorithm.SM2);
    assertThat(keys(SealAlgorithm.ECDSA).certificates()).hasSize(3);
    assertThat(Stream.of(before, after, other).map(this::check))
        .containsOnly(SealCheck.Outcome.VALID);
  }

  @ParameterizedTest
  @EnumSource
  void B01_any_changed_byte_is_found(SealAlgorithm algorithm) throws IOException {
    byte[] pdf = sealed(algorithm);
    Random random = new Random(7);
    for (int i = 0; i < 40; i++) {
      byte[] changed = pdf.clone();
      int at = random.nextInt(pdf.length);
      changed[at] ^= (byte) (1 << random.nextInt(8));
      assertThat(check(changed))
          .as("byte %d of %d, after %s", at, pdf.length, around(changed, at))
          .isNotEqualTo(SealCheck.Outcome.VALID);
    }
  }

  private static String around(byte[] pdf, int at) {
    return new String(pdf, Math.max(0, at - 60), Math.min(60, at), StandardCharsets.ISO_8859_1);
  }

  @Test
  void B02_more_at_the_end_less_or_none_is_not_valid() throws IOException {
    byte[] pdf = sealed(SealAlgorithm.ECDSA);
    assertThat(check(Arrays.copyOf(pdf, pdf.length + 1))).isEqualTo(SealCheck.Outcome.ALTERED);
    assertThat(check(Arrays.copyOf(pdf, pdf.length / 2))).isNotEqualTo(SealCheck.Outcome.VALID);
    assertThat(check(page())).isEqualTo(SealCheck.Outcome.UNSIGNED);
    assertThat(check("hello".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(SealCheck.Outcome.NOT_PDF);
    assertThat(check(new byte[0])).isEqualTo(SealCheck.Outcome.NOT_PDF);
    byte[] twice =
        new CountySeal(keys(SealAlgorithm.ECDSA), Clock.systemUTC()).sign(pdf, "x", "again");
    assertThat(check(twice)).isEqualTo(SealCheck.Outcome.ALTERED);
  }

  @Test
  void B03_a_strangers_seal_is_unknown(@TempDir Path stranger) throws IOException {
    SealKeys others = new SealKeys(stranger, SealAlgorithm.SM2, "别处", Clock.systemUTC());
    byte[] pdf = new CountySeal(others, Clock.systemUTC()).sign(page(), "别处", "issued");
    sealed(SealAlgorithm.ECDSA);
    assertThat(check(pdf)).isEqualTo(SealCheck.Outcome.UNKNOWN_SIGNER);
  }

  @Test
  void B04_without_a_font_the_words_say_what_to_install() {
    SealFonts none = new SealFonts("/nowhere/font.ttf");
    assertThat(none.present()).isFalse();
    org.assertj.core.api.Assertions.assertThatThrownBy(none::face)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.member("nextEn")).contains("fonts-noto-cjk"));
  }

  @ParameterizedTest
  @EnumSource(names = "SM2", mode = EnumSource.Mode.EXCLUDE)
  void C01_openssl_verifies_the_signature(SealAlgorithm algorithm) throws Exception {
    assumeThat(Path.of("/usr/bin/openssl")).as("openssl is installed").exists();
    byte[] pdf = sealed(algorithm);
    Path content = folder.resolve("content");
    Path cms = folder.resolve("cms.der");
    Path certificate = folder.resolve("c.pem");
    Files.write(content, signed(pdf));
    Files.write(cms, signature(pdf));
    Files.writeString(certificate, SealKeys.pem(keys(algorithm).certificate()));
    String[] verify = {
      "openssl",
      "cms",
      "-verify",
      "-binary",
      "-inform",
      "DER",
      "-in",
      cms.toString(),
      "-content",
      content.toString(),
      "-CAfile",
      certificate.toString(),
      "-purpose",
      "any",
      "-out",
      folder.resolve("out").toString()
    };
    assertThat(run(verify)).contains("Verification successful");
    Files.write(content, Arrays.copyOf(signed(pdf), 100));
    assertThat(run(verify)).containsIgnoringCase("verification failure");
  }

  /// The signed attributes are what SM2 signs; openssl reads no SM2 in CMS, so it is given them.
  @Test
  void C02_openssl_verifies_sm2_with_sm3() throws Exception {
    assumeThat(Path.of("/usr/bin/openssl")).as("openssl is installed").exists();
    byte[] pdf = sealed(SealAlgorithm.SM2);
    var signer = new CMSSignedData(signature(pdf)).getSignerInfos().iterator().next();
    Path attributes = folder.resolve("attributes.der");
    Path signature = folder.resolve("signature.der");
    Path key = folder.resolve("public.pem");
    Files.write(attributes, signer.getEncodedSignedAttributes());
    Files.write(signature, signer.getSignature());
    Files.writeString(key, SealKeys.pem(keys(SealAlgorithm.SM2).certificate().getPublicKey()));
    String[] verify = {
      "openssl",
      "pkeyutl",
      "-verify",
      "-rawin",
      "-digest",
      "sm3",
      "-pubin",
      "-inkey",
      key.toString(),
      "-in",
      attributes.toString(),
      "-sigfile",
      signature.toString(),
      "-pkeyopt",
      "distid:1234567812345678"
    };
    assertThat(run(verify)).contains("Signature Verified Successfully");
    byte[] changed = signer.getEncodedSignedAttributes();
    changed[changed.length - 1] ^= 1;
    Files.write(attributes, changed);
    assertThat(run(verify)).contains("Failure");
  }

  @Test
  void C03_poppler_finds_it_valid_and_whole() throws Exception {
    assumeThat(Path.of("/usr/bin/pdfsig")).as("pdfsig is installed").exists();
    Path file = Files.write(folder.resolve("x.pdf"), sealed(SealAlgorithm.ECDSA));
    String said = run("pdfsig", file.toString());
    assertThat(said).contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached");
  }

  private static byte[] signed(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getLastSignatureDictionary().getSignedContent(pdf);
    }
  }

  private static byte[] signature(byte[] pdf) throws IOException, CMSException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      byte[] padded = document.getLastSignatureDictionary().getContents(pdf);
      return new CMSSignedData(padded).getEncoded();
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  @Test
  void D01_a_qr_code_reads_back() throws Exception {
    QrCode code = QrCode.of("https://example.cn/verify/0123456789ABCDEF0123");
    var bits = new com.google.zxing.common.BitMatrix(code.side());
    for (int row = 0; row < code.side(); row++) {
      for (int column = 0; column < code.side(); column++) {
        if (code.isDark(row, column)) {
          bits.set(column, row);
        }
      }
    }
    assertThat(new com.google.zxing.qrcode.decoder.Decoder().decode(bits).getText())
        .isEqualTo("https://example.cn/verify/0123456789ABCDEF0123");
    assertThat(code.svg("a \"code\" <b>")).contains("a &quot;code&quot; &lt;b>");
  }
}
