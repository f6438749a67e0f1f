package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.event.Works;
import org.ronghe.model.event.WorksOpened;
import org.ronghe.office.device.DeviceRegister;
import org.ronghe.server.backup.Backup;
import org.ronghe.server.backup.Restore;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.transaction.support.TransactionTemplate;

/// One reading all the way: a device publishes it over MQTT, it is stored, read back over HTTP, an
/// alarm stands, an officer acknowledges it; a backup made meanwhile brings all of it back.
@TestMethodOrder(MethodOrderer.MethodName.class)
class ThinThreadTest {
  private static final String POINT = "T1.G.003.CH4";

  @TempDir static Path folder;
  private static TestCounty county;
  private static Visitor admin;
  private static DeviceRegister.Credentials device;

  @BeforeAll
  static void start() {
    county = TestCounty.start(folder.resolve("data"));
    admin = county.firstAdministrator();
    device =
        county.running.part(DeviceRegister.class).add("gateway-1", List.of("T1.*"), null, "test");
  }

  @AfterAll
  static void stop() {
    county.close();
  }

  private static Visitor asDevice() {
    return county.visitor().withBasic(device.user(), device.password());
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting until %s", what).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @Test
  void A01_a_reading_over_mqtt_is_stored_before_it_is_acknowledged() {
    Mqtt5BlockingClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .serverHost("127.0.0.1")
            .serverPort(county.running.mqttPort())
            .simpleAuth()
            .username(device.user())
            .password(device.password().getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildBlocking();
    client.connect();
    String reading = "{\"point\":\"%s\",\"value\":4.2}".formatted(POINT);
    var result =
        client
            .publishWith()
            .topic("ronghe/v1/gateway-1/readings")
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(reading.getBytes(StandardCharsets.UTF_8))
            .send();
    assertThat(result.getError()).isEmpty();
    client.disconnect();
    var back = asDevice().get("/api/v1/points/" + POINT + "/readings");
    assertThat(back.json().path("readings").get(0).path("value").asDouble()).isEqualTo(4.2);
  }

  @Test
  void A02_the_alarm_stands_and_an_officer_acknowledges_it() throws InterruptedException {
    await("an alarm stands", () -> !alarms().isEmpty());
    String id = alarms().getFirst();
    Visitor officer = county.user(admin, "zhao", "OFFICER");
    var done = officer.post("/api/v1/alarms/" + id + "/acknowledge", Map.of("comment", "已派人查看"));
    assertThat(done.status()).isBetween(200, 204);
    assertThat(admin.get("/api/v1/alarms/" + id).body()).contains("zhao", "已派人查看");
  }

  @Test
  void A03_works_that_serve_tells_of_are_mentioned_by_the_alarm_beside_them()
      throws InterruptedException {
    var alarm = admin.get("/api/v1/alarms/" + alarms().getFirst()).json().path("alarm");
    double lon = alarm.path("where").path("lon").asDouble();
    double lat = alarm.path("where").path("lat").asDouble();
    Works works = trench(lon, lat);
    county
        .running
        .part(TransactionTemplate.class)
        .executeWithoutResult(_ ->
            county
                .running
                .part(ApplicationEventMulticaster.class)
                .multicastEvent(new PayloadApplicationEvent<>(this, new WorksOpened(works))));

    await("the works are known", () -> admin.get("/api/v1/works").body().contains("dig-1"));
    var near = admin.get("/api/v1/works/near?lon=%s&lat=%s&within=40".formatted(lon, lat)).json();
    assertThat(near.get(0).path("who").asString()).isEqualTo("第一市政公司");
    assertThat(near.get(0).path("distance_m").asDouble()).isZero();
    assertThat(admin.get("/api/v1/alarms?works=dig-1").body()).contains("建设路开挖", POINT);
    assertThat(admin.get("/api/v1/alarms?works=dig-2").json().path("items").size()).isZero();
  }

  private static Works trench(double lon, double lat) {
    String area =
        "POLYGON ((%1$s %3$s, %2$s %3$s, %2$s %4$s, %1$s %4$s, %1$s %3$s))"
            .formatted(lon - 1e-4, lon + 1e-4, lat - 1e-4, lat + 1e-4);
    Instant now = Instant.now();
    return new Works(
        "dig-1",
        0,
        "建设路开挖",
        area,
        50,
        now.minusSeconds(3_600),
        now.plusSeconds(3_600),
        "第一市政公司",
        "");
  }

  private static List<String> alarms() {
    return admin
        .get("/api/v1/alarms?state=active")
        .json()
        .path("items")
        .valueStream()
        .filter(alarm -> alarm.path("point").asString().equals(POINT))
        .map(alarm -> alarm.path("id").asString())
        .toList();
  }

  @Test
  void B01_readings_over_http_come_back_as_csv() {
    Instant time = Instant.parse("2026-11-20T06:00:00Z");
    var receipt =
        asDevice()
            .sendText(
                "POST",
                "/api/v1/readings",
                "text/csv",
                "point,time,value,quality\n" + POINT + "," + time + ",0.5,good\n");
    assertThat(receipt.status()).as(receipt.body()).isEqualTo(200);
    assertThat(receipt.json().path("stored").asInt()).isEqualTo(1);
    var csv =
        asDevice()
            .get(
                "/api/v1/points/%s/readings?format=csv&from=%s&to=%s"
                    .formatted(POINT, time, time.plusSeconds(1)));
    assertThat(csv.body())
        .isEqualTo("point,time,value,quality\n" + POINT + ",2026-11-20T06:00:00Z,0.5,good\n");
  }

  @Test
  void B02_a_device_neither_writes_nor_reads_what_is_not_its_own() {
    var written = asDevice().post("/api/v1/readings", Map.of("point", "T2.G.001.CH4", "value", 1));
    assertThat(written.status()).isEqualTo(422);
    assertThat(written.json().path("rejections").get(0).path("code").asString())
        .isEqualTo("not-your-point");
    assertThat(asDevice().get("/api/v1/points/T2.G.001.CH4/readings").code())
        .isEqualTo("not-your-point");
  }

  @Test
  void B03_an_unknown_point_waits_in_quarantine_until_it_is_mapped() {
    asDevice().post("/api/v1/readings", Map.of("point", "T1.OLD.NAME", "value", 20.5));
    assertThat(admin.get("/api/v1/quarantine").body()).contains("T1.OLD.NAME");
    var mapped =
        admin.post(
            "/api/v1/quarantine/map", Map.of("sentPoint", "T1.OLD.NAME", "point", "T1.G.003.O2"));
    assertThat(mapped.status()).as(mapped.body()).isEqualTo(200);
    assertThat(asDevice().get("/api/v1/points/T1.G.003.O2/readings").body()).contains("20.5");
  }

  @Test
  void B04_readings_come_back_as_parquet_that_says_the_point_is_synthetic() throws IOException {
    Instant time = Instant.parse("2026-11-20T07:00:00Z");
    asDevice()
        .sendText(
            "POST",
            "/api/v1/readings",
            "text/csv",
            "point,time,value,quality\n" + POINT + "," + time + ",0.25,good\n");
    var file =
        admin.download(
            "/api/v1/points/%s/readings?format=parquet&from=%s&to=%s"
                .formatted(POINT, time, time.plusSeconds(1)));
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"" + POINT + "-synthetic.parquet\"");
    try (ParquetFileReader reader =
            ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file.body())));
        RowReader rows = reader.rowReader()) {
      assertThat(reader.getFileMetaData().keyValueMetadata())
          .containsEntry("ronghe.point", POINT)
          .containsEntry("ronghe.synthetic", "true");
      assertThat(reader.getFileMetaData().numRows()).isEqualTo(1);
      rows.next();
      assertThat(rows.getTimestamp(0)).isEqualTo(time);
      assertThat(rows.getDouble(2)).isEqualTo(0.25);
      assertThat(rows.getString(3)).isEqualTo("good");
    }
  }

  @Test
  void C01_a_backup_made_while_running_brings_everything_back() {
    Path file = folder.resolve("backup.zip");
    county.running.part(Backup.class).write(file, "test");
    assertThat(file.toFile().length()).isPositive();
    assertThat(permissions(file)).isEqualTo("rw-------");
    Path restored = folder.resolve("restored");
    Restore.into(file, restored);
    try (TestCounty again = TestCounty.start(restored)) {
      assertThat(again.running.initialPassword()).isEmpty();
      Visitor back = again.visitor().withBasic(device.user(), device.password());
      assertThat(back.get("/api/v1/points/" + POINT + "/readings").body()).contains("4.2");
      Visitor officer = again.visitor();
      officer.signIn("zhao", TestCounty.OWN_PASSWORD);
      assertThat(officer.get("/api/v1/alarms?state=all").body()).contains("已派人查看");
    }
  }

  private static String permissions(Path file) {
    try {
      return java.nio.file.attribute.PosixFilePermissions.toString(
          Files.getPosixFilePermissions(file));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
