package org.ronghe.office.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.locationtech.jts.geom.Envelope;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.office.atlas.Atlas;
import org.ronghe.office.atlas.Feature;
import org.ronghe.office.atlas.Layer;
import org.ronghe.office.register.LargeCounty;

/// Laws of paging and of bbox, on a county of real size.
class ItemsQueryTest {
  private static final Layer<?> POINTS =
      Atlas.of(LargeCounty.county()).layer("points").orElseThrow();

  private static ItemsQuery.Page<?> ask(int limit, String after, Envelope box) {
    var bbox = box.isNull() ? null : new BoundingBox(List.of(box));
    return new ItemsQuery(limit, after, Crs.CRS84, bbox, null, Map.of()).answer(POINTS, _ -> true);
  }

  private static Envelope box(double west, double south, double width, double height) {
    return new Envelope(west, west + width, south, south + height);
  }

  @Property(tries = 30)
  void A01_the_pages_together_are_the_whole(
      @ForAll @IntRange(min = 150, max = 5000) int limit,
      @ForAll @DoubleRange(min = 112.9, max = 113.2) double west,
      @ForAll @DoubleRange(min = 0.02, max = 0.2) double width) {
    Envelope box = box(west, 35.9, width, 0.4);
    List<String> paged = new ArrayList<>();
    String after = "";
    boolean more = true;
    while (more) {
      ItemsQuery.Page<?> page = ask(limit, after, box);
      for (Feature<?> feature : page.features()) {
        paged.add(feature.id());
      }
      more = page.more();
      after = paged.isEmpty() ? "" : paged.getLast();
    }
    List<String> whole = new ArrayList<>();
    ItemsQuery.Page<?> all = ask(Integer.MAX_VALUE, "", box);
    all.features().forEach(feature -> whole.add(feature.id()));
    assertThat(paged).isEqualTo(whole).hasSize(all.matched());
  }

  @Property(tries = 60)
  void A02_bbox_finds_what_a_plain_comparison_finds(
      @ForAll @DoubleRange(min = 112.9, max = 113.3) double west,
      @ForAll @DoubleRange(min = 35.9, max = 36.3) double south,
      @ForAll @DoubleRange(min = 0, max = 0.3) double width,
      @ForAll @DoubleRange(min = 0, max = 0.3) double height) {
    Envelope box = box(west, south, width, height);
    long expected =
        POINTS.features().stream()
            .map(feature -> ((MeasuringPoint) feature.row()).location())
            .filter(at ->
                at.getX() >= box.getMinX()
                    && at.getX() <= box.getMaxX()
                    && at.getY() >= box.getMinY()
                    && at.getY() <= box.getMaxY())
            .count();
    assertThat(ask(1, "", box).matched()).isEqualTo(expected);
  }
}
