package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.serve.filing.Attachments;
import org.ronghe.serve.filing.Supervision;
import org.ronghe.server.backup.Backup;
import org.ronghe.server.backup.Restore;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What residents uploaded and were given, backed up while they go on uploading, and brought back.
@TestMethodOrder(MethodOrderer.MethodName.class)
class BackupStoriesTest {
  private static final String SERVE = "/api/v1/serve/";
  @TempDir static Path folder;
  private static TestCounty county;
  private static Visitor mei;
  private static String number;
  private static String licence;
  private static byte[] paper;

  /// Acknowledged uploads, by hash.
  private static final List<String> UPLOADED = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void open() {
    county = TestCounty.start(folder.resolve("data"));
    Visitor admin = county.firstAdministrator();
    mei = county.resident("mei");
    mei.get("/api/v1/session");
    for (int i = 0; i < 5; i++) {
      upload(i);
    }
    number = filed();
    Visitor clerk = county.desk(admin, "clerk1", "CLERK", "health");
    Visitor reviewer = county.desk(admin, "reviewer1", "REVIEWER", "health");
    clerk.post(SERVE + "cases/" + number + "/accept", Map.of());
    reviewer.post(SERVE + "cases/" + number + "/approve", Map.of());
    clerk.post(SERVE + "cases/" + number + "/issue", Map.of());
    licence = mei.get(SERVE + "licences").json().path(0).path("number").asString();
    var pdf = mei.download(SERVE + "licences/" + licence + "/pdf");
    assertThat(pdf.statusCode()).isEqualTo(200);
    paper = pdf.body();
  }

  @AfterAll
  static void stop() {
    county.close();
  }

  private static void upload(int seed) {
    byte[] png = HostileFilings.png(new SplittableRandom(seed), 20_000 + seed);
    var stored =
        mei.sendBytes("POST", SERVE + "attachments?name=photo" + seed + ".png", Map.of(), png);
    assertThat(stored.status()).as(stored.body()).isEqualTo(201);
    assertThat(stored.json().path("sha256").asString()).isEqualTo(sha256(png));
    UPLOADED.add(sha256(png));
  }

  private static String filed() {
    String filing =
        """
        {"service": "birth-certificate",
         "materials": {"id-card-mother": {"attachment": "%s"}},
         "answers": {
          "child": {"name": "王安", "sex": "female", "birthDate": "2026-11-20",
            "birthPlace": "上党区人民医院"},
          "birth": {"institution": "上党区人民医院"},
          "mother": {"name": "李梅", "idNumber": "14041119950505004X"},
          "father": {"name": "王强", "idNumber": "140411199303030032"},
          "applicant": {"phone": "13800000001"}}}
        """
            .formatted(UPLOADED.getFirst());
    var receipt =
        mei.sendBytes(
            "POST",
            SERVE + "cases",
            Map.of("Content-Type", "application/json", "Idempotency-Key", "with-a-photo"),
            filing.getBytes(StandardCharsets.UTF_8));
    assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
    return receipt.json().path("number").asString();
  }

  @Test
  void A01_all_files_come_back_from_a_backup_made_while_more_pour_in() throws Exception {
    List<String> before = List.copyOf(UPLOADED);
    AtomicBoolean enough = new AtomicBoolean();
    Thread pouring =
        Thread.ofPlatform()
            .start(() -> {
              for (int seed = 100; !enough.get(); seed++) {
                upload(seed);
              }
            });
    Path file = folder.resolve("backup.zip");
    county.running.part(Backup.class).write(file, "test");
    enough.set(true);
    pouring.join();
    assertThat(UPLOADED).as("uploads went on meanwhile").hasSizeGreaterThan(before.size());
    Path restored = folder.resolve("restored");
    Restore.into(file, restored);
    try (TestCounty again = TestCounty.start(restored)) {
      Visitor back = again.visitor();
      back.signIn("mei", TestCounty.OWN_PASSWORD);
      for (String sha256 : before) {
        assertThat(sha256(back.download(SERVE + "attachments/" + sha256).body())).isEqualTo(sha256);
      }
      String ofCase = SERVE + "cases/" + number + "/attachments/" + before.getFirst();
      assertThat(sha256(back.download(ofCase).body())).isEqualTo(before.getFirst());
      assertThat(back.download(SERVE + "licences/" + licence + "/pdf").body()).isEqualTo(paper);
      assertThat(again.running.part(Supervision.class).broken(List.of(number))).isEmpty();
      assertEveryRowHasItsFile(again);
    }
  }

  /// Also of what came while the backup was made.
  private static void assertEveryRowHasItsFile(TestCounty again) throws IOException {
    List<String> named =
        again
            .running
            .part(JdbcClient.class)
            .sql("select sha256 from serve.attachment_owner where owner = 'mei'")
            .query((row, _) -> row.getString(1))
            .list();
    assertThat(named).hasSizeGreaterThanOrEqualTo(5);
    Attachments attachments = again.running.part(Attachments.class);
    for (String sha256 : named) {
      try (var content = attachments.ofOwner("mei", sha256).orElseThrow().open()) {
        assertThat(sha256(content.readAllBytes())).isEqualTo(sha256);
      }
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
