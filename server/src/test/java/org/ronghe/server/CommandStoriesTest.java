package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.ronghe.server.Typed.ronghe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.server.cli.Commands;
import tools.jackson.databind.JsonNode;

/// The commands as a new user types them: A before any county runs, B and C beside a running one, D
/// after it was stopped and started again.
@TestMethodOrder(MethodOrderer.MethodName.class)
class CommandStoriesTest {
  private static final String MAPPING =
      """
      format: ronghe-replay/1
      id: small
      name: {zh: 小, en: small}
      utility: heat
      owner: {kind: facility, id: F1, lon: 113, lat: 36}
      provenance: {source: made by hand, vintage: "2026", licence: CC0-1.0}
      interval_s: 60
      encoding: UTF-8
      separator: ";"
      decimal: ","
      time: {columns: [time], pattern: "dd.MM.uuuu HH:mm", zone: "+08:00"}
      columns:
        - {column: time, skip: the time}
        - {column: t, point: LOG.T, name: 温度, quantity: temperature, unit: ℃, range: [-20, 99]}
        - {column: s, point: LOG.S, name: 状态, quantity: state, value-kind: state, states: [关, 开]}
      """;
  private static final String LOG =
      """
      time;t;s
      01.02.2018 12:00;20,5;1
      01.02.2018 12:01;120;0
      01.02.2018 12:02;broken;1
      not a row
      """;

  @TempDir static Path folder;
  private static Path data;
  private static Path template;
  private static TestCounty county;
  private static Visitor device;

  @BeforeAll
  static void start() throws IOException {
    System.setProperty("ronghe.home", Path.of("..").toAbsolutePath().normalize().toString());
    data = folder.resolve("data");
    template = folder.resolve("template");
    assertThat(ronghe("new-county", template.toString()).code()).isZero();
    county = TestCounty.start(data, template);
    JsonNode made = onData("device", "add", "logger", "--points", "LOG.*,RP.*", "--json").json();
    device =
        county.visitor().withBasic(made.path("user").asString(), made.path("password").asString());
    Files.writeString(folder.resolve("small.yaml"), MAPPING);
    Files.writeString(folder.resolve("small.csv"), LOG);
  }

  @AfterAll
  static void stop() {
    county.close();
    System.clearProperty("ronghe.home");
  }

  private static Typed onData(String... arguments) {
    return onData(data, arguments);
  }

  private static Typed onData(Path on, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", on.toString()));
    return ronghe(all.toArray(String[]::new));
  }

