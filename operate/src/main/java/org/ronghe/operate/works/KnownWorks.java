package org.ronghe.operate.works;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.ronghe.model.event.Works;

/// Works with their area in metres, to measure distances to them.
final class KnownWorks {
  /// A degree of latitude, metres; good to 0.6 % anywhere in China.
  private static final double DEGREE_m = 111_000;

  private final Works works;
  private final @Nullable Instant closedAt;
  private final AffineTransformation metres;
  private final Geometry area_m;

  KnownWorks(Works works, @Nullable Instant closedAt) {
    this.works = works;
    this.closedAt = closedAt;
    Geometry area = works.area();
    Coordinate middle = area.getEnvelopeInternal().centre();
    double parallel_m = DEGREE_m * Math.cos(Math.toRadians(middle.y));
    metres =
        AffineTransformation.translationInstance(-middle.x, -middle.y).scale(parallel_m, DEGREE_m);
    area_m = metres.transform(area);
  }

  Works works() {
    return works;
  }

  Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  /// Whether the ground was open then. Works that overrun their time stay open until closed.
  boolean openAt(Instant at) {
    return !at.isBefore(works.from()) && (closedAt == null || !at.isAfter(closedAt));
  }

  /// From the open ground to a place, metres; 0 inside.
  double distance_m(Point place) {
    return area_m.distance(metres.transform(place));
  }

  boolean concerns(Point place, Instant at) {
    return openAt(at) && distance_m(place) <= works.zone_m();
  }
}
