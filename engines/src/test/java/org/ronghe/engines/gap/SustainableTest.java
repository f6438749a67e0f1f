package org.ronghe.engines.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.ronghe.engines.gap.LandConsumption.LandRate;
import org.ronghe.engines.gap.LandConsumption.State;
import org.ronghe.engines.gap.RuralAccess.Home;

/// SDG 9.1.1 and 11.3.1, by the formulas of the UN metadata (9.1.1 of 2020-09, 11.3.1 of 2021-03).
class SustainableTest {
  private static final LineString ROAD = line(113.0, 36.1, 113.2, 36.1);

  @Test
  void A01_who_lives_within_2_km_of_a_road() {
    // at 36.1° N one degree of latitude is 110,961 m (WGS-84 meridian arc)
    double km2 = 2000 / 110_961.0;
    RuralAccess access = new RuralAccess(List.of(ROAD), RuralAccess.WITHIN_M);
    var index =
        access.of(
            List.of(
                new Home("on it", 113.1, 36.1, 100),
                new Home("just inside", 113.1, 36.1 + km2 * 0.999, 100),
                new Home("just outside", 113.1, 36.1 - km2 * 1.001, 50),
                new Home("far", 114, 37, 150),
                new Home("empty", 114, 37, 0)));
    assertThat(index.index()).isEqualTo(0.5);
    assertThat(index.far()).containsExactly("just outside", "far");
  }

  @Test
  void A02_past_the_end_of_a_road_its_end_counts() {
    // at 36.1° N one degree of longitude is 90,045 m
    double km2 = 2000 / 90_045.0;
    RuralAccess access = new RuralAccess(List.of(ROAD), RuralAccess.WITHIN_M);
    assertThat(access.of(List.of(new Home("in", 113.2 + km2 * 0.999, 36.1, 1))).index()).isOne();
    assertThat(access.of(List.of(new Home("out", 113.2 + km2 * 1.001, 36.1, 1))).index()).isZero();
  }

  @Test
  void A03_without_people_there_is_no_index() {
    assertThat(new RuralAccess(List.of(ROAD), 2000).of(List.of()).index()).isNaN();
  }

  @Test
  void B01_land_grew_by_a_fifth_and_people_by_a_tenth_in_ten_years() {
    State before = new State(100, 50_000);
    State after = new State(120, 55_000);
    LandConsumption today = LandConsumption.of(before, after, 10, LandRate.SIMPLE);
    assertThat(today.landRate()).isCloseTo(0.02, within(1e-15));
    assertThat(today.populationRate()).isCloseTo(Math.log(1.1) / 10, within(1e-15));
    assertThat(today.ratio()).isCloseTo(0.2 / Math.log(1.1), within(1e-12));
    LandConsumption before2021 = LandConsumption.of(before, after, 10, LandRate.LOGARITHMIC);
    assertThat(before2021.ratio()).isCloseTo(Math.log(1.2) / Math.log(1.1), within(1e-12));
  }

  @Test
  void B02_where_the_number_of_people_stood_still_there_is_no_ratio() {
    var still = LandConsumption.of(new State(1, 10), new State(2, 10), 5, LandRate.SIMPLE);
    assertThat(still.ratio()).isNaN();
    assertThat(still.landPerPersonAfter()).isEqualTo(0.2);
  }

  private static LineString line(double lon1, double lat1, double lon2, double lat2) {
    return new GeometryFactory()
        .createLineString(
            new Coordinate[] {new Coordinate(lon1, lat1), new Coordinate(lon2, lat2)});
  }
}
