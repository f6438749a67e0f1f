package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.office.cipher.KeyRing;
import org.ronghe.office.cipher.SealedFiles;
import org.ronghe.server.work.KeyRotation;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The key changes under a county's data: with people at work, and with a kill -9 in the middle.
@TestMethodOrder(MethodOrderer.MethodName.class)
class KeyRotationTest {
  private static final int DRAFTS = 20_000;
  private static final int FILES = 40;
  private static final int FILE_BYTES = 200_000;
  @TempDir static Path data;
  @TempDir static Path logs;

  private static byte[] draft(int number) {
    return "{\"name\":\"李梅 %d\"}".formatted(number).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] scan(int number) {
    byte[] content = new byte[FILE_BYTES];
    new java.util.Random(number).nextBytes(content);
    return content;
  }

  @Test
  void A01_no_sealed_column_is_forgotten() {
    try (TestCounty county = TestCounty.start(data)) {
      List<String> columns =
          county
              .running
              .part(JdbcClient.class)
              .sql(
                  """
                  select table_schema || '.' || table_name || '.' || column_name
                  from information_schema.columns
                  where data_type = 'bytea' and column_name in ('sealed', 'secret', 'person')
                  """)
              .query((row, _) -> row.getString(1))
              .list();
      assertThat(columns).hasSizeGreaterThanOrEqualTo(6);
      assertThat(county.running.part(KeyRotation.class).kinds())
          .containsAll(columns)
          .contains("attachments", "licences");
    }
  }

  @Test
  void A02_people_work_on_while_the_key_changes() throws Exception {
    try (TestCounty county = TestCounty.start(data)) {
      Visitor mei = county.resident("mei");
      mei.get("/api/v1/session");
      AtomicBoolean enough = new AtomicBoolean();
      int[] saved = {0};
      Thread writer =
          Thread.ofVirtual()
              .start(() -> {
                while (!enough.get()) {
                  var answer =
                      mei.put(
                          "/api/v1/serve/drafts/w" + saved[0],
                          Map.of(
                              "subject",
                              "service/x",
                              "content",
                              Map.of("number", saved[0]),
                              "revision",
                              0));
                  if (answer.status() == 200) {
                    saved[0]++;
                  }
                }
              });
      waitUntil(() -> saved[0] > 20);
      Typed rotated = Typed.ronghe("keys", "rotate", "--data", data.toString(), "--json");
      waitUntil(() -> saved[0] > 40);
      enough.set(true);
      writer.join();
      assertThat(rotated.code()).as(rotated.err()).isZero();
      assertThat(rotated.json().path("number").asInt()).isEqualTo(1);
      assertThat(rotated.json().path("resealed").asInt()).isGreaterThan(20);
      for (int i = 0; i < saved[0]; i++) {
        var content = mei.get("/api/v1/serve/drafts/w" + i).json().path("content");
        assertThat(content.path("number").asInt()).isEqualTo(i);
      }
      Typed again = Typed.ronghe("keys", "rotate", "--data", data.toString());
      assertThat(again.code()).as(again.err()).isZero();
      assertThat(again.out()).containsAnyOf("密钥 2 已启用", "Key 2 is in use").contains("2\tAES\t");
      KeyRotation.Uses first = county.running.part(KeyRotation.class).keys().getFirst();
      assertThat(first.values()).as("under the old key").isZero();
      assertThat(first.inUse()).isFalse();
    }
  }

  @Test
  void B01_the_list_says_what_each_key_still_seals() throws IOException {
    try (TestCounty county = TestCounty.start(data)) {
      fill(county);
      Typed list = Typed.ronghe("keys", "list", "--data", data.toString());
      assertThat(list.code()).as(list.err()).isZero();
      assertThat(list.out().lines())
          .anySatisfy(line -> assertThat(line).matches("0\\tAES\\t\\d{4}-\\d\\d-\\d\\d\\t\\t0\\t"))
          .anySatisfy(line ->
              assertThat(line)
                  .startsWith("2\tAES\t")
                  .contains("\t*\t", "attachments " + FILES, "serve.draft.sealed 20"));
    }
  }

