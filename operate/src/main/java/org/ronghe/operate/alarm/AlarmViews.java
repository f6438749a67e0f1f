package org.ronghe.operate.alarm;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.operate.atlas.Atlas;
import org.ronghe.operate.atlas.AtlasKeeper;
import org.ronghe.operate.atlas.Spot;
import org.ronghe.operate.works.WorksDesk;
import org.springframework.stereotype.Component;

/// Puts the words of the pack and the place of the point to an occurrence.
@Component
public class AlarmViews {
  private final AlarmCatalogue catalogue;
  private final AtlasKeeper keeper;
  private final WorksDesk works;

  AlarmViews(AlarmCatalogue catalogue, AtlasKeeper keeper, WorksDesk works) {
    this.catalogue = catalogue;
    this.keeper = keeper;
    this.works = works;
  }

  /// The occurrence with all its words. A point or rule that is no more keeps its id as its name.
  public AlarmView view(AlarmOccurrence alarm) {
    Atlas atlas = keeper.atlas().orElse(null);
    MeasuringPoint point = atlas == null ? null : atlas.point(alarm.point()).orElse(null);
    AlarmCatalogue.Entry entry = catalogue.find(alarm.point(), alarm.rule());
    Words unknown = new Words(alarm.rule(), alarm.rule());
    return new AlarmView(
        alarm.id(),
        alarm.point(),
        point == null ? alarm.point() : point.name(),
        point == null ? null : point.nameEn(),
        point == null ? "" : point.utility().code(),
        alarm.rule(),
        alarm.kind(),
        alarm.priority(),
        alarm.state(),
        alarm.raisedAt().toEpochMilli(),
        milli(alarm.returnedAt()),
        milli(alarm.logEndedAt()),
        milli(alarm.acknowledgedAt()),
        alarm.acknowledgedBy(),
        alarm.comment(),
        alarm.value(),
        alarm.limit(),
        unit(point, entry),
        entry == null ? unknown : entry.name(),
        entry == null ? unknown : entry.cause(),
        entry == null ? unknown : entry.consequence(),
        entry == null ? unknown : entry.response(),
        entry == null ? "" : entry.clause(),
        where(alarm.point(), atlas, point),
        point != null && point.provenance().synthetic(),
        point == null ? List.of() : works.concerning(point.location(), alarm.raisedAt()));
  }

  private static String unit(@Nullable MeasuringPoint point, AlarmCatalogue.@Nullable Entry entry) {
    if (point == null) {
      return "";
    }
    return entry == null ? point.unit() : entry.unit(point.unit());
  }

  private static AlarmView.Where where(
      String id, @Nullable Atlas atlas, @Nullable MeasuringPoint point) {
    if (atlas == null || point == null) {
      return new AlarmView.Where(id, null, null, null, null, null, 0, null, null);
    }
    Spot spot = atlas.spot(id);
    return new AlarmView.Where(
        spot.owner(),
        spot.ownerEn(),
        spot.tunnelId(),
        spot.sectionId(),
        spot.line(),
        spot.lineEn(),
        spot.chainage_m(),
        point.location().getX(),
        point.location().getY());
  }

  private static @Nullable Long milli(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
