package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.server.Typed.ronghe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.server.cli.Commands;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Data that cannot be trusted or understood is left alone: a damaged backup, one of a newer
/// version, a database that a newer version migrated.
@TestMethodOrder(MethodOrderer.MethodName.class)
class NewerDataTest {
  @TempDir static Path folder;
  private static Path data;
  private static Path backup;

  /// What a copy of the backup is to hold instead; null leaves the entry out.
  private interface Change {
    byte @org.jspecify.annotations.Nullable [] of(String name, byte[] content);
  }

  @BeforeAll
  static void backUp() {
    System.setProperty("ronghe.home", Path.of("..").toAbsolutePath().normalize().toString());
    data = folder.resolve("data");
    backup = folder.resolve("backup.zip");
    Path template = folder.resolve("template");
    assertThat(ronghe("new-county", template.toString()).code()).isZero();
    try (TestCounty _ = TestCounty.start(data, template)) {
      Typed said = ronghe("backup", backup.toString(), "--data", data.toString());
      assertThat(said.code()).as(said.err()).isZero();
      Typed twice = ronghe("backup", backup.toString(), "--data", data.toString());
      assertThat(twice.code()).isEqualTo(Commands.REFUSED);
      assertThat(twice.err()).contains("already there");
    }
  }

  private static Path changed(String name, Change change) throws IOException {
    Path copy = folder.resolve(name);
    try (ZipFile from = new ZipFile(backup.toFile());
        OutputStream file = Files.newOutputStream(copy);
        ZipOutputStream to = new ZipOutputStream(file)) {
      for (ZipEntry entry : from.stream().map(ZipEntry.class::cast).toList()) {
        try (InputStream in = from.getInputStream(entry)) {
          byte[] content = change.of(entry.getName(), in.readAllBytes());
          if (content != null) {
            to.putNextEntry(new ZipEntry(entry.getName()));
            to.write(content);
            to.closeEntry();
          }
        }
      }
    }
    return copy;
  }

  private static void refused(Path file, String why) {
    Path target = folder.resolve("restored-" + file.getFileName());
    Typed said = ronghe("restore", file.toString(), "--data", target.toString());
    assertThat(said.code()).as(said.out() + said.err()).isEqualTo(Commands.REFUSED);
    assertThat(said.err()).contains(why).doesNotContain("Exception");
    assertThat(target).doesNotExist();
    assertThat(target.resolveSibling(target.getFileName() + ".restoring")).doesNotExist();
  }

  @Test
  void A01_a_backup_cut_short_is_refused() throws IOException {
    Path cut = folder.resolve("cut.zip");
    byte[] whole = Files.readAllBytes(backup);
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    refused(cut, "cannot be used");
    refused(folder.resolve("never-made.zip"), "There is no backup");
  }

  @Test
  void A02_one_changed_byte_is_found_and_nothing_is_left_behind() throws IOException {
    Path touched =
        changed(
            "touched.zip",
            (name, content) -> {
              if (name.equals("postgres/cluster/PG_VERSION")) {
                content[0]++;
              }
              return content;
            });
    refused(touched, "PG_VERSION is not as it was written");
  }

  @Test
  void A03_a_missing_file_is_found() throws IOException {
    refused(
        changed("gap.zip", (name, content) -> name.equals("VERSION") ? null : content),
        "cannot be used");
    refused(
        changed("no-manifest.zip", (name, content) -> name.endsWith(".json") ? null : content),
        "no manifest.json");
  }

  @Test
  void A04_a_backup_of_a_newer_version_is_refused() throws IOException {
    Path newer =
        changed(
            "newer.zip",
            (name, content) ->
                name.equals("manifest.json")
                    ? new String(content, StandardCharsets.UTF_8)
                        .replace("\"format\":1", "\"format\":2")
                        .getBytes(StandardCharsets.UTF_8)
                    : content);
    refused(newer, "written by a newer Ronghe (format 2)");
  }

  @Test
  void B01_a_restore_overwrites_nothing() {
    Typed said = ronghe("restore", backup.toString(), "--data", data.toString());
    assertThat(said.code()).isEqualTo(Commands.REFUSED);
    assertThat(said.err()).contains("is not empty");
  }

  @Test
  void C01_a_database_of_a_newer_version_is_refused_by_start_and_by_commands() {
    Path newer = folder.resolve("newer");
    assertThat(ronghe("restore", backup.toString(), "--data", newer.toString()).code()).isZero();
    try (TestCounty county = TestCounty.start(newer)) {
      county
          .running
          .part(JdbcClient.class)
          .sql(
              """
              insert into flyway_schema_history
                (installed_rank, version, description, type, script, installed_by,
                 execution_time, success)
              values (9000, '9000', 'of tomorrow', 'SQL', 'V9000__of_tomorrow.sql', 'test', 1, true)
              """)
          .update();
    }
    for (String[] command :
        new String[][] {{"start", "--port", "0", "--mqtt-port", "0"}, {"device", "list"}}) {
      Typed said = ronghe(with(command, newer));
      assertThat(said.code()).as(said.err()).isEqualTo(Commands.REFUSED);
      assertThat(said.err())
          .contains("written by a newer Ronghe (database migration 9000)")
          .doesNotContain("Exception");
    }
  }

  @Test
  void C02_a_folder_of_a_newer_version_is_refused_by_all() throws IOException {
    Path newer = Files.createDirectory(folder.resolve("format-2"));
    Files.writeString(newer.resolve("VERSION"), "2\n");
    for (String[] command :
        new String[][] {
          {"start", "--port", "0", "--mqtt-port", "0"},
          {"device", "list"},
          {"backup", folder.resolve("format-2.zip").toString()}
        }) {
      Typed said = ronghe(with(command, newer));
      assertThat(said.code()).as(said.err()).isEqualTo(Commands.REFUSED);
      assertThat(said.err()).contains("written by a newer Ronghe (format 2)");
    }
    Typed doctor = ronghe(with(new String[] {"doctor"}, newer));
    assertThat(doctor.code()).isEqualTo(Commands.FOUND_WRONG);
    assertThat(newer).isDirectoryNotContaining(file -> !file.endsWith("VERSION"));
  }

  private static String[] with(String[] command, Path on) {
    String[] all = java.util.Arrays.copyOf(command, command.length + 2);
    all[command.length] = "--data";
    all[command.length + 1] = on.toString();
    return all;
  }
}
