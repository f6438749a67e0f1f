package org.ronghe.operate.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.operate.FakeRoom;
import org.ronghe.operate.TestCounty;
import org.ronghe.operate.TestDesks;

/// What one live stream carries: the wall asks for all tunnels at once.
class LiveScopeTest {
  @TempDir static Path folder;
  private static EmbeddedPostgres database;
  private static TestDesks desks;

  @BeforeAll
  static void open() {
    database = TestDesks.database(folder);
    desks = TestDesks.open(database, new FakeRoom());
  }

  @AfterAll
  static void close() {
    desks.close();
    database.close();
  }

  @Test
  void a01_aTunnelBringsThePointsOfItsSectionsAndEquipment() {
    assertThat(points(Set.of(), Set.of("T1"), Set.of()))
        .containsExactlyInAnyOrder(TestCounty.METHANE, TestCounty.OXYGEN, TestCounty.FAN);
  }

  @Test
  void a02_severalTunnelsUtilitiesAndPointsAddUp() {
    assertThat(points(Set.of(TestCounty.FAN), Set.of("T1", "T2"), Set.of("water")))
        .containsExactlyInAnyOrder(
            TestCounty.METHANE, TestCounty.OXYGEN, TestCounty.FAN, TestCounty.PRESSURE);
  }

  @Test
  void a03_aTunnelThatIsNotThereBringsNothing() {
    assertThat(points(Set.of(), Set.of("T2"), Set.of())).isEmpty();
  }

  private static Set<String> points(
      Set<String> points, Set<String> tunnels, Set<String> utilities) {
    return desks
        .get(LiveRoom.class)
        .points(new LiveRequest(points, tunnels, utilities, false, false, null));
  }
}
