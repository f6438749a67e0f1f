package org.ronghe.sources.county.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/// What holds for every position in China.
class CrsLaws {
  private static final double DEGREES = 1e-9;

  @Property
  void there_and_back_is_where_one_was(
      @ForAll Crs crs,
      @ForAll @DoubleRange(min = 73.5, max = 135.1) double lon,
      @ForAll @DoubleRange(min = 18.1, max = 53.6) double lat) {
    LonLat there = crs.fromWgs84(lon, lat);
    LonLat back = crs.toWgs84(there.lon(), there.lat());

    assertThat(back.lon()).isCloseTo(lon, within(DEGREES));
    assertThat(back.lat()).isCloseTo(lat, within(DEGREES));
  }

  @Property
  void gcj02_moves_a_position_by_at_most_a_kilometre(
      @ForAll @DoubleRange(min = 73.5, max = 135.1) double lon,
      @ForAll @DoubleRange(min = 18.1, max = 53.6) double lat) {
    LonLat moved = Crs.GCJ_02.fromWgs84(lon, lat);

    assertThat(Math.abs(moved.lon() - lon)).isLessThan(0.012);
    assertThat(Math.abs(moved.lat() - lat)).isLessThan(0.009);
  }

  @Property
  void outside_of_china_gcj02_is_wgs84(
      @ForAll @DoubleRange(min = -70, max = 60) double lon,
      @ForAll @DoubleRange(min = -50, max = 70) double lat) {
    assertThat(Crs.GCJ_02.toWgs84(lon, lat)).isEqualTo(new LonLat(lon, lat));
  }

  @Property
  void cgcs2000_is_taken_as_wgs84(
      @ForAll @DoubleRange(min = 73.5, max = 135.1) double lon,
      @ForAll @DoubleRange(min = 18.1, max = 53.6) double lat) {
    assertThat(Crs.CGCS2000.toWgs84(lon, lat)).isEqualTo(new LonLat(lon, lat));
  }
}
