package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.server.Typed.ronghe;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.device.DeviceGate;
import org.ronghe.server.cli.Commands;

/// `./ronghe device …` on a stopped county, then on a running one.
class DeviceCommandTest {
  @TempDir Path data;

  private String password(String name) {
    Typed said =
        ronghe("device", "add", name, "--points", "T1.*,W.1", "--data", data.toString(), "--json");
    assertThat(said.code()).as(said.err()).isZero();
    var json = Visitor.JSON.readTree(said.out());
    assertThat(json.path("user").asString()).isEqualTo(name);
    return json.path("password").asString();
  }

  @Test
  void A01_a_device_is_added_before_the_start_and_while_it_runs() {
    String before = password("gate-1");
    try (TestCounty county = TestCounty.start(data)) {
      String during = password("gate-2");
      DeviceGate gate = county.running.part(DeviceGate.class);
      assertThat(gate.byPassword("gate-1", before).orElseThrow().owns("T1.G.001.CH4")).isTrue();
      assertThat(gate.byPassword("gate-2", during).orElseThrow().owns("W.2")).isFalse();
      assertThat(gate.byPassword("gate-2", before)).isEmpty();

      Typed twice = ronghe("device", "add", "gate-2", "--points", "*", "--data", data.toString());
      assertThat(twice.code()).isEqualTo(Commands.REFUSED);
      assertThat(twice.err()).contains("gate-2");

      ronghe("device", "remove", "gate-2", "--data", data.toString());
      assertThat(gate.byPassword("gate-2", during)).isEmpty();
      assertThat(ronghe("device", "list", "--data", data.toString(), "--json").out())
          .contains("gate-1")
          .doesNotContain("gate-2");
    }
  }

  @Test
  void A02_a_county_that_runs_is_not_started_twice() {
    try (TestCounty county = TestCounty.start(data)) {
      Typed second = ronghe("start", "--data", data.toString(), "--port", "0", "--mqtt-port", "0");
      assertThat(second.code()).isEqualTo(Commands.REFUSED);
      assertThat(second.err())
          .contains("held by another Ronghe", county.running.address().getHost());
    }
  }

  @Test
  void A03_stop_without_a_county_says_so() {
    Typed said = ronghe("stop", "--data", data.toString());
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("No county runs");
  }
}
