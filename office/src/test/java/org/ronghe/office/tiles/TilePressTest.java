package org.ronghe.office.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.office.atlas.Atlas;
import org.ronghe.office.register.LargeCounty;
import org.ronghe.office.register.SmallCounty;

/// Tiles of the small county, read back by a decoder that is not ours.
class TilePressTest {
  private static final Atlas SMALL = Atlas.of(SmallCounty.county());
  private static final Atlas LARGE = Atlas.of(LargeCounty.county());

  private static TileAddress around(double lon, double lat, int z) {
    var world = new TileAddress(z, 0, 0);
    return new TileAddress(
        z,
        (int) Math.floor(world.column(lon) / TileAddress.EXTENT),
        (int) Math.floor(world.row(lat) / TileAddress.EXTENT));
  }

  private static JtsMvt decoded(byte[] tile) {
    try {
      return MvtReader.loadMvt(
          new ByteArrayInputStream(tile),
          new GeometryFactory(),
          new TagKeyValueMapConverter(),
          MvtReader.RING_CLASSIFIER_V2_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Collection<Geometry> layer(byte[] tile, String name) {
    var layer = decoded(tile).getLayer(name);
    return layer == null ? List.of() : layer.getGeometries();
  }

  private static Map<?, ?> tags(Geometry feature) {
    return (Map<?, ?>) feature.getUserData();
  }

  @Test
  void A01_a_point_is_where_it_is_with_its_properties() {
    TileAddress address = around(113.001, 36.0, 16);
    byte[] tile = new TilePress(SMALL).tile(address, true);
    Geometry point =
        layer(tile, "points").stream()
            .filter(p -> "T1.G.001.CH4".equals(tags(p).get("id")))
            .findFirst()
            .orElseThrow();
    assertThat(tags(point).get("utility")).isEqualTo("tunnel");
    assertThat(tags(point).get("quantity")).isEqualTo("methane");
    assertThat(tags(point).get("synthetic")).isEqualTo(true);
    assertThat(point.getCoordinate().x).isEqualTo(Math.round(address.column(113.001)));
    assertThat(point.getCoordinate().y).isEqualTo(Math.round(address.row(36.0)));
  }

  @Test
  void A02_the_county_is_an_area_with_a_label_inside() {
    byte[] tile = new TilePress(SMALL).tile(around(113.05, 36.05, 9), false);
    Geometry area = layer(tile, "divisions").iterator().next();
    assertThat(area).isInstanceOf(Polygon.class);
    assertThat(area.isValid()).isTrue();
    assertThat(tags(area).get("name")).isEqualTo("上党区");
    assertThat(tags(area).get("id")).as("as in search").isEqualTo("140404");
    assertThat(layer(tile, "division-labels"))
        .anySatisfy(label -> assertThat(area.contains(label)).isTrue());
  }

  @Test
  void A03_a_subdistrict_without_boundary_is_labelled_amid_its_villages() {
    byte[] tile = new TilePress(SMALL).tile(around(113.06, 36.06, 10), false);
    assertThat(layer(tile, "division-labels"))
        .anySatisfy(label -> assertThat(tags(label).get("name")).isEqualTo("韩店街道"));
  }

  @Test
  void A04_a_line_is_cut_at_the_buffered_edge() {
    TileAddress address = around(113.005, 36.0, 18);
    byte[] tile = new TilePress(SMALL).tile(address, true);
    Geometry main = layer(tile, "links").iterator().next();
    assertThat(tags(main).get("name")).isEqualTo("城北供热干线");
    assertThat(main.getEnvelopeInternal().getMinX()).isEqualTo(-TileGeometry.BUFFER_units);
    assertThat(main.getEnvelopeInternal().getMaxX())
        .isEqualTo(TileAddress.EXTENT + TileGeometry.BUFFER_units);
  }

  @Test
  void B01_strangers_get_the_open_layers_only() {
    TileAddress address = around(113.001, 36.0, 14);
    assertThat(layerNames(new TilePress(SMALL).tile(address, true)))
        .contains("points", "tunnels", "links", "nodes", "roads");
    assertThat(layerNames(new TilePress(SMALL).tile(address, false)))
        .contains("divisions", "roads")
        .doesNotContain("points", "tunnels", "links", "nodes");
  }

  @Test
  void B03_an_overview_keeps_the_mains_and_leaves_points_and_nodes_for_close_by() {
    TilePress press = new TilePress(SMALL);
    assertThat(layerNames(press.tile(around(113.001, 36.0, 12), true)))
        .contains("tunnels", "links", "roads")
        .doesNotContain("points", "nodes");
    assertThat(layer(press.tile(around(113.001, 36.0, 13), true), "points"))
        .noneSatisfy(point -> assertThat(tags(point).get("utility")).isEqualTo("tunnel"));
    assertThat(layer(press.tile(around(113.001, 36.0, 14), true), "points"))
        .anySatisfy(point -> assertThat(tags(point).get("utility")).isEqualTo("tunnel"));
  }

  private static List<String> layerNames(byte[] tile) {
    List<String> names = new ArrayList<>();
    decoded(tile).getLayers().forEach(layer -> names.add(layer.getName()));
    return names;
  }

  @Test
  void B02_far_away_there_is_nothing() {
    assertThat(new TilePress(SMALL).tile(around(2.35, 48.85, 12), true)).isEmpty();
  }

  @Property(tries = 60)
  void C01_a_tile_holds_every_point_whose_position_is_inside(
      @ForAll @IntRange(min = 0, max = LargeCounty.POINTS - 1) int index,
      @ForAll @IntRange(min = 14, max = 17) int zoom) {
    var points = LARGE.layer("points").orElseThrow().features();
    var at = ((MeasuringPoint) points.get(index).row()).location();
    TileAddress address = around(at.getX(), at.getY(), zoom);
    var box = address.degrees(0);
    var inside =
        points.stream()
            .filter(f -> box.contains(((MeasuringPoint) f.row()).location().getCoordinate()))
            .map(f -> f.id())
            .toList();
    var drawn =
        layer(new TilePress(LARGE).tile(address, true), "points").stream()
            .map(p -> (String) tags(p).get("id"))
            .collect(Collectors.toSet());
    assertThat(inside).isNotEmpty();
    assertThat(drawn).containsAll(inside);
  }

  @Test
  void D01_a_county_wide_tile_takes_no_time_to_notice() {
    var press = new TilePress(LARGE);
    TileAddress address = around(113.05, 36.05, 10);
    byte[] tile = {};
    long best_ns = Long.MAX_VALUE;
    for (int i = 0; i < 15; i++) {
      long start_ns = cpu_ns();
      tile = press.tile(address, true);
      best_ns = Math.min(best_ns, cpu_ns() - start_ns);
    }
    TileAddress dense = around(113.05, 36.05, 11);
    long start_ns = cpu_ns();
    byte[] nearer = press.tile(dense, true);
    System.out.printf(
        "county tile z10: %.1f ms of work (bar 50), %d kB; z11: %.1f ms, %d kB%n",
        best_ns / 1e6, tile.length / 1024, (cpu_ns() - start_ns) / 1e6, nearer.length / 1024);
    assertThat(tile).isNotEmpty();
    assertThat(Duration.ofNanos(best_ns)).isLessThan(Duration.ofMillis(150));
  }

  /// Time this thread worked: what others do on the machine does not count.
  private static long cpu_ns() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Test
  void D02_the_shelf_keeps_to_its_limit_and_forgets_the_oldest() {
    var shelf = new TileShelf(1000);
    for (int i = 0; i < 20; i++) {
      shelf.put(i, new byte[100]);
    }
    assertThat(shelf.held_bytes()).isEqualTo(1000);
    assertThat(shelf.get(0)).isNull();
    assertThat(shelf.get(19)).hasSize(100);
  }
}
