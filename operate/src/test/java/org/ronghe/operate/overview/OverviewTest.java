package org.ronghe.operate.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Quality;
import org.ronghe.model.reading.Reading;
import org.ronghe.office.database.EmbeddedPostgres;
import org.ronghe.office.register.PointsOfLogs;
import org.ronghe.operate.FakeRoom;
import org.ronghe.operate.TestCounty;
import org.ronghe.operate.TestDesks;
import org.ronghe.operate.line.LineDesk;
import org.ronghe.operate.line.LineSummary;
import org.ronghe.operate.live.LiveBoard;
import org.ronghe.operate.point.PointBook;
import org.ronghe.operate.point.PointDetail;
import org.ronghe.operate.tunnel.TunnelDesk;
import org.ronghe.operate.tunnel.TunnelProfile;

/// The smallest county as the duty officer sees it when the first readings come.
class OverviewTest {
  @Test
  void a01_theCountyFromFiguresDownToOnePoint(@TempDir Path folder) {
    try (EmbeddedPostgres database = TestDesks.database(folder);
        TestDesks desks = TestDesks.open(database, new FakeRoom())) {
      long now_us = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
      desks.room.store(new Reading(TestCounty.OXYGEN, now_us, now_us, 20.9, Quality.GOOD));
      desks.room.store(
          new Reading(TestCounty.PRESSURE, now_us - 3_600_000_000L, now_us, 0.3, Quality.GOOD));

      countyFigures(desks.get(OverviewDesk.class).overview().orElseThrow());
      tunnel(desks.get(TunnelDesk.class).profile("T1").orElseThrow());
      line(desks.get(LineDesk.class).lines(null).getFirst());
      point(desks.get(PointBook.class).detail(TestCounty.PRESSURE).orElseThrow());
      lateReadings(desks, now_us);
      assertThat(desks.get(TunnelDesk.class).profile("T9")).isEmpty();
    }
  }

  @Test
  void b01_aReplayedLogBringsPointsThatCanBeLookedAt(@TempDir Path folder) {
    try (EmbeddedPostgres database = TestDesks.database(folder);
        TestDesks desks = TestDesks.open(database, new FakeRoom())) {
      MeasuringPoint brought = TestCounty.pointOfLog("LOG.PLANT.T1");
      assertThat(desks.get(PointBook.class).detail("LOG.PLANT.T1")).isEmpty();

      desks.publish(new PointsOfLogs(List.of(brought)));

      assertThat(desks.get(PointBook.class).detail("LOG.PLANT.T1")).isPresent();
      assertThat(desks.get(PointBook.class).detail(TestCounty.OXYGEN)).isPresent();
    }
  }

  private static void countyFigures(Overview overview) {
    Overview.Township town = overview.townships().getFirst();
    assertThat(town.name()).isEqualTo("韩店");
    assertThat(town.population()).isEqualTo(1000);
    assertThat(town.urbanShare()).isEqualTo(0.25, within(1e-12));
    // The pump lies outside the township's polygon.
    assertThat(town.points()).isEqualTo(3);
    assertThat(town.stale()).isEqualTo(2);
    assertThat(overview.utilities())
        .extracting(Overview.UtilityFigures::utility, Overview.UtilityFigures::length_km)
        .containsExactly(tuple("water", 0.85), tuple("tunnel", 0.0));
    assertThat(overview.tunnels().getFirst().points()).isEqualTo(3);
    assertThat(overview.synthetic()).isTrue();
  }

  private static void tunnel(TunnelProfile profile) {
    TunnelProfile.Bay bay = profile.compartments().getFirst();
    assertThat(bay.kind()).isEqualTo("gas");
    assertThat(bay.lines()).containsExactly(new TunnelProfile.RunningLine("water", "城东供水干线", null));
    assertThat(bay.sections()).extracting(TunnelProfile.Section::number).containsExactly(1, 2);
    TunnelProfile.Section second = bay.sections().get(1);
    assertThat(second.points().getFirst().value()).isEqualTo(20.9);
    assertThat(second.points().getFirst().stale()).isFalse();
    assertThat(bay.sections().getFirst().equipment().getFirst().points().getFirst().id())
        .isEqualTo(TestCounty.FAN);
  }

  private static void line(LineSummary line) {
    assertThat(line.line()).isEqualTo("城东供水干线");
    assertThat(line.length_km()).isEqualTo(0.85);
    assertThat(line.points().getFirst().value()).isEqualTo(0.3);
  }

  private static void point(PointDetail detail) {
    assertThat(detail.now().stale()).as("an hour old at one reading a minute").isTrue();
    assertThat(detail.owner().line()).isEqualTo("城东供水干线");
    assertThat(detail.limits()).isEmpty();
  }

  private static void lateReadings(TestDesks desks, long now_us) {
    LiveBoard board = desks.get(LiveBoard.class);
    try (LiveBoard.Watch watch = board.watch(Set.of(TestCounty.OXYGEN))) {
      desks.room.store(
          new Reading(TestCounty.OXYGEN, now_us - 60_000_000, now_us, 15, Quality.GOOD));
      assertThat(watch.take()).as("a late reading is no news").isEmpty();
      desks.room.store(
          new Reading(TestCounty.OXYGEN, now_us + 1_000_000, now_us, 20.8, Quality.GOOD));
      desks.room.store(
          new Reading(TestCounty.OXYGEN, now_us + 2_000_000, now_us, 20.7, Quality.GOOD));
      assertThat(watch.take()).extracting(Reading::value).containsExactly(20.7);
      assertThat(watch.take()).isEmpty();
    }
  }
}
