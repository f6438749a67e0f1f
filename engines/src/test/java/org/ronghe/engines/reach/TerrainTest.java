package org.ronghe.engines.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.MultiPolygon;
import org.ronghe.model.road.RoadGraph;
import org.ronghe.model.road.RoadGraphBuilder;
import org.ronghe.model.terrain.ElevationGrid;

/// From a plain to a slope, a road, a river and a bridge. A step of the grid is 0.001°, 111.19 m.
class TerrainTest {
  private static final double STEP_M = 111.194927;
  private static final int SIDE = 41;
  private static final RoadGraph NO_ROAD = new RoadGraphBuilder().build();

  private interface Height {
    double at(int column, int row);
  }

  /// Around 0° N, where a degree is as long both ways.
  private static ElevationGrid grid(Height height) {
    float[] height_m = new float[SIDE * SIDE];
    for (int i = 0; i < height_m.length; i++) {
      height_m[i] = (float) height.at(i % SIDE, i / SIDE);
    }
    return new ElevationGrid(SIDE, SIDE, 0, 0.02, 0.001, 0.001, height_m);
  }

  private static Terrain land(Height height) {
    return new Terrain(grid(height), NO_ROAD, 3, Barrier.NONE);
  }

  private static double seconds(Terrain terrain, double x, double y, double toX, double toY) {
    long cost = new TerrainSearch(terrain).from(x / 1000, y / 1000).to(toX / 1000, toY / 1000);
    return Cost.isReachable(cost) ? Cost.time_ms(cost) / 1000.0 : Double.POSITIVE_INFINITY;
  }

  /// 10 steps at 3 km/h.
  @Test
  void A01_on_a_plain_along_a_row_it_is_the_straight_line() {
    assertThat(seconds(land((_, _) -> 5), 5, 0, 15, 0)).isCloseTo(1334.34, within(0.1));
  }

  /// With 16 neighbours a way is at most 2.75 % longer than the straight line: the directions are
  /// at most 26.57° apart, and 1 / cos(26.57° / 2) = 1.0275; from and to the corners it is a little
  /// more.
  @Property(tries = 100)
  void A02_on_a_plain_it_is_the_straight_line_within_what_the_grid_can(
      @ForAll @DoubleRange(min = 1, max = 39) double x,
      @ForAll @DoubleRange(min = -19, max = 19) double y) {
    double straight_s = Math.hypot(x - 20, y) * STEP_M * 3.6 / 3;
    double found_s = seconds(land((_, _) -> 5), 20, 0, x, y);

    assertThat(found_s).isGreaterThanOrEqualTo(straight_s * 0.9999 - 0.05);
    assertThat(found_s).isLessThanOrEqualTo(straight_s * 1.0276 + STEP_M * 1.2 * 0.83);
  }

  /// Tobler: 6·exp(-3.5·|0.05|) = 5.037 km/h on the level, 6 at -5 %, 3.549 at +10 %.
  @Test
  void B01_slope_counts_as_tobler_says() {
    assertThat(Hiking.LEVEL_KM_H).isCloseTo(5.0367, within(1e-4));
    assertThat(Hiking.LEVEL_KM_H * Hiking.factor(-0.05)).isCloseTo(6, within(1e-9));
    assertThat(Hiking.LEVEL_KM_H * Hiking.factor(0.1)).isCloseTo(3.5493, within(1e-4));
    assertThat(Hiking.LEVEL_KM_H * Hiking.factor(-0.1)).isCloseTo(5.0367, within(1e-4));
  }

  /// A slope of 10 % to the east: up takes 1 / 0.70469 as long as on the level, down just as long.
  @Test
  void B02_uphill_takes_longer_than_downhill() {
    Terrain slope = land((column, _) -> column * STEP_M / 10);

    assertThat(seconds(slope, 5, 0, 15, 0)).isCloseTo(1334.34 / 0.70469, within(0.5));
    assertThat(seconds(slope, 15, 0, 5, 0)).isCloseTo(1334.34, within(0.5));
  }

  /// A ridge of 500 m across, with a pass at the southern end: going round is quicker.
  @Test
  void B03_one_goes_round_a_ridge() {
    Terrain ridge = land((column, row) -> column == 20 && row < 30 ? 500 : 0);
    double straight_over_s = 4 * STEP_M * 1.2;

    assertThat(seconds(ridge, 18, 0, 22, 0)).isGreaterThan(3 * straight_over_s);
    assertThat(seconds(ridge, 18, -15, 22, -15)).isCloseTo(straight_over_s, within(0.5));
  }

  /// 5 km/h on the road against 3 beside it.
  @Test
  void C01_one_walks_on_the_road_where_there_is_one() {
    RoadGraphBuilder roads = new RoadGraphBuilder();
    int a = roads.addNode(0.005, 0);
    int b = roads.addNode(0.025, 0);
    int length_mm = (int) (20 * STEP_M * 1000);
    int time_ms = (int) (length_mm * 3.6 / 5);
    roads.addStretch(a, b, length_mm, time_ms, time_ms, 1);
    Terrain terrain = new Terrain(grid((_, _) -> 5), roads.build(), 3, Barrier.NONE);

    assertThat(seconds(terrain, 5, 0, 25, 0)).isCloseTo(time_ms / 1000.0, within(1.0));
    assertThat(seconds(terrain, 10, 0, 20, 0)).isCloseTo(time_ms / 2000.0, within(1.0));
  }

  /// A river along 0.0205° E, and a bridge far south.
  @Test
  void C02_a_river_is_crossed_by_the_bridge_only() {
    Barrier river = (lon, _, otherLon, _) -> lon < 0.0205 != otherLon < 0.0205;
    Terrain without = new Terrain(grid((_, _) -> 5), NO_ROAD, 3, river);
    RoadGraphBuilder roads = new RoadGraphBuilder();
    int a = roads.addNode(0.019, -0.015);
    int b = roads.addNode(0.022, -0.015);
    roads.addStretch(a, b, 333_585, 240_000, 240_000, 1);
    Terrain with = new Terrain(grid((_, _) -> 5), roads.build(), 3, river);

    assertThat(seconds(without, 18, 0, 23, 0)).isInfinite();
    assertThat(seconds(with, 18, 0, 23, 0)).isBetween(30 * STEP_M * 1.2, 30 * STEP_M * 1.2 + 600);
  }

  @Test
  void C03_land_without_heights_is_not_walked_on() {
    Terrain lake = land((column, row) -> column + row == 40 ? Double.NaN : 5);

    assertThat(seconds(lake, 5, 15, 35, -15)).isInfinite();
    assertThat(seconds(lake, 5, 15, 10, 15)).isFinite();
    assertThat(seconds(lake, 5, 15, 500, 15)).isInfinite();
  }

  /// 20 minutes at 3 km/h are 1 km: a circle of 3.14 km², less what 16 directions leave out.
  @Test
  void D01_the_area_on_a_plain_is_nearly_a_circle() {
    List<MultiPolygon> areas =
        new TerrainSearch(land((_, _) -> 5)).from(0.02, 0).within(List.of(600_000, 1_200_000));
    double area_km2 = areas.get(1).getArea() * Math.pow(STEP_M, 2);

    assertThat(area_km2).isBetween(0.94 * Math.PI, Math.PI);
    assertThat(areas.get(1).covers(areas.get(0))).isTrue();
    assertThat(areas.get(1).isValid()).isTrue();
  }
}