  /// Sealed with the key in use, straight into table and folder.
  private static void fill(TestCounty county) throws IOException {
    KeyRing ring = county.running.part(KeyRing.class);
    List<Object[]> rows =
        IntStream.range(0, DRAFTS)
            .mapToObj(i -> new Object[] {"d" + i, ring.seal(draft(i), "draft li/d" + i)})
            .toList();
    county
        .running
        .part(JdbcTemplate.class)
        .batchUpdate(
            """
            insert into serve.draft (owner, id, subject, sealed, revision, saved_at)
            values ('li', ?, 'service/x', ?, 1, now())
            """,
            rows);
    SealedFiles files = new SealedFiles(data.resolve("attachments"), ring);
    for (int i = 0; i < FILES; i++) {
      files.put(new ByteArrayInputStream(scan(i)));
    }
  }

  @Test
  void C01_killed_in_the_middle_it_goes_on_at_the_next_start_and_nothing_is_lost()
      throws Exception {
    Process rotation =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dronghe.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.ronghe.server.Ronghe",
                "keys",
                "rotate",
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(logs.resolve("killed.log").toFile())
            .start();
    try {
      waitUntil(() -> sealedBy(rotation, 3) > 400);
      rotation.destroyForcibly();
      assertThat(rotation.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      rotation.destroyForcibly();
    }
    try (TestCounty again = TestCounty.start(data)) {
      KeyRotation keys = again.running.part(KeyRotation.class);
      long atTheStart = keys.keys().get(2).values();
      assertThat(atTheStart).as("left by the kill").isPositive();
      waitUntil(() -> keys.keys().get(2).values() == 0);
      assertThat(keys.keys()).hasSize(4);
      assertThat(keys.keys().getLast().values()).isGreaterThan(DRAFTS + FILES);
      assertWhole(again);
    }
  }

  private static void assertWhole(TestCounty county) throws IOException {
    KeyRing ring = county.running.part(KeyRing.class);
    Map<String, byte[]> sealed = new java.util.HashMap<>();
    county
        .running
        .part(JdbcClient.class)
        .sql("select id, sealed from serve.draft where owner = 'li'")
        .query(row -> {
          sealed.put(row.getString(1), row.getBytes(2));
        });
    assertThat(sealed).hasSize(DRAFTS);
    for (int i = 0; i < DRAFTS; i++) {
      byte[] one = java.util.Objects.requireNonNull(sealed.get("d" + i));
      assertThat(ring.open(one, "draft li/d" + i)).isEqualTo(draft(i));
    }
    SealedFiles files = new SealedFiles(data.resolve("attachments"), ring);
    for (int i = 0; i < FILES; i++) {
      String name = files.put(new ByteArrayInputStream(scan(i)));
      try (InputStream content = files.open(name)) {
        assertThat(content.readAllBytes()).isEqualTo(scan(i));
      }
    }
  }

  /// How many values this key seals, as the process itself says; 0 while it does not answer.
  private static long sealedBy(Process process, int key) {
    assertThat(process.isAlive()).as("ended before the kill").isTrue();
    return answer(process).map(keys -> keys.path(key).path("values").asLong()).orElse(0L);
  }

  private static Optional<JsonNode> answer(Process process) {
    try {
      JsonNode ports = Visitor.JSON.readTree(Files.readString(data.resolve("run/ports.json")));
      if (ports.path("pid").asLong() != process.pid()) {
        return Optional.empty();
      }
      Visitor local =
          new Visitor(URI.create("http://127.0.0.1:" + ports.path("http").asInt() + "/"))
              .withLocalToken(Files.readString(data.resolve("run/local-token")));
      return Optional.of(local.get("/api/v1/local/keys").json());
    } catch (IOException | UncheckedIOException | JacksonException _) {
      return Optional.empty();
    }
  }

  private static void waitUntil(BooleanSupplier done) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("takes too long").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
