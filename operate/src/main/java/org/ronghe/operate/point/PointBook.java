package org.ronghe.operate.point;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.reading.Micros;
import org.ronghe.operate.alarm.AlarmCatalogue;
import org.ronghe.operate.alarm.AlarmDesk;
import org.ronghe.operate.alarm.AlarmViews;
import org.ronghe.operate.atlas.Atlas;
import org.ronghe.operate.atlas.AtlasKeeper;
import org.ronghe.operate.atlas.Spot;
import org.ronghe.series.ReadingRoom;
import org.springframework.stereotype.Component;

/// Points by id and by list, with their history.
@Component
public class PointBook {
  private static final int ALARMS_SHOWN = 50;
  private static final int MOST = 1_000;

  private final AtlasKeeper keeper;
  private final PointDesk desk;
  private final AlarmDesk alarms;
  private final AlarmCatalogue catalogue;
  private final AlarmViews views;
  private final ReadingRoom room;

  PointBook(
      AtlasKeeper keeper,
      PointDesk desk,
      AlarmDesk alarms,
      AlarmCatalogue catalogue,
      AlarmViews views,
      ReadingRoom room) {
    this.keeper = keeper;
    this.desk = desk;
    this.alarms = alarms;
    this.catalogue = catalogue;
    this.views = views;
    this.room = room;
  }

  /// A page of points in package order.
  ///
  /// @param after id of the last point of the page before; null for the first page
  public Page list(PointQuery query, @Nullable String after, int limit) {
    int size = Math.clamp(limit, 1, MOST);
    List<PointNow> found = new ArrayList<>();
    for (MeasuringPoint point : points(after)) {
      if (query.matches(point)) {
        if (found.size() == size) {
          return new Page(found, found.getLast().id());
        }
        found.add(desk.now(point));
      }
    }
    return new Page(found, null);
  }

  private List<MeasuringPoint> points(@Nullable String after) {
    return keeper
        .atlas()
        .map(atlas -> after == null ? atlas.pointList() : atlas.pointsAfter(after))
        .orElse(List.of());
  }

  /// Points by id with their newest values; unknown ids are left out.
  public List<PointNow> now(List<String> ids) {
    return keeper.atlas().stream()
        .flatMap(atlas -> ids.stream().flatMap(id -> atlas.point(id).stream()))
        .map(desk::now)
        .toList();
  }

  public Optional<PointDetail> detail(String id) {
    return keeper.atlas().flatMap(atlas -> atlas.point(id).map(point -> detail(atlas, point)));
  }

  /// What to draw; empty when there is no such point.
  public Optional<TrendView> trend(
      String id, Instant from, Instant to, int width, @Nullable Instant knownAt) {
    return keeper
        .atlas()
        .flatMap(atlas -> atlas.point(id))
        .map(point ->
            room.history()
                .trend(
                    id,
                    Micros.of(from),
                    Micros.of(to),
                    width,
                    point.expectedInterval_s(),
                    knownAt == null ? null : Micros.of(knownAt)))
        .map(TrendView::of);
  }

  private PointDetail detail(Atlas atlas, MeasuringPoint point) {
    Spot spot = atlas.spot(point.id());
    return new PointDetail(
        desk.now(point),
        new PointDetail.Owner(
            point.owner().kind().name().toLowerCase(Locale.ROOT),
            point.owner().id(),
            spot.owner(),
            spot.ownerEn(),
            spot.chainage_m(),
            spot.tunnelId(),
            spot.sectionId(),
            spot.line(),
            spot.lineEn()),
        Arrays.asList(point.rangeLow(), point.rangeHigh()),
        point.profile(),
        catalogue.entries(point.id()).stream().map(entry -> limit(entry, point.unit())).toList(),
        alarms.ofPoint(point.id(), ALARMS_SHOWN).stream().map(views::view).toList(),
        point.provenance().source());
  }

  private static PointDetail.Limit limit(AlarmCatalogue.Entry entry, String unit) {
    return new PointDetail.Limit(
        entry.rule(),
        entry.kind(),
        Double.isNaN(entry.limit()) ? null : entry.limit(),
        entry.unit(unit),
        entry.priority(),
        entry.clause(),
        entry.name(),
        entry.cause(),
        entry.consequence(),
        entry.response());
  }

  /// @param next id to ask after for the next page; null on the last
  public record Page(List<PointNow> items, @Nullable String next) {
    public Page {
      items = List.copyOf(items);
    }
  }
}