  private static Path copyOfTemplate(String name) throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name));
    try (Stream<Path> files = Files.list(template)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static Path broken(String name) throws IOException {
    Path broken = copyOfTemplate(name);
    Files.writeString(
        broken.resolve("places.csv"),
        "PL3,南河村,,village,990101100200,east,36.0712\n",
        StandardOpenOption.APPEND);
    return broken;
  }

  @Test
  void A01_a_template_is_written_once_and_verifies() {
    Typed again = ronghe("new-county", template.toString());
    assertThat(again.code()).isEqualTo(Commands.REFUSED);
    assertThat(again.err()).contains("county.yaml", "nothing was written");
    Typed verified = ronghe("verify", template.toString());
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(verified.out()).contains("0 errors");
  }

  @Test
  void A02_what_is_shipped_verifies() {
    Typed verified = ronghe("verify", "--json");
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(verified.json().valueStream().map(one -> one.path("folder").asString()))
        .anyMatch(name -> name.endsWith("packs"))
        .anyMatch(name -> name.endsWith("shangdang"));
  }

  @Test
  void A03_a_broken_package_is_named_by_file_row_field_and_value() throws IOException {
    Path broken = broken("broken-to-verify");
    Typed verified = ronghe("verify", broken.toString());
    assertThat(verified.code()).isEqualTo(Commands.FOUND_WRONG);
    assertThat(verified.out()).contains("places.csv:4 lon “east”", "1 errors");
    JsonNode asJson = ronghe("verify", broken.toString(), "--json").json();
    assertThat(asJson.get(0).path("wrong").get(0).asString()).contains("places.csv:4");
  }

  @Test
  void A04_a_folder_that_is_nothing_of_ours_is_refused() {
    Typed missing = ronghe("verify", folder.resolve("nowhere").toString());
    assertThat(missing.code()).isEqualTo(Commands.REFUSED);
    assertThat(missing.err()).contains("is not there").doesNotContain("Exception");
  }

  @Test
  void A05_a_typo_in_data_makes_no_county() {
    Path typo = folder.resolve("dtaa");
    for (String[] command :
        new String[][] {
          {"device", "list"},
          {"device", "remove", "x"},
          {"user", "list"},
          {"user", "reset-password", "admin"},
          {"backup", folder.resolve("typo.zip").toString()}
        }) {
      Typed said = onData(typo, command);
      assertThat(said.code()).as(said.out()).isEqualTo(Commands.REFUSED);
      assertThat(said.err()).contains("is no data folder");
    }
    assertThat(typo).doesNotExist();
  }

  @Test
  void A06_doctor_looks_and_changes_nothing() {
    Path none = folder.resolve("none-yet");
    JsonNode findings = onData(none, "doctor", "--json").json();
    assertThat(findings.valueStream().map(one -> one.path("what").asString()))
        .containsExactly("java", "memory", "disk", "data", "account", "font");
    assertThat(none).doesNotExist();
    assertThat(onData("doctor").out()).contains("running");
  }

  @Test
  void B01_importing_twice_changes_nothing() {
    for (int i = 0; i < 2; i++) {
      Typed said = onData("import", template.toString());
      assertThat(said.code()).as(said.err()).isZero();
      assertThat(said.out()).contains("points.csv: 4 rows, 4 good, 0 bad", "nothing changed");
    }
  }

  @Test
  void B02_bad_rows_hold_an_import_back_unless_the_good_ones_are_wanted() throws IOException {
    Path broken = broken("broken-to-import");
    Files.writeString(
        broken.resolve("places.csv"),
        "PL4,西沟村,,village,990101100200,113.07,36.08\n",
        StandardOpenOption.APPEND);
    Typed held = onData("import", broken.toString());
    assertThat(held.code()).isEqualTo(Commands.FOUND_WRONG);
    assertThat(held.out()).contains("places.csv:4 lon “east”", "places.csv: 4 rows, 3 good, 1 bad");
    assertThat(held.err()).contains("Nothing was imported", "--keep-good");
    assertThat(onData("import", broken.toString(), "--json").code())
        .isEqualTo(Commands.FOUND_WRONG);

    Typed kept = onData("import", broken.toString(), "--keep-good");
    assertThat(kept.code()).as(kept.err()).isZero();
    assertThat(kept.out()).contains("places: 1 added, 0 changed, 0 removed");

    Typed back = onData("import", template.toString(), "--json");
    assertThat(back.json().path("summary").path("removed").path("places").asInt()).isEqualTo(1);
  }

  @Test
  void B03_a_folder_that_is_no_package_is_refused() {
    Typed said = onData("import", folder.resolve("nowhere").toString());
    assertThat(said.code()).isEqualTo(Commands.REFUSED);
    assertThat(said.err()).contains("no county package", "./ronghe new-county");
  }

  private static JsonNode replay(String... filesAndMapping) {
    List<String> typed = new ArrayList<>(List.of("replay"));
    typed.addAll(List.of(filesAndMapping));
    typed.add("--json");
    Typed said = onData(typed.toArray(String[]::new));
    assertThat(said.code()).as(said.err()).isZero();
    return said.json().path("files").get(0);
  }

  private static List<Integer> counts(JsonNode counts) {
    return Stream.of("stored", "flagged", "rejected").map(one -> counts.path(one).asInt()).toList();
  }

  @Test
  void C01_every_row_of_a_log_is_accounted_for_and_a_second_time_is_a_duplicate() {
    String[] small = {folder.resolve("small.csv").toString(), "--mapping", mapping()};
    JsonNode first = replay(small);
    assertThat(counts(first.path("rows"))).containsExactly(1, 2, 1);
    assertThat(counts(first.path("cells"))).containsExactly(4, 1, 3);
    assertThat(first.path("door").path("stored").asInt()).isEqualTo(5);
    JsonNode second = replay(small);
    assertThat(second.path("door").path("stored").asInt()).isZero();
    assertThat(second.path("door").path("duplicate").asInt()).isEqualTo(5);
    assertThat(csv("LOG.T")).contains("LOG.T,2018-02-01T04:00:00Z,20.5,good");
  }

  private static String mapping() {
    return folder.resolve("small.yaml").toString();
  }

  private static String csv(String point) {
    return device.get("/api/v1/points/" + point + "/readings?format=csv").body();
  }

  @Test
  void C02_a_replay_of_nothing_is_refused_before_anything_starts() {
    String log = folder.resolve("small.csv").toString();
    Typed noMapping = onData("replay", log, "--mapping", "nosuch");
    assertThat(noMapping.code()).isEqualTo(Commands.REFUSED);
    assertThat(noMapping.err()).contains("skab", "solar-heat-plant");
    Typed noFile = onData("replay", log + "x", "--mapping", mapping());
    assertThat(noFile.code()).isEqualTo(Commands.REFUSED);
    assertThat(noFile.err()).contains("small.csvx is not there");
    Typed backwards = onData("replay", log, "--mapping", mapping(), "--speed", "-1");
    assertThat(backwards.code()).isEqualTo(2);
    Path withProfile = folder.resolve("profile.yaml");
    write(withProfile, MAPPING.replace("unit: ℃,", "unit: ℃, profile: heat.nosuch,"));
    Typed noProfile = onData("replay", log, "--mapping", withProfile.toString());
    assertThat(noProfile.code()).isEqualTo(Commands.REFUSED);
    assertThat(noProfile.err()).contains("LOG.T", "heat.nosuch");
    Typed wrongMapping = onData("replay", log, "--mapping", "skab");
    assertThat(wrongMapping.code()).isEqualTo(Commands.REFUSED);
    assertThat(wrongMapping.err()).contains("has no column \"datetime\"");
  }

  @Test
  void C03_real_logs_add_up() {
    Path telemetry =
        Path.of(Optional.ofNullable(System.getenv("RONGHE_REFERENCE")).orElse("../../shared/data"))
            .resolve("telemetry");
    assumeTrue(
        Files.isDirectory(telemetry),
        "no reference data: set RONGHE_REFERENCE to replay real logs");
    String skab = telemetry.resolve("skab/data/valve1/0.csv").toString();
    JsonNode bed = replay(skab, "--mapping", "skab");
    assertThat(counts(bed.path("cells"))).containsExactly(11_470, 0, 0);
    assertThat(bed.path("door").path("stored").asInt()).isEqualTo(11_470);
    assertThat(replay(skab, "--mapping", "skab").path("door").path("duplicate").asInt())
        .isEqualTo(11_470);

    String dirtyDay = telemetry.resolve("solar-heat-plant/2017/07/20170716.csv").toString();
    JsonNode plant = replay(dirtyDay, "--mapping", "solar-heat-plant");
    assertThat(counts(plant.path("rows"))).containsExactly(0, 1_436, 1);
    assertThat(counts(plant.path("cells"))).containsExactly(24_412, 7_180, 22);
    assertThat(plant.path("door").path("stored").asInt()).isEqualTo(24_412 + 7_180);
    assertThat(csv("RP.SOLAR.T1").lines()).hasSizeGreaterThan(1_000);
  }

  @Test
  void A00_a_county_that_was_imported_gives_way_to_another_only_when_asked_to() {
    Path other = folder.resolve("other");
    assertThat(ronghe("new-county", other.toString()).code()).isZero();
    write(
        other.resolve("county.yaml"),
        read(other.resolve("county.yaml")).replace("990101", "990102"));
    write(
        other.resolve("divisions.csv"),
        read(other.resolve("divisions.csv")).replace("990101", "990102"));
    Typed badRows = onData("import", other.toString());
    assertThat(badRows.code()).as("bad rows are told first").isEqualTo(Commands.FOUND_WRONG);

    Typed sampleGivesWay = onData("import", other.toString(), "--keep-good");
    assertThat(sampleGivesWay.code()).as(sampleGivesWay.err()).isZero();
    Typed refused = onData("import", template.toString());
    assertThat(refused.code()).isEqualTo(Commands.REFUSED);
    assertThat(refused.err()).contains("990101", "990102", "--replace", "backup");
    Typed asked = onData("import", template.toString(), "--replace");
    assertThat(asked.code()).as(asked.err()).isZero();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void C05_every_command_says_its_version() {
    assertThat(ronghe("-V").out()).startsWith("ronghe ");
    assertThat(ronghe("--version").out()).isEqualTo(ronghe("device", "add", "-V").out());
  }

  @Test
  void D01_what_a_replay_brought_survives_an_import_and_a_restart() {
    assertThat(onData("import", template.toString()).code()).isZero();
    String before = csv("LOG.T");
    assertThat(before).contains("20.5");
    county.close();
    county = TestCounty.start(data);
    JsonNode made = onData("device", "add", "reader", "--points", "LOG.*", "--json").json();
    device =
        county.visitor().withBasic(made.path("user").asString(), made.path("password").asString());
    assertThat(csv("LOG.T")).isEqualTo(before);
    assertThat(
            device
                .post("/api/v1/readings", java.util.Map.of("point", "LOG.T", "value", 7))
                .json()
                .path("stored")
                .asInt())
        .as("the point is still known, not quarantined")
        .isOne();
  }

  @Test
  void D02_a_stopped_county_refuses_as_kindly_as_a_running_one() {
    county.close();
    try {
      Typed device = onData("device", "remove", "nobody");
      assertThat(device.code()).isEqualTo(Commands.REFUSED);
      assertThat(device.err()).contains("no device named nobody").doesNotContain("Problem");
      Typed user = onData("user", "reset-password", "nobody");
      assertThat(user.code()).isEqualTo(Commands.REFUSED);
      assertThat(user.err()).contains("no user named nobody");
      Typed again =
          onData("replay", folder.resolve("small.csv").toString(), "--mapping", mapping());
      assertThat(again.code()).as(again.err()).isZero();
      assertThat(again.out()).contains("door: 0 stored, 5 duplicate");
    } finally {
      county = TestCounty.start(data);
    }
  }
}
